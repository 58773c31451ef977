package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.decorate.Repeat;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.compare.Comparison;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.preference.Sampling;
import io.llmops.eval.report.Reports;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.stats.Interval;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final Dataset<Integer, String> NUMBERS = Dataset.of(
            "numbers",
            IntStream.range(0, 300)
                    .mapToObj(i -> Example.of("n" + i, i, List.of("a", "b", "c").get(i % 3)))
                    .toList());

    /** Right for four of five numbers, always in the same way. */
    private static String certain(int number) {
        return List.of("a", "b", "c").get((number + (number % 5 == 0 ? 1 : 0)) % 3);
    }

    /** Right for two of three tries, which ones depends on the number and the repeat. */
    private static String byChance(int number) {
        var mixed = (number * 31L + Repeat.index() * 17L) * 0x9E3779B97F4A7C15L;
        return List.of("a", "b", "c").get((number + (Long.remainderUnsigned(mixed >>> 7, 3) == 0 ? 1 : 0)) % 3);
    }

    private static EvaluationRun<Integer, String, String> run(Pipeline<Integer, String> pipeline, int repeats) {
        return Evaluation.of(NUMBERS, pipeline)
                .metrics(Classification.report(), Scorers.exactMatch())
                .repeats(repeats)
                .run();
    }

    private static Estimate estimate(EvaluationRun<?, ?, ?> run, String name) {
        return run.metric(name).estimate().orElseThrow();
    }

    private static Interval interval(EvaluationRun<?, ?, ?> run, String name) {
        return estimate(run, name).interval().orElseThrow();
    }

    @Test
    void triesEveryExampleSoOftenInTheOrderOfTheDataset() {
        var run = run(Pipeline.of("certain", RepeatsTest::certain), 3);

        assertThat(run.observations()).hasSize(900);
        assertThat(run.observations().subList(3, 6))
                .extracting(observation -> observation.id() + " " + observation.repeat())
                .containsExactly("n1 0", "n1 1", "n1 2");
    }

    @Test
    void saysSoInTheReport() {
        assertThat(Reports.text(run(Pipeline.of("certain", RepeatsTest::certain), 3)))
                .contains("numbers · 300 examples, each tried 3 times · ");
    }

    @Test
    void tellsCachesWhichRepeatItIs() {
        var run = Evaluation.of(NUMBERS.take(2), Pipeline.of("which", (Integer number) -> Repeat.index() + ""))
                .repeats(2)
                .run();

        assertThat(run.observations())
                .extracting(observation ->
                        observation.outcome().match(answer -> answer, reason -> reason, (stage, reason) -> reason))
                .containsExactly("0", "1", "0", "1");
    }

    @Test
    void doesNotBelieveItKnowsMoreWhenTheSameAnswersComeAgain() {
        var once = run(Pipeline.of("certain", RepeatsTest::certain), 1);
        var often = run(Pipeline.of("certain", RepeatsTest::certain), 5);

        for (var name : List.of("accuracy", "exact_match")) {
            assertThat(estimate(often, name).value())
                    .isEqualTo(estimate(once, name).value());
            // the finite-cluster factor, 300 / 299, is the only difference
            assertThat(interval(often, name).width())
                    .isCloseTo(interval(once, name).width(), within(0.0005));
            assertThat(interval(often, name).method()).isEqualTo("wilson of clusters");
        }
        for (var name : List.of("f1/macro", "mcc", "recall/a")) {
            // two bootstraps, or Wilson's and a bootstrap, of the same 300 examples
            assertThat(interval(often, name).width() / interval(once, name).width())
                    .as(name)
                    .isBetween(0.85, 1.15);
        }
    }

    @Test
    void knowsMoreWhenRepeatsDiffer() {
        var once = run(Pipeline.of("chance", RepeatsTest::byChance), 1);
        var often = run(Pipeline.of("chance", RepeatsTest::byChance), 5);

        assertThat(interval(often, "accuracy").width())
                .isLessThan(0.65 * interval(once, "accuracy").width());
    }

    @Test
    void hasAnIntervalOfWidthWhereAllIsRight() {
        var once =
                run(Pipeline.of("perfect", (Integer i) -> List.of("a", "b", "c").get(i % 3)), 1);
        var often =
                run(Pipeline.of("perfect", (Integer i) -> List.of("a", "b", "c").get(i % 3)), 5);

        for (var name : List.of("accuracy", "f1/macro", "recall/a", "exact_match")) {
            assertThat(interval(often, name).width())
                    .as(name)
                    .isCloseTo(interval(once, name).width(), within(1e-9));
        }
    }

    @Test
    void comparesTheVotesOfTwoRuns() {
        var votes = Evaluation.of(NUMBERS, Pipeline.of("votes", RepeatsTest::byVotes))
                .metrics(Sampling.majority(Scorers.exactMatch()))
                .repeats(3);
        var certain = Evaluation.of(NUMBERS, Pipeline.of("certain", RepeatsTest::certain))
                .metrics(Sampling.majority(Scorers.exactMatch()))
                .repeats(3);

        var change = Comparison.of(votes.run(), certain.run())
                .difference("majority/exact_match")
                .change()
                .estimate()
                .orElseThrow();

        assertThat(change.value()).isCloseTo(240 / 300.0 - 110 / 300.0, within(1e-12));
        assertThat(change.interval().orElseThrow().lower()).isBetween(0.3, change.value());
    }

    /** Right in the repeats 0 and 1, 0 alone, or none; every tenth repeat fails and casts no vote. */
    private static String byVotes(int number) {
        if (number % 10 == 9 && Repeat.index() == 2) {
            throw new IllegalStateException("down");
        }
        var right = Repeat.index() < 2 - number % 3;
        return right ? List.of("a", "b", "c").get(number % 3) : "x";
    }

    @Test
    void countsTheVotesOfTheRepeatsWhenAsked() {
        var run = Evaluation.of(NUMBERS, Pipeline.of("votes", RepeatsTest::byVotes))
                .metrics(Classification.report(), Sampling.majority(Classification.report()))
                .repeats(3)
                .run();

        // two votes of three are right for a third of the numbers, one for a third, none for a third
        assertThat(estimate(run, "majority/accuracy").value()).isEqualTo((100 + 10) / 300.0, within(1e-12));
        assertThat(estimate(run, "majority/accuracy").n()).isEqualTo(300);
        assertThat(estimate(run, "accuracy").value()).isEqualTo((200 + 100) / 900.0, within(1e-12));
        assertThat(interval(run, "majority/accuracy").method()).isEqualTo("wilson");
        assertThat(run.describe("majority/f1/macro")).isPresent();
    }

    @Test
    void measuresTheAnswersThatMostRepeatsGiveAsIfTheyWereTheOnlyOnes() {
        var often = Evaluation.of(NUMBERS, Pipeline.of("certain", RepeatsTest::certain))
                .metrics(Sampling.majority(Classification.report()))
                .repeats(3)
                .run();
        var once = run(Pipeline.of("certain", RepeatsTest::certain), 1);

        for (var name : List.of("accuracy", "f1/macro", "recall/a", "mcc")) {
            assertThat(often.metric("majority/" + name)).as(name).isEqualTo(once.metric(name));
        }
        assertThat(once.describe("recall/a").orElseThrow().range())
                .isEqualTo(often.describe("majority/recall/a").orElseThrow().range());
    }

    @Test
    void comparesRepeatedRunsByTheirExamples() {
        var better = Pipeline.of(
                "better", (Integer i) -> i % 10 == 0 ? List.of("a", "b", "c").get(i % 3) : certain(i));
        var once = Comparison.of(run(Pipeline.of("certain", RepeatsTest::certain), 1), run(better, 1));
        var often = Comparison.of(run(Pipeline.of("certain", RepeatsTest::certain), 5), run(better, 5));

        var from = once.difference("accuracy").change().estimate().orElseThrow();
        var to = often.difference("accuracy").change().estimate().orElseThrow();
        assertThat(to.value()).isCloseTo(from.value(), within(1e-12));
        assertThat(to.interval().orElseThrow().width())
                .isCloseTo(from.interval().orElseThrow().width(), within(0.012));
        assertThat(to.interval().orElseThrow().method()).endsWith("of clusters of pairs");
        assertThat(often.correctness().evidence().test().method()).startsWith("permutation");
        assertThat(often.correctness().fixed()).isEqualTo(5 * once.correctness().fixed());
        assertThat(often.correctness().evidence().interval().width())
                .isCloseTo(once.correctness().evidence().interval().width(), within(0.012));
    }

    @Test
    void refusesLessThanOne() {
        assertThatThrownBy(() -> Evaluation.of(NUMBERS, Pipeline.of("certain", RepeatsTest::certain))
                        .repeats(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a number of repeats above 0, found 0");
    }

    @Test
    void leavesIntervalsAloneThatAreOverExamplesAlready() {
        var passes = Sampling.passAt(2, Object::equals);
        var run = Evaluation.of(NUMBERS, Pipeline.of("by chance", RepeatsTest::byChance))
                .metrics(passes)
                .repeats(3)
                .run();

        assertThat(run.metric("pass@2"))
                .isEqualTo(
                        passes.values(run.observations(), Uncertainty.STANDARD).get("pass@2"));
        assertThat(estimate(run, "pass@2").n()).isEqualTo(300);
    }

    @Test
    void comparesMetricsOverExamplesThatNeverDiffer() {
        var evaluation = Evaluation.of(NUMBERS, Pipeline.of("certain", RepeatsTest::certain))
                .metrics(Sampling.passAll(3, Object::equals))
                .repeats(3);

        var difference = Comparison.of(evaluation.run(), evaluation.run()).difference("pass^3");

        var interval = difference.change().estimate().orElseThrow().interval().orElseThrow();
        assertThat(interval.contains(0)).isTrue();
        assertThat(interval.upper())
                .as("z √(0.8 z²) / (n + z²): of z² examples drawn in, 0.8 had passed")
                .isCloseTo(0.0113, within(0.003));
    }
}
