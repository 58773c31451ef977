package io.llmops.eval.metric.text;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.RandomStream;
import io.llmops.eval.stats.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the intervals of text metrics hold the value of a population of 20,000 answers from which the examples are
 * drawn: sentences of 4 to 24 words, some of them well said and some not, words of each wrong, lacking or swapped. NIST is
 * not here: its information grows with the references, so there is no value of a population for it to cover.
 */
class TextCoverageTest {

    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(400);
    private static final List<Observation<String, String, String>> POPULATION = population(new Random(1));
    private static final List<Metric<Object, Object>> METRICS = List.of(
            TextMetrics.bleu(),
            TextMetrics.chrf(),
            TextMetrics.ter(),
            TextMetrics.wordErrorRate(),
            TextMetrics.gleu(),
            TextMetrics.rouge().scorer(RougeVariant.ROUGE_L),
            TextScorers.tokenF1(),
            TextScorers.contains());

    @Test
    void coversInTheMiddleOfTheRegion() {
        holds(200, 100);
    }

    @Test
    @Tag("simulation")
    void coversFromAHundredAnswersOn() {
        for (var n : new int[] {100, 300}) {
            holds(n, 1_000);
        }
    }

    private static void holds(int n, int datasets) {
        for (var metric : METRICS) {
            var name = metric.describe().get(0).name();
            var truth =
                    Observed.sum(metric.accumulator(), POPULATION).value(name).orElseThrow();
            Simulation.over(datasets)
                    .isAbout95(
                            name + ", n " + n,
                            random -> first(metric, drawn(n, random))
                                    .interval()
                                    .orElseThrow()
                                    .contains(truth));
        }
    }

    private static Estimate first(Metric<Object, Object> metric, List<Observation<String, String, String>> answers) {
        return metric.values(answers, QUICK)
                .values()
                .iterator()
                .next()
                .estimate()
                .orElseThrow();
    }

    private static List<Observation<String, String, String>> drawn(int n, RandomStream random) {
        return IntStream.range(0, n)
                .mapToObj(i -> POPULATION.get(random.nextInt(POPULATION.size())))
                .toList();
    }

    private static List<Observation<String, String, String>> population(Random random) {
        var all = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 20_000; i++) {
            var right = new ArrayList<String>();
            for (var word = 0; word < 4 + random.nextInt(21); word++) {
                right.add(word(random));
            }
            var example = Example.of("e" + i, "say it", String.join(" ", right));
            all.add(Observation.of(example, Outcome.answered(answer(right, random))));
        }
        return all;
    }

    private static String answer(List<String> right, Random random) {
        var said = new ArrayList<String>();
        var wrong = random.nextDouble() * random.nextDouble() * 0.6;
        for (var word : right) {
            var chance = random.nextDouble();
            if (chance < wrong) {
                said.add(word(random));
            } else if (chance > wrong * 1.3) {
                said.add(said.isEmpty() || random.nextDouble() > wrong / 4 ? said.size() : said.size() - 1, word);
            }
        }
        return said.isEmpty() ? right.get(0) : String.join(" ", said);
    }

    /** One of many words, the first much more frequent than the last. */
    private static String word(Random random) {
        return "w" + (int) (300 * Math.pow(random.nextDouble(), 3));
    }
}
