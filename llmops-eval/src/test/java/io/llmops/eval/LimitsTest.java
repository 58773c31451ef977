package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.run.RunLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    private static final Dataset<Integer, String> NUMBERS = Dataset.of(
            "numbers",
            IntStream.range(0, 100)
                    .mapToObj(i -> Example.of("n" + i, i, String.valueOf(i)))
                    .toList());

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void whateverHappens(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                // this is what a stage must not do
            }
        }
    }

    @Test
    void failsAnExampleThatTakesTooLongAndGoesOn() {
        var run = Evaluation.of(NUMBERS, Pipeline.of("answer", (Integer number) -> {
                    if (number == 7) {
                        untilInterrupted();
                    }
                    return String.valueOf(number);
                }))
                .exampleDeadline(Duration.ofMillis(200))
                .concurrency(2)
                .run();

        assertThat(run.observations()).hasSize(100);
        assertThat(run.observations().get(7).outcome())
                .isEqualTo(Outcome.failed("deadline", "no answer within PT0.2S"));
        assertThat(run.observations().stream().filter(one -> one.outcome() instanceof Outcome.Answered<?>))
                .hasSize(99);
        assertThat(run.timing().notes()).isEmpty();
    }

    @Test
    void leavesAThreadBehindThatIgnoresTheInterruptionAndSaysSo() {
        var end = new CountDownLatch(1);
        try {
            var run = Evaluation.of(NUMBERS, Pipeline.of("answer", (Integer number) -> {
                        if (number % 50 == 7) {
                            whateverHappens(end);
                        }
                        return String.valueOf(number);
                    }))
                    .exampleDeadline(Duration.ofMillis(100))
                    .concurrency(2)
                    .run();

            assertThat(run.observations())
                    .extracting(one -> one.id())
                    .hasSize(100)
                    .doesNotHaveDuplicates();
            assertThat(List.of(
                            run.observations().get(7).outcome(),
                            run.observations().get(57).outcome()))
                    .containsOnly(Outcome.failed("deadline", "no answer within PT0.1S"));
            assertThat(run.timing().notes())
                    .hasSize(2)
                    .allSatisfy(
                            note -> assertThat(note)
                                    .matches(
                                            "thread llmops-\\d+ did not end within 2 s after its deadline and was left behind"));
        } finally {
            end.countDown();
        }
    }

    @Test
    void stopsWhenItTakesTooLongAndResumesFromTheLog(@TempDir Path folder) {
        var log = RunLog.at(folder.resolve("log.jsonl"));
        var calls = new AtomicInteger();
        var hangs = new AtomicInteger(1);
        var evaluation = Evaluation.of(NUMBERS, Pipeline.of("answer", (Integer number) -> {
                    calls.incrementAndGet();
                    if (number == 60 && hangs.getAndDecrement() > 0) {
                        untilInterrupted();
                    }
                    return String.valueOf(number);
                }))
                .log(log, String.class)
                .concurrency(1);

        assertThatThrownBy(() -> evaluation.runDeadline(Duration.ofMillis(1500)).run())
                .isInstanceOf(EvaluationStoppedException.class)
                .hasMessage("stopped after 60 observations: it took longer than PT1.5S");
        assertThat(calls).hasValue(61);

        assertThat(evaluation.run().observations())
                .allSatisfy(one -> assertThat(one.outcome()).isEqualTo(Outcome.answered(one.reference())));
        assertThat(calls).hasValue(101);
    }

    @Test
    void stopsWhenMoreFailThanMayAndSaysWhy() {
        var begun = new AtomicInteger();
        var evaluation = Evaluation.of(NUMBERS, Pipeline.of("answer", (Integer number) -> {
            begun.incrementAndGet();
            if (number % 2 == 0) {
                throw new IllegalStateException("down");
            }
            return String.valueOf(number);
        }));

        assertThatThrownBy(() -> evaluation.concurrency(1).stopAfterFailures(3).run())
                .isInstanceOf(EvaluationStoppedException.class)
                .hasMessage("stopped after 7 observations: 4 of 7 observations failed, more than the 3 allowed");
        assertThat(begun).hasValue(7);
        assertThatThrownBy(
                        () -> evaluation.concurrency(1).stopAtFailedShare(0.4).run())
                .isInstanceOf(EvaluationStoppedException.class)
                .hasMessage("stopped after 20 observations: 10 of 20 observations failed, more than the share of 0.4"
                        + " allowed");
        assertThat(evaluation.stopAtFailedShare(0.6).run().observations()).hasSize(100);
    }

    @Test
    void refusesLimitsThatAreNone() {
        var evaluation = Evaluation.of(NUMBERS, Pipeline.of("answer", String::valueOf));

        assertThatThrownBy(() -> evaluation.exampleDeadline(Duration.ZERO))
                .hasMessage("expected a time above 0, found PT0S");
        assertThatThrownBy(() -> evaluation.runDeadline(Duration.ofSeconds(-1)))
                .hasMessage("expected a time above 0, found PT-1S");
        assertThatThrownBy(() -> evaluation.stopAfterFailures(-1))
                .hasMessage("expected a number of failures of 0 or more, found -1");
        assertThatThrownBy(() -> evaluation.stopAtFailedShare(1.5))
                .hasMessage("expected a share from 0 to 1, found 1.5");
    }
}
