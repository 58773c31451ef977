package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Usage;
import io.llmops.core.pipeline.UsageMeter;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.RunLog;
import io.llmops.eval.stats.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyTest {

    private static final int N = 1_000;
    private static final Gate GATE = Gate.atLeast("exact_match", 0.8);

    private static Evaluation<Integer, String, String> evaluation(boolean[] right) {
        return Evaluation.of(Simulated.dataset(right.length), Simulated.pipeline(right))
                .metrics(Scorers.exactMatch());
    }

    private static boolean[] right(double rate) {
        return Simulated.right(RandomStream.of(3), N, rate);
    }

    @Test
    void stopsAsSoonAsTheVerdictIsCertain() {
        for (var rate : new double[] {0.95, 0.6}) {
            var right = right(rate);
            var early = GATE.checkEarly(evaluation(right));
            var full = GATE.check(evaluation(right).run());

            assertThat(early.verdict().decision())
                    .isEqualTo(full.decision())
                    .isEqualTo(rate > 0.8 ? Decision.PASS : Decision.FAIL);
            assertThat(early.visited()).isBetween(20L, 350L);
            assertThat(early.examples()).isEqualTo(N);
            assertThat(early.saved()).isEqualTo(N - early.visited());
            assertThat(early.run().observations()).hasSize((int) early.visited());
        }
    }

    @Test
    void stopsAtTheSameExampleAtAnyConcurrency() {
        var right = right(0.95);
        var one = GATE.checkEarly(evaluation(right).concurrency(1).seed(9));
        var many = GATE.checkEarly(evaluation(right).concurrency(32).seed(9));

        assertThat(answers(many)).isEqualTo(answers(one));
        assertThat(many.verdict()).isEqualTo(one.verdict());
        assertThat(many.run().provenance()).isEqualTo(one.run().provenance());
        assertThat(answers(GATE.checkEarly(evaluation(right).seed(10)))).isNotEqualTo(answers(one));
    }

    private static List<List<Object>> answers(EarlyVerdict<Integer, String, String> early) {
        return early.run().observations().stream()
                .map(one -> List.<Object>of(one.id(), one.outcome(), one.scores()))
                .toList();
    }

    @Test
    void saysWhatWasSeenOfTheDataset() {
        var early = GATE.checkEarly(evaluation(right(0.95)));
        var ids = early.run().observations().stream().map(Observation::id).toList();

        assertThat(early.run().provenance().dataset().name()).isEqualTo("simulated (" + early.visited() + " of 1000)");
        assertThat(early.run().provenance().dataset().size()).isEqualTo(early.visited());
        assertThat(early.run().timing().notes())
                .anySatisfy(note -> assertThat(note).startsWith("stopped early"));
        assertThat(ids)
                .as("in the order of the dataset")
                .isSortedAccordingTo(
                        (a, b) -> Integer.compare(Integer.parseInt(a.substring(1)), Integer.parseInt(b.substring(1))));
        assertThat(early.verdict().findings().get(0).reason())
                .contains("; of all 1000 it will be [")
                .endsWith("anywhere in there it comes to PASS");
        assertThat(early.toString()).endsWith("after " + early.visited() + " of 1000 examples");
    }

    /** 53 of 60 are at least 0.7743 by Clopper and Pearson, 52 at least 0.7541: with the last one open, so is the verdict. */
    @Test
    void visitsAllWhereTheVerdictStaysOpenToTheLastAndThenChecksTheRun() {
        var right = new boolean[60];
        Arrays.fill(right, 0, 53, true);
        var seed = 0L;
        while (Simulated.dataset(60).shuffle(seed).examples().get(59).input() >= 53) {
            seed++;
        }
        var gate = Gate.atLeast("exact_match", 0.76);

        var early = gate.checkEarly(evaluation(right).seed(seed));

        assertThat(early.verdict())
                .isEqualTo(gate.check(evaluation(right).seed(seed).run()));
        assertThat(early.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(early.visited()).isEqualTo(60);
        assertThat(early.saved()).isZero();
        assertThat(early.run().provenance().dataset().name()).isEqualTo("simulated");
    }

    @Test
    void stopsWhereItIsCertainThatTheVerdictWillStayOpen() {
        var right = new boolean[60];
        Arrays.fill(right, 0, 53, true);

        var early = Gate.atLeast("exact_match", 0.85).checkEarly(evaluation(right));

        assertThat(early.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(early.visited()).isLessThan(60);
        assertThat(early.verdict().findings().get(0).moreExamples().orElseThrow())
                .isBetween(100L, 3_000L);
    }

    @Test
    void comparesWithABaselineEarly() {
        var before = right(0.9);
        var random = RandomStream.of(8);
        var same = Simulated.changed(random, before, 0.9, 0.01, 0.01);
        var worse = Simulated.changed(random, before, 0.9, 0.3, 0.01);
        var baseline = evaluation(before).run();
        var gate = Gate.noWorseThan(baseline, "exact_match", 0.05);

        assertThat(gate.checkEarly(evaluation(same)).verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(gate.checkEarly(evaluation(same)).visited()).isLessThan(700);
        assertThat(gate.checkEarly(evaluation(worse)).verdict().decision()).isEqualTo(Decision.FAIL);
        assertThat(gate.checkEarly(evaluation(worse)).visited()).isLessThan(250);
        assertThatThrownBy(() -> gate.checkEarly(evaluation(Arrays.copyOf(before, 900))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected the same examples as in '")
                .hasMessageEndingWith("', which has 1000, found 900");
    }

    @Test
    void decidesGradesAndSeveralConditionsEarly() {
        Scorer<Object, Object> grade = Scorers.of("grade", (answer, reference) -> answer.equals(reference) ? 0.9 : 0.3);
        var gate = Gate.atLeast("grade", 0.75)
                .and(Gate.atMost("share/failed", 0.1))
                .and(GATE.named("accuracy"));

        var good = gate.checkEarly(evaluation(right(0.95)).metrics(grade));
        var bad = gate.checkEarly(evaluation(right(0.3)).metrics(grade));

        assertThat(good.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(good.verdict().findings()).hasSize(3);
        assertThat(good.visited()).isLessThan(500);
        assertThat(bad.verdict().decision()).isEqualTo(Decision.FAIL);
        assertThat(bad.visited()).isLessThan(150);
    }

    /** Whole numbers of another range are no rate. */
    @Test
    void decidesGradesOfAnotherRangeEarly() {
        var stars = Scorers.of(
                new MetricDescription("stars", Direction.HIGHER_IS_BETTER, new Range(0, 5), "made up"),
                (Object answer, Object reference) -> answer.equals(reference) ? 5 : 1);
        var right = right(0.9); // 4.6 stars

        var good = Gate.atLeast("stars", 4.2).checkEarly(evaluation(right).metrics(stars));
        var bad = Gate.atLeast("stars", 4.9).checkEarly(evaluation(right).metrics(stars));

        assertThat(good.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(bad.verdict().decision()).isEqualTo(Decision.FAIL);
        assertThat(good.visited()).isLessThan(N);
        assertThat(bad.visited()).isLessThan(N);
    }

    @Test
    void takesTheRepeatsOfAnExampleTogether() {
        var right = right(0.95);
        var early = GATE.checkEarly(evaluation(right).repeats(3));

        assertThat(early.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(early.run().observations()).hasSize((int) early.visited() * 3);
        assertThat(early.visited()).isLessThan(N);
    }

    @Test
    void refusesWhatIsNoMeanOfNumbersInAKnownRange() {
        var evaluation = evaluation(right(0.9)).metrics(Classification.report());

        assertThatThrownBy(() -> Gate.atLeast("f1/macro", 0.8).checkEarly(evaluation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "expected the mean of numbers in a known range, found 'f1/macro', which says"
                                + " nothing before all examples are seen; check the run with it, or stop early by one of [exact_match, ")
                .hasMessageContaining("accuracy");
        assertThatThrownBy(() -> Gate.everyExample(ExampleRule.deterministic()).checkEarly(evaluation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected conditions on means, found 'every example right', which says nothing before all"
                        + " examples are seen; check the run with it");
    }

    @Test
    void needsTheExamplesInMemory() {
        var right = right(0.9);
        var streamed = Dataset.streamed("streamed", () -> Simulated.dataset(N).stream());

        assertThatThrownBy(() -> GATE.checkEarly(
                        Evaluation.of(streamed, Simulated.pipeline(right)).metrics(Scorers.exactMatch())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("expected a dataset in memory, found 'streamed'");
    }

    @Test
    void waitsWhereFailuresAloneCouldTurnTheVerdict() {
        var right = right(0.95);
        Pipeline<Integer, String> failing = Pipeline.of("answer", (Integer i) -> {
            if (i % 5 == 0) {
                throw new IllegalStateException("down");
            }
            return Simulated.pipeline(right).run(i).answer().orElseThrow();
        });
        var gate = Gate.atLeast("exact_match", 0.85);

        var early = gate.checkEarly(Evaluation.of(Simulated.dataset(N), failing).metrics(Scorers.exactMatch()));

        assertThat(early.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(early.verdict().findings().get(0).reason()).contains("failed observations alone could turn it");
    }

    @Test
    void doesNotRunFarAheadOfAnExampleThatTakesLong() {
        var concurrency = 8;
        var right = right(0.95);
        var calls = new AtomicInteger();
        Pipeline<Integer, String> slowOnce = Pipeline.of("answer", (Integer i) -> {
            if (calls.incrementAndGet() == 5) {
                LockSupport.parkNanos(500_000_000); // long enough for the others to answer everything
            }
            return Simulated.pipeline(right).run(i).answer().orElseThrow();
        });

        var early = GATE.checkEarly(Evaluation.of(Simulated.dataset(N), slowOnce)
                .metrics(Scorers.exactMatch())
                .concurrency(concurrency));

        assertThat(early.visited()).isLessThan(350);
        assertThat((long) calls.get()).isBetween(early.visited(), early.visited() + 2L * concurrency);
    }

    @Test
    void losesNoAnswerAndSaysHowManyCallsWereSaved(@TempDir Path folder) {
        var right = right(0.95);
        var calls = new AtomicInteger();
        Pipeline<Integer, String> counted = Pipeline.of("answer", (Integer i) -> {
            calls.incrementAndGet();
            UsageMeter.record(new Usage(1, 10, 1, 0));
            return Simulated.pipeline(right).run(i).answer().orElseThrow();
        });
        var evaluation = Evaluation.of(Simulated.dataset(N), counted)
                .metrics(Scorers.exactMatch())
                .log(RunLog.at(folder.resolve("log")), String.class);

        var early = GATE.checkEarly(evaluation);
        var made = calls.get();
        evaluation.run();

        assertThat(early.savedCalls()).isEqualTo(early.saved());
        assertThat(early.toString()).endsWith(", about " + early.saved() + " calls saved");
        assertThat(made).isBetween((int) early.visited(), N - 1);
        assertThat(calls).as("the log gives what was made already").hasValue(N);
    }

    /** The early verdict is that of all examples but for a chance of 0.5 %; here over 200 evaluations. */
    @Test
    void isHardlyEverOfAnotherMindThanAllExamples() {
        var different = new ArrayList<List<Decision>>();
        var stopped = 0;
        for (var i = 0; i < 200; i++) {
            var right = Simulated.right(RandomStream.of(11).split(i), 200, i % 2 == 0 ? 0.75 : 0.86);
            var run = Simulated.run("run", right, Scorers.exactMatch());
            var early = GATE.checkEarly(ErrorRates.replayed(run, Scorers.exactMatch()));
            var full = GATE.check(run).decision();
            stopped += early.visited() < 200 ? 1 : 0;
            if (early.verdict().decision() != full) {
                different.add(List.of(early.verdict().decision(), full));
            }
        }
        assertThat(stopped).isGreaterThan(60);
        assertThat(different).hasSizeLessThanOrEqualTo(4);
    }
}
