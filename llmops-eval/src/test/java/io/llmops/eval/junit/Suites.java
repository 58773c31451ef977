package io.llmops.eval.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Stage;
import io.llmops.eval.Evaluation;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Suites as users write them, launched by the tests of this package; on their own they are not found by Surefire. */
final class Suites {

    static final String HOSTILE = "\u202E<script>\n\u0007" + "x".repeat(500);

    private Suites() {}

    static Dataset<String, String> tickets(int size) {
        return Dataset.of(
                "tickets",
                IntStream.range(0, size)
                        .mapToObj(i -> Example.of(
                                        "t" + i,
                                        i == 7 ? "ticket 7 " + HOSTILE : "ticket " + i + " .",
                                        i % 2 == 0 ? "refund" : "order")
                                .withTags(Map.of("channel", i % 3 == 0 ? "mail" : "chat")))
                        .toList());
    }

    /** Answers wrongly on every so-maniest ticket; that many are right between two errors. */
    static Pipeline<String, String> router(int everySoMany) {
        return Pipeline.of("route", Stage.of(Description.of("route").with("every", everySoMany), text -> {
            var number = Integer.parseInt(text.split(" ", 3)[1]);
            var isRight = everySoMany == 0 || number % everySoMany != everySoMany - 1;
            return (number % 2 == 0) == isRight ? "refund" : "order";
        }));
    }

    static EvaluationRun<String, String, String> run(Evaluations evaluations, int size, int everySoMany) {
        return evaluations.run(Evaluation.of(evaluations.subset(tickets(size)), router(everySoMany))
                .metrics(Classification.report())
                .named("router")
                .seed(1));
    }

    @ExtendWith(LlmopsExtension.class)
    static class Green {

        @Test
        void holds(Evaluations evaluations) {
            evaluations
                    .assertThat(run(evaluations, 400, 40))
                    .metric("f1/macro")
                    .isAtLeast(0.9)
                    .metric("share/failed")
                    .isAtMost(0.05);
        }
    }

    @ExtendWith(LlmopsExtension.class)
    static class Red {

        @Test
        void fails(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations, 400, 2)).metric("accuracy").isAtLeast(0.9);
        }
    }

    @ExtendWith(LlmopsExtension.class)
    static class Undecided {

        @Test
        void isNotDecided(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations, 20, 10)).metric("accuracy").isAtLeast(0.9);
        }

        @Test
        void failsLater(Evaluations evaluations) {
            var run = run(evaluations, 20, 10);
            evaluations.assertThat(run).metric("accuracy").isAtLeast(0.9);
            evaluations.assertThat(run).metric("accuracy").isAtMost(0.1);
        }

        @Test
        @WhenInconclusive(Inconclusive.FAIL)
        void wantsEvidence(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations, 20, 10)).metric("accuracy").isAtLeast(0.9);
        }

        @Test
        @WhenInconclusive(Inconclusive.PASS)
        void doesNotMind(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations, 20, 10)).metric("accuracy").isAtLeast(0.9);
        }
    }

    @ExtendWith(LlmopsExtension.class)
    static class TooFew {

        @Test
        void needsMore(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations, 20, 10)).metric("accuracy").isAtLeast(0.8);
        }
    }

    /** The error rate of the router comes from outside, as a change of a prompt would. */
    @ExtendWith(LlmopsExtension.class)
    static class AgainstABaseline {

        static volatile int size;
        static volatile int everySoMany;

        @Test
        void isNoWorse(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations, size, everySoMany)).doesNotRegress();
        }
    }

    /** Answers that get shorter: every second one a little, every fourth a lot; none is ever right. */
    @ExtendWith(LlmopsExtension.class)
    static class Scored {

        static volatile int lost;

        @Test
        void isNoWorse(Evaluations evaluations) {
            var answer = Stage.of(Description.of("answer").with("lost", lost), (String text) -> {
                var number = Integer.parseInt(text.split(" ", 3)[1]);
                return "x".repeat(9 - (number % 2 == 0 ? 0 : lost / (number % 4 == 3 ? 1 : 2)));
            });
            var length = Scorers.of(
                    "length", (Object text, Object reference) -> text.toString().length() / 10.0);
            evaluations
                    .assertThat(evaluations.run(Evaluation.of(tickets(200), Pipeline.of("answer", answer))
                            .metrics(length)
                            .named("answers")
                            .seed(1)))
                    .metric("length")
                    .doesNotRegress(0.02);
        }
    }

    @ExtendWith(LlmopsExtension.class)
    static class AllFail {

        private static EvaluationRun<String, String, String> run(Evaluations evaluations) {
            return evaluations.run(Evaluation.of(tickets(20), Pipeline.<String, String>of("ask", text -> {
                        throw new IllegalStateException("no key");
                    }))
                    .metrics(Classification.report()));
        }

        @Test
        void passes(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations)).metric("accuracy").isAtLeast(0.9);
        }

        @Test
        void doesNotRegress(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations)).doesNotRegress();
        }
    }

    /** Names, ids, tags and reasons by somebody who means ill, in as many conditions and examples as one likes. */
    @ExtendWith(LlmopsExtension.class)
    static class Hostile {

        static volatile boolean isRight;

        @Test
        void doesNotRegress(Evaluations evaluations) {
            evaluations.assertThat(run(evaluations)).doesNotRegress();
        }

        @Test
        void passes(Evaluations evaluations) {
            var gate = Gate.atLeast("accuracy", 0.9);
            for (var i = 0; i < 30; i++) {
                gate = gate.and(Gate.atLeast("recall/" + HOSTILE + i % 2, 0.9 + i / 1000.0));
            }
            evaluations.assertThat(run(evaluations)).passes(gate);
        }

        private static EvaluationRun<String, String, String> run(Evaluations evaluations) {
            var examples = IntStream.range(0, 200)
                    .mapToObj(i -> Example.of(HOSTILE + i, "日本語".repeat(100) + i, HOSTILE + i % 2))
                    .toList();
            var stages =
                    Pipeline.of("clean", Stage.of(Description.of("c").with(HOSTILE, isRight), (String text) -> text));
            for (var i = 0; i < 20; i++) {
                stages = stages.then("s" + i + HOSTILE + isRight, Stage.of(Description.of("x"), (String text) -> text));
            }
            return evaluations.run(Evaluation.of(
                            Dataset.of(HOSTILE, examples),
                            stages.then("last", text -> HOSTILE + (isRight ? text.charAt(text.length() - 1) % 2 : 7)))
                    .metrics(Classification.report())
                    .named("../" + HOSTILE));
        }
    }

    /** The model is gone after thirty tickets. */
    @ExtendWith(LlmopsExtension.class)
    static class Stops {

        static final AtomicInteger CALLS = new AtomicInteger();
        static volatile boolean broken;

        @Test
        void goesOn(Evaluations evaluations) {
            var ask = Stage.<String, String>of(Description.of("ask"), text -> {
                if (CALLS.incrementAndGet() > 30 && broken) {
                    throw new IllegalStateException("gone");
                }
                return "refund";
            });
            var run = evaluations.run(Evaluation.of(tickets(100), Pipeline.of("ask", ask))
                    .metrics(Classification.report())
                    .stopAfterFailures(0)
                    .concurrency(1));
            assertThat(run.metric("accuracy").estimate().orElseThrow().value()).isEqualTo(0.5);
        }
    }

    @ExtendWith(LlmopsExtension.class)
    static class RunsOnce {

        private static EvaluationRun<String, String, String> run;

        @BeforeAll
        static void evaluate(Evaluations evaluations) {
            run = Suites.run(evaluations, 100, 10);
        }

        @Test
        void isRightOften(Evaluations evaluations) {
            evaluations.assertThat(run).metric("accuracy").isAtLeast(0.8);
        }

        @Test
        void isRightAlways(Evaluations evaluations) {
            evaluations.assertThat(run).metric("accuracy").isAtLeast(0.99);
        }

        @Nested
        class Inside {

            @RepeatedTest(2)
            void runsAgain(Evaluations evaluations) {
                Suites.run(evaluations, 10, 0);
                Suites.run(evaluations, 10, 5);
            }
        }
    }

    @ExtendWith(LlmopsExtension.class)
    static class EachExample {

        @ParameterizedTest
        @ExampleSource(
                value = "classpath:suites/tickets.csv",
                id = "id",
                input = "text",
                reference = "intent",
                tags = "channel")
        void isText(Example<String, String> ticket, Evaluations evaluations, TestInfo info, @TempDir Path folder) {
            assertThat(ticket.input()).isNotEmpty();
            assertThat(evaluations.store()).isNotNull();
            assertThat(info.getDisplayName()).contains(ticket.id());
            assertThat(folder).isDirectory();
        }

        @ParameterizedTest
        @ExampleSource(value = "classpath:suites/sums.jsonl", input = "question", reference = "sum")
        void isTyped(Example<Question, Integer> sum) {
            assertThat(sum.input().a() + sum.input().b()).isEqualTo(sum.reference());
        }
    }

    /** What a line of sums.jsonl asks. */
    record Question(int a, int b) {}

    @ExtendWith(LlmopsExtension.class)
    static class WrongParameter {

        @ParameterizedTest
        @ExampleSource(value = "classpath:suites/tickets.csv")
        void takesAText(String text) {}
    }
}
