package io.llmops.eval.metric.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextMetricsTest {

    private static Map<String, MetricValue> values(
            Metric<Object, Object> metric, List<? extends Observation<?, ?, ?>> observations) {
        var accumulator = metric.accumulator();
        observations.forEach(observation -> accumulator.add(observation, 1));
        return accumulator.values(Uncertainty.STANDARD);
    }

    private static Estimate first(Metric<Object, Object> metric, List<? extends Observation<?, ?, ?>> observations) {
        return values(metric, observations)
                .get(metric.describe().get(0).name())
                .estimate()
                .orElseThrow();
    }

    private static Observation<String, Object, Object> of(Outcome<Object> outcome, Object reference) {
        return Observation.of(Example.of("e", "one two three four", reference), outcome);
    }

    private static Observation<String, Object, Object> of(Object answer, Object reference) {
        return of(Outcome.answered(answer), reference);
    }

    /** Sentences of ten words, of which each is right with a chance of its own. */
    private static List<Observation<String, Object, Object>> sentences(int count, long seed) {
        var random = new Random(seed);
        var sentences = new ArrayList<Observation<String, Object, Object>>();
        for (var i = 0; i < count; i++) {
            var right = 0.5 + random.nextDouble() / 2;
            var reference = random.ints(10, 0, 50).boxed().toList();
            var answer = reference.stream()
                    .map(word -> random.nextDouble() < right ? "w" + word : "x")
                    .collect(Collectors.joining(" "));
            sentences.add(of(answer, reference.stream().map(word -> "w" + word).collect(Collectors.joining(" "))));
        }
        return sentences;
    }

    private static List<Metric<Object, Object>> all() {
        return List.of(
                TextMetrics.bleu(),
                TextMetrics.chrf(),
                TextMetrics.chrfPlusPlus(),
                TextMetrics.ter(),
                TextMetrics.rouge(),
                TextMetrics.nist(),
                TextMetrics.gleu(),
                TextMetrics.wordErrorRate(),
                TextMetrics.characterErrorRate());
    }

    @Test
    void haveAnIntervalByResamplingTheExamples() {
        var sentences = sentences(200, 1);

        for (var metric : all()) {
            var estimate = first(metric, sentences);
            var interval = estimate.interval().orElseThrow();
            assertThat(interval.method()).as("%s", metric).isEqualTo("bootstrap bca");
            assertThat(interval.contains(estimate.value())).as("%s", metric).isTrue();
        }
    }

    @Test
    void coverTheErrorRateOfAllSentencesWithTheirIntervals() {
        // each word is wrong with probability 1/4 on average
        var covered = 0;
        for (var seed = 0; seed < 200; seed++) {
            var interval = first(TextMetrics.wordErrorRate(), sentences(60, seed))
                    .interval()
                    .orElseThrow();
            covered += interval.contains(0.25) ? 1 : 0;
        }

        // 95 % of 200 within four standard errors
        assertThat(covered).isBetween(178, 200);
    }

    @Test
    void haveAnIntervalWhereEveryAnswerIsRight() {
        var right = List.of(of("a b c d", "a b c d"), of("a b c d", "a b c d"));

        for (var metric : List.<Metric<Object, Object>>of(TextMetrics.bleu(), TextMetrics.chrf())) {
            var estimate = first(metric, right);
            assertThat(estimate.value()).isCloseTo(100, within(1e-9));
            assertThat(estimate.interval().orElseThrow().lower()).isLessThan(90);
        }
    }

    @Test
    void takeAFailureForAnEmptyTextAndSayWhatItCouldHaveBeen() {
        var observations = List.of(of("a b c d", "a b c d"), of(Outcome.failed("ask", "timeout"), "e f g h"));

        var rate = first(TextMetrics.wordErrorRate(), observations);
        assertThat(rate.value()).isEqualTo(0.5);
        assertThat(rate.n()).isEqualTo(2);
        assertThat(rate.reach()).isEqualTo(new MetricValue.Reach(0, 0.5));
        assertThat(first(TextMetrics.bleu(), observations).reach().highest()).isCloseTo(100, within(1e-9));
        var abstained = List.of(of("a b c d", "a b c d"), of(Outcome.abstained("no idea"), "e f g h"));
        // exp(1 - 8/4)
        assertThat(first(TextMetrics.bleu(), abstained).value()).isCloseTo(100 * Math.exp(-1), within(1e-9));
    }

    @Test
    void takeTheNearestOfSeveralReferences() {
        var observation = List.of(of("a b c d", List.of("x", "a b c d")));

        assertThat(first(TextMetrics.wordErrorRate(), observation).value()).isZero();
        assertThat(first(TextMetrics.chrf(), observation).value()).isCloseTo(100, within(1e-9));
        assertThat(first(TextMetrics.rouge(), observation).value()).isEqualTo(1);
        // edits of the nearest, length of the average
        assertThat(first(TextMetrics.ter(), List.of(of("a b c x", List.of("x y z x", "a b c d"))))
                        .value())
                .isCloseTo(25, within(1e-9));
    }

    @Test
    void nameTheExampleWhoseReferenceIsNoText() {
        for (var metric : all()) {
            assertThatThrownBy(() -> metric.accumulator().add(of("a", List.of()), 1))
                    .as("%s", metric)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("example 'e': expected a text or a list of texts as reference, found an empty list");
        }
    }

    @Test
    void doNotAddUpCountsOfOtherSettings() {
        var bleu = TextMetrics.bleu().accumulator();

        assertThatThrownBy(
                        () -> bleu.merge(TextMetrics.bleu().withLowercase(true).accumulator(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bleu.merge(
                        TextMetrics.bleu().withTokenizer(BleuTokenizer.NONE).accumulator(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sayTheirSettingsAsSacreBleuDoes() {
        assertThat(TextMetrics.bleu()
                        .withTokenizer(BleuTokenizer.INTERNATIONAL)
                        .withSmoothing(BleuSmoothing.floor(0.1))
                        .signature(2))
                .isEqualTo("nrefs:2|case:mixed|eff:no|tok:intl|smooth:floor[0.10]");
        assertThat(TextMetrics.chrfPlusPlus().signature(1)).isEqualTo("nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no");
        assertThat(TextMetrics.ter().signature(1)).isEqualTo("nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no");
    }

    @Test
    void goByAnotherNameBesideEachOther() {
        Metric.requireDifferentNames(List.of(
                TextMetrics.bleu(), TextMetrics.bleu().withName("bleu_char").withTokenizer(BleuTokenizer.CHARACTER)));
        assertThat(TextMetrics.bleu().withName("bleu_char").describe().get(1).name())
                .isEqualTo("bleu_char/precision_1");
    }

    @Test
    void measureLengthsAgainstTheInput() {
        var values = values(TextMetrics.lengths(), List.of(of("ab cd", "x"), of("\uD83D\uDE00", "x")));

        assertThat(values.get("length/words").estimate().orElseThrow().value()).isEqualTo(1.5);
        assertThat(values.get("length/characters").estimate().orElseThrow().value())
                .isEqualTo(3);
        assertThat(values.get("length/compression").estimate().orElseThrow().value())
                .isCloseTo(8 / 3.0, within(1e-12));
    }

    @Test
    void leaveErrorRatesUndefinedWithoutAnyReferenceWord() {
        assertThat(values(TextMetrics.wordErrorRate(), List.of(of("a", ""))).get("wer"))
                .isInstanceOf(MetricValue.Undefined.class);
    }

    @Test
    void excludeOutcomesWithoutProbabilitiesFromPerplexity() {
        var perplexity = TextMetrics.<Object>perplexity(answer -> new double[] {Math.log(0.25)}, answer -> "");
        var accumulator = perplexity.accumulator();
        accumulator.add(of("a", "b"), 1);
        accumulator.add(of(Outcome.failed("ask", "timeout"), "b"), 1);

        var values = accumulator.values(Uncertainty.STANDARD);
        var estimate = values.get("perplexity").estimate().orElseThrow();
        assertThat(estimate.value()).isCloseTo(4, within(1e-12));
        assertThat(estimate.excluded()).isEqualTo(1);
        assertThat(values.get("perplexity/bits_per_byte")).isInstanceOf(MetricValue.Undefined.class);
    }

    @Test
    void refuseProbabilitiesAboveOne() {
        var perplexity = TextMetrics.<Object>perplexity(answer -> new double[] {0.1}, answer -> "");

        assertThatThrownBy(() -> perplexity.accumulator().add(of("a", "b"), 1))
                .hasMessage("example 'e': expected finite logarithms of probabilities, 0 or less, found 0.1");
    }
}
