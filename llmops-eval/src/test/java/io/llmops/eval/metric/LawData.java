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
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Observations of several kinds made up by a seed: right and wrong ones, abstentions and failures. */
public final class LawData {

    private LawData() {}

    /** Answers and references of any kind. */
    public static <O, R> List<Observation<Integer, O, R>> observations(
            long seed, Function<Random, O> answer, Function<Random, R> reference) {
        var random = new Random(seed);
        return observations(random, i -> {
            var example = Example.of("e" + i, i, reference.apply(random));
            return Observation.of(example, outcome(random, answer.apply(random)));
        });
    }

    /** Labels, some of which look like something else, of several languages. */
    static List<Observation<String, String, String>> labels(long seed) {
        return labels(seed, label -> label, label -> label);
    }

    /** What stands for labels. */
    static <O, R> List<Observation<String, O, R>> labels(
            long seed, Function<String, O> answer, Function<String, R> reference) {
        var random = new Random(seed);
        var labels = List.of("a", "b", "c", "dd", "macro", "?", "!");
        return observations(random, i -> {
            var right = labels.get(random.nextInt(5));
            var pair = Observed.of("e" + i, right, random.nextInt(3) > 0 ? right : labels.get(random.nextInt(7)));
            var example = Example.of(pair.id(), pair.example().input(), reference.apply(right));
            return Observation.of(
                    i % 7 == 0
                            ? example
                            : example.withTag("lang", List.of("de", "en", "[x]").get(i % 3)),
                    pair.outcome().map(answer));
        });
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
