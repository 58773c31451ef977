package io.llmops.eval.metric;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.preference.Game;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Observations of several kinds made up by a seed: right and wrong ones, abstentions and failures. */
final class LawData {

    private LawData() {}

    /** Labels, some of which look like something else. */
    static List<Observation<String, String, String>> labels(long seed) {
        var random = new Random(seed);
        var labels = List.of("a", "b", "c", "dd", "macro", "?", "!");
        var pairs = new ArrayList<String>();
        for (var i = 0; i < 5 + random.nextInt(60); i++) {
            var reference = labels.get(random.nextInt(5));
            pairs.add(reference + ">" + (random.nextInt(3) > 0 ? reference : labels.get(random.nextInt(7))));
        }
        return Observed.pairs(pairs.toArray(String[]::new));
    }

    /** Numbers without ties. */
    static List<Observation<Integer, Double, Double>> numbers(long seed) {
        var random = new Random(seed);
        return observations(random, i -> {
            var reference = 100 + 10 * random.nextGaussian();
            return Observation.of(
                    Example.of("e" + i, i, reference), outcome(random, reference + random.nextGaussian()));
        });
    }

    /** Ratings from 1 to 5. */
    static List<Observation<Integer, Integer, Integer>> ratings(long seed) {
        var random = new Random(seed);
        return observations(random, i -> {
            var reference = 1 + random.nextInt(5);
            var near = Math.max(1, Math.min(5, reference + random.nextInt(3) - 1));
            return Observation.of(Example.of("e" + i, i, reference), outcome(random, near));
        });
    }

    /** Four answers to each example. */
    static List<Observation<String, String, String>> repeats(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 3 + random.nextInt(10); i++) {
            for (var repeat = 0; repeat < 4; repeat++) {
                var answer = List.of("a", "b", "c").get(random.nextInt(3));
                all.add(new Observation<>(
                        Example.of("e" + i, "in", "a"),
                        repeat,
                        new Trace<>(outcome(random, answer), List.of(), Usage.NONE),
                        Collections.emptySortedMap()));
            }
        }
        return all;
    }

    /** Games of four players, in which everyone sooner or later wins. */
    static List<Observation<Integer, Game, String>> games(long seed) {
        var random = new Random(seed);
        return observations(random, i -> {
            var first = random.nextInt(4);
            var second = (first + 1 + random.nextInt(3)) % 4;
            var game = new Game(
                    "abcd".substring(first, first + 1), "abcd".substring(second, second + 1), random.nextInt(3) / 2.0);
            return Observation.of(Example.of("e" + i, i, ""), outcome(random, game));
        });
    }

    private static <T> List<T> observations(Random random, IntFunction<T> one) {
        return IntStream.range(0, 5 + random.nextInt(60)).mapToObj(one).toList();
    }

    private static <T> Outcome<T> outcome(Random random, T answer) {
        return switch (random.nextInt(12)) {
            case 0 -> Outcome.abstained("not sure");
            case 1 -> Outcome.failed("ask", "timeout");
            default -> Outcome.answered(answer);
        };
    }
}
