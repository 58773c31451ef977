package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    private static final Dataset<String, String> PARITY = numbers(100);

    private static Dataset<String, String> numbers(int count) {
        return Dataset.of(
                "parity",
                IntStream.range(0, count)
                        .mapToObj(i -> Example.of("n" + i, String.valueOf(i), i % 2 == 0 ? "even" : "odd"))
                        .toList());
    }

    private static Outcome<String> parity(String number) {
        if (number.equals("13")) {
            throw new IllegalStateException("unlucky");
        }
        return number.endsWith("7")
                ? Outcome.abstained("not sure")
                : Outcome.answered(Integer.parseInt(number) % 2 == 0 ? "even" : "odd");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 32, 1000})
    void keepsTheOrderOfTheDatasetAtAnyConcurrency(int concurrency) {
        var run = Evaluation.of(PARITY, Pipeline.ofMaybe("parity", EvaluationTest::parity))
                .metrics(Classification.report(), Scorers.exactMatch())
                .concurrency(concurrency)
                .run();

        assertThat(run.observations())
                .extracting(o -> o.example().id())
                .containsExactlyElementsOf(
                        PARITY.examples().stream().map(Example::id).toList());
        // of 100 numbers 10 end in 7 and abstain, 13 fails, the rest is right
        assertThat(run.metric("accuracy"))
                .isInstanceOfSatisfying(
                        MetricValue.Estimate.class,
                        accuracy -> assertThat(accuracy.value()).isEqualTo(0.89));
        assertThat(run.metric("exact_match"))
                .isInstanceOfSatisfying(
                        MetricValue.Estimate.class,
                        match -> assertThat(match.value()).isEqualTo(0.89));
        assertThat(run.metric("share/failed"))
                .isInstanceOfSatisfying(
                        MetricValue.Estimate.class,
                        share -> assertThat(share.value()).isEqualTo(0.01));
        assertThat(run.metric("share/abstained"))
                .isInstanceOfSatisfying(
                        MetricValue.Estimate.class,
                        share -> assertThat(share.value()).isEqualTo(0.1));
    }

    /** Nobody ends before a thousand have begun. */
    @Test
    void worksOnAThousandAtOnceAndKeepsTheirOrder() {
        var most = 1_000;
        var together = new CountDownLatch(most);
        var pipeline = Pipeline.of("meet", (String number) -> {
            together.countDown();
            return meet(together) ? number : "alone";
        });

        var run = Evaluation.of(numbers(2 * most), pipeline).concurrency(most).run();

        assertThat(run.observations())
                .extracting(one -> one.outcome().answer().orElseThrow())
                .containsExactlyElementsOf(
                        IntStream.range(0, 2 * most).mapToObj(String::valueOf).toList());
    }

    private static boolean meet(CountDownLatch together) {
        try {
            return together.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void listsTheNamesThereAreWhenOneIsMisspelt() {
        var run = Evaluation.of(PARITY, Pipeline.ofMaybe("parity", EvaluationTest::parity))
                .metrics(Classification.report())
                .run();

        assertThatThrownBy(() -> run.metric("f1-macro"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no metric 'f1-macro', did you mean 'f1/macro'?; there are [accuracy, ")
                .hasMessageContaining("recall/even");
    }

    @Test
    void refusesTwoMetricsOfOneName() {
        assertThatThrownBy(() -> Evaluation.of(PARITY, Pipeline.ofMaybe("parity", EvaluationTest::parity))
                        .metrics(Scorers.exactMatch(), Scorers.exactMatch()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two metrics have a value named 'exact_match'");
    }

    @Test
    void measuresAnswersThatAreNotText() {
        var lengths = Dataset.of("lengths", List.of(Example.of("a", "four", 4), Example.of("b", "three", 3)));
        var run = Evaluation.of(lengths, Pipeline.<String, Integer>of("length", String::length))
                .metrics(
                        Scorers.exactMatch(),
                        Scorers.<Integer, Integer>matching(
                                "close", (answer, reference) -> Math.abs(answer - reference) <= 2))
                .run();

        assertThat(run.metric("exact_match").estimate().orElseThrow().value()).isEqualTo(0.5);
        assertThat(run.metric("close").estimate().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void saysUndefinedOnAnEmptyDataset() {
        var run = Evaluation.of(
                        Dataset.of("none", List.<Example<String, String>>of()), Pipeline.of("echo", (String s) -> s))
                .metrics(Classification.report(), Scorers.exactMatch())
                .run();

        assertThat(run.metrics().values()).allMatch(MetricValue.Undefined.class::isInstance);
    }

    @Test
    void tellsTheListenerAboutEveryExampleInTurn() {
        var heard = Collections.synchronizedList(new ArrayList<Progress>());
        Evaluation.of(PARITY, Pipeline.ofMaybe("parity", EvaluationTest::parity))
                .progress(heard::add)
                .run();

        assertThat(heard)
                .extracting(Progress::done)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 100).mapToObj(Long::valueOf).toList());
        assertThat(heard.get(99).failed()).isEqualTo(1);
        assertThat(heard.get(99).abstained()).isEqualTo(10);
    }

    @Test
    void asksForExamplesOnlyAsTheyAreWorkedOn() {
        var asked = new AtomicInteger();
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var streamed = Dataset.streamed(
                "many",
                () -> IntStream.range(0, 10_000).mapToObj(i -> {
                    most.accumulateAndGet(asked.incrementAndGet() - working.get(), Math::max);
                    return Example.of("n" + i, i, i);
                }));
        var pipeline = Pipeline.<Integer, Integer>of("count", number -> {
            working.incrementAndGet();
            return number;
        });
        streamed.fingerprint();
        var size = streamed.size();
        asked.set(0);
        most.set(0);

        Evaluation.of(streamed, pipeline).concurrency(4).run();

        assertThat(size).isEqualTo(10_000);
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void leavesNoThreadBehind() {
        Evaluation.of(PARITY, Pipeline.ofMaybe("parity", EvaluationTest::parity))
                .concurrency(50)
                .run();

        assertThat(workers()).isEmpty();
    }

    @Test
    void endsInOrderWhenInterrupted() throws InterruptedException {
        var reached = new CountDownLatch(4);
        var never = new CountDownLatch(1);
        var pipeline = Pipeline.<String, String>of("wait", text -> {
            reached.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return text;
        });
        var thrown = new ArrayList<Throwable>();
        var flag = new ArrayList<Boolean>();
        var caller = new Thread(() -> {
            try {
                Evaluation.of(PARITY, pipeline).concurrency(4).run();
            } catch (CancellationException e) {
                thrown.add(e);
                flag.add(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        reached.await();
        caller.interrupt();
        caller.join();

        assertThat(thrown).singleElement().satisfies(e -> assertThat(e).hasMessageStartingWith("interrupted after "));
        assertThat(flag).containsExactly(true);
        assertThat(workers()).isEmpty();
    }

    @Test
    void endsWithTheErrorThatIsNoOutcome() {
        var pipeline = Pipeline.<String, String>of("break", text -> {
            throw new LinkageError("no such class");
        });

        assertThatThrownBy(() -> Evaluation.of(PARITY, pipeline).run())
                .isInstanceOf(LinkageError.class)
                .hasMessage("no such class");
        assertThat(workers()).isEmpty();
    }

    @Test
    void takesTheStartFromTheClock() {
        var noon = Instant.parse("2026-11-23T12:00:00Z");
        var run = Evaluation.of(PARITY, Pipeline.ofMaybe("parity", EvaluationTest::parity))
                .clock(Clock.fixed(noon, ZoneOffset.UTC))
                .run();

        assertThat(run.timing().started()).isEqualTo(noon);
    }

    @Test
    void saysTheMainThingInOneLine() {
        var run = Evaluation.of(PARITY, Pipeline.ofMaybe("parity", EvaluationTest::parity))
                .metrics(Classification.report())
                .named("lexical")
                .run();

        assertThat(run).hasToString(run.toString());
        assertThat(run.toString())
                .startsWith("lexical on parity: 100 observations, 10 abstained, 1 failed, f1/macro 0.938 [");
        assertThat(run.toString()).doesNotContain("\n");
    }

    private static List<String> workers() {
        return Stream.of(threads())
                .map(Thread::getName)
                .filter(name -> name.startsWith(WorkerThreads.PREFIX))
                .toList();
    }

    private static Thread[] threads() {
        return Thread.getAllStackTraces().keySet().toArray(Thread[]::new);
    }

    @Test
    void slicesEveryMetricByTags() {
        var tagged =
                PARITY.map(example -> example.withTag("size", example.input().length() == 1 ? "small" : "large"));

        var run = Evaluation.of(tagged, Pipeline.ofMaybe("parity", EvaluationTest::parity))
                .slices("size")
                .metrics(Scorers.exactMatch())
                .run();

        // of 0 to 9 the 7 is not answered; of 10 to 99 those that end in 7, nine, and 13
        assertThat(run.metric("exact_match[size=small]")
                        .estimate()
                        .orElseThrow()
                        .value())
                .isEqualTo(0.9);
        assertThat(run.metric("exact_match[size=large]")
                        .estimate()
                        .orElseThrow()
                        .value())
                .isEqualTo(80 / 90.0);
        assertThat(run.describe("exact_match[size=large]").orElseThrow().range().max())
                .isEqualTo(1);
    }
}
