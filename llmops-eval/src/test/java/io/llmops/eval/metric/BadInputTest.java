package io.llmops.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.agreement.Agreement;
import io.llmops.eval.metric.agreement.Scale;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.LabelScores;
import io.llmops.eval.metric.extraction.KeyValues;
import io.llmops.eval.metric.extraction.QuestionAnswering;
import io.llmops.eval.metric.extraction.ToolCall;
import io.llmops.eval.metric.extraction.ToolCalls;
import io.llmops.eval.metric.preference.Sampling;
import io.llmops.eval.metric.regression.Regression;
import io.llmops.eval.metric.retrieval.Judgements;
import io.llmops.eval.metric.retrieval.Ranking;
import io.llmops.eval.metric.retrieval.Retrieval;
import io.llmops.eval.metric.span.Segmentations;
import io.llmops.eval.metric.span.Spans;
import io.llmops.eval.metric.text.TextMetrics;
import io.llmops.eval.metric.text.TextScorers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be measured names its example, or is what the documentation says. */
class BadInputTest {

    private static <O, R> Observation<Integer, O, R> bad(O answer, R reference) {
        return Observation.of(Example.of("the bad one", 7, reference), Outcome.answered(answer));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(Regression.report(), bad(Double.NaN, 1.0), "finite answer, found NaN"),
                refused(Regression.correlation(), bad(1.0, Double.NEGATIVE_INFINITY), "finite reference, found -Inf"),
                refused(Agreement.krippendorffAlpha(Scale.INTERVAL), bad(Double.NaN, 1), "finite number"),
                refused(Agreement.krippendorffAlpha(Scale.RATIO), bad(-1, 1), "0 or more on a ratio scale, found -1"),
                refused(
                        Agreement.cohenKappa().withCategories(List.of("yes", "no")),
                        bad("maybe", "yes"),
                        "one of the categories [yes, no], found 'maybe'"),
                refused(Classification.binaryScores("yes"), bad(Double.NaN, "yes"), "finite score of 'yes'"),
                refused(
                        Classification.binaryScores("yes"),
                        bad(Double.POSITIVE_INFINITY, "yes"),
                        "finite score of 'yes'"),
                refused(TextMetrics.bleu(), bad("text", List.of()), "found an empty list"),
                refused(TextMetrics.chrf(), bad("text", List.of()), "found an empty list"),
                refused(TextMetrics.rouge(), bad("text", 7), "found a java.lang.Integer"),
                refused(
                        TextMetrics.<double[]>perplexity(answer -> answer, answer -> ""),
                        bad(new double[] {Double.NaN}, ""),
                        "found NaN"),
                refused(KeyValues.report(), bad("{}", "no JSON"), "expected a reference of JSON"),
                refused(KeyValues.report(), bad("{}", "[".repeat(900) + "]".repeat(900)), "deep at most"));
    }

    private static <O, R> Arguments refused(
            Metric<O, R> metric, Observation<?, ? extends O, ? extends R> bad, String why) {
        return Arguments.of(metric, bad, why);
    }

    @ParameterizedTest
    @MethodSource("refused")
    <O, R> void namesTheExampleThatItCanNotTake(
            Metric<O, R> metric, Observation<?, ? extends O, ? extends R> bad, String why) {
        assertThatThrownBy(() -> metric.accumulator().add(bad, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("example 'the bad one'")
                .hasMessageContaining(why);
    }

    static Stream<Arguments> conventions() {
        var call = new ToolCall("search", Map.of());
        return Stream.of(
                known(QuestionAnswering.squad(), bad("", List.of()), "squad_exact", 1),
                known(QuestionAnswering.squad(), bad("text", List.of()), "squad_exact", 0),
                known(ToolCalls.trajectory(), bad(List.of(), List.of()), "trajectory/exact", 1),
                known(ToolCalls.trajectory(), bad(List.of(call), List.of()), "trajectory/exact", 0),
                known(Retrieval.report(), bad(Ranking.of(Map.of("d", 1.0)), new Judgements(Map.of())), "map", 0),
                known(Spans.tokenAccuracy(), bad(List.of("O"), List.of("O", "O")), "accuracy/token", 0.5),
                known(Spans.tokenAccuracy(), bad(List.of("O", "B-X"), List.of("O")), "accuracy/token", 1),
                known(KeyValues.report(), bad("[".repeat(900) + "]".repeat(900), "{\"a\": 1}"), "field_recall/a", 0),
                known(Classification.report(), bad("unknown", "known"), "precision/unknown", 0),
                known(Classification.multiLabel(), bad(List.of("unknown"), List.of("known")), "precision/unknown", 0));
    }

    private static <O, R> Arguments known(
            Metric<O, R> metric, Observation<?, ? extends O, ? extends R> bad, String name, double value) {
        return Arguments.of(metric, bad, name, value);
    }

    @ParameterizedTest
    @MethodSource("conventions")
    <O, R> void hasAConvention(
            Metric<O, R> metric, Observation<?, ? extends O, ? extends R> bad, String name, double value) {
        assertThat(metric.values(List.of(bad), Uncertainty.STANDARD).get(name).estimate())
                .hasValueSatisfying(found -> assertThat(found.value()).isCloseTo(value, within(0.0)));
    }

    @Test
    void countsWhatAScorerCanNotJudge() {
        assertThat(excluded(TextScorers.levenshtein(), List.of(bad("text", List.of()), bad("a", "a"))))
                .isEqualTo(1);
        assertThat(excluded(Segmentations.windowDiff(2), List.of(bad("101", "1"), bad("10", "10"))))
                .isEqualTo(1);
        assertThat(excluded(Sampling.passAt(2, Object::equals), List.of(bad("a", "a"), twice(0), twice(1))))
                .isEqualTo(1);
    }

    private static Observation<Integer, String, String> twice(int repeat) {
        var one = Observation.of(Example.of("repeated", 7, "a"), Outcome.answered("a"));
        return new Observation<>(one.example(), repeat, one.trace(), one.scores());
    }

    private static <O, R> long excluded(
            Metric<O, R> metric, List<? extends Observation<?, ? extends O, ? extends R>> observations) {
        return metric.values(observations, Uncertainty.STANDARD).values().stream()
                .flatMap(value -> value.estimate().stream())
                .mapToLong(Estimate::excluded)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesScoresThatAreNoneBeforeTheyReachAMetric() {
        assertThatThrownBy(() -> new LabelScores(new TreeMap<>(Map.of("a", Double.NaN))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected finite scores, found NaN of label 'a'");
        assertThatThrownBy(() -> Ranking.of(Map.of("d", Double.POSITIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected finite scores, found Infinity");
    }
}
