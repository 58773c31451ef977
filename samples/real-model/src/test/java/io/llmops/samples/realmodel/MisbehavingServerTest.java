package io.llmops.samples.realmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.resilience.Budget;
import io.llmops.core.model.resilience.EndpointQuota;
import io.llmops.core.model.resilience.TimeLimit;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LangChain4j's own clients, decorated, under an evaluation with a log, against an endpoint that misbehaves by a seeded
 * script. Its hangs last until the test is over; how long they are borne is the client's timeout and the evaluation's
 * deadline, which are short here.
 */
class MisbehavingServerTest {

    private static final int EXAMPLES = 2_000;
    private static final long SEED = 20_261_125;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final Duration FOR_EVER = Duration.ofHours(1);

    private static final Dataset<String, String> QUESTIONS = Dataset.of(
            "questions",
            IntStream.range(0, EXAMPLES)
                    .mapToObj(i -> Example.of("q" + i, MisbehavingServer.question(i), MisbehavingServer.answer(i)))
                    .toList());

    @TempDir
    private Path folder;

    /** Makes the client of a server that waits so long for an answer. */
    private interface Maker extends BiFunction<String, Duration, ChatModel> {}

    @Test
    void losesAndDoublesNothingWithTheClientOfOpenAi() throws Exception {
        losesAndDoublesNothing(
                (url, timeout) -> Clients.openAi(url + "/v1", "none", "small-1", timeout, new EndpointQuota()));
    }

    @Test
    void losesAndDoublesNothingWithTheClientOfOllama() throws Exception {
        losesAndDoublesNothing((url, timeout) -> Clients.ollama(url, "small-1", timeout));
    }

    private void losesAndDoublesNothing(Maker client) throws Exception {
        var before = threads();
        var log = folder.resolve("log.jsonl");
        var budget = Budget.unlimited();
        var limit = TimeLimit.of(TIMEOUT.plusMillis(500));
        EvaluationRun<String, String, String> run;
        try (var server = new MisbehavingServer(SEED)) {
            var hearing = client.apply(server.url(), TIMEOUT);
            var deaf = deaf(client.apply(server.url(), FOR_EVER));
            var careful = PaidRun.careful(
                    either(Fault.HANGS_IN_A_DEAF_CLIENT, deaf, hearing), budget, new EndpointQuota(), limit);

            run = PaidRun.of(QUESTIONS, either(Fault.HANGS_IN_A_DEAF_STAGE, deaf, careful), log, DEADLINE)
                    .run();

            assertThat(run.observations())
                    .extracting(Observation::id)
                    .isEqualTo(QUESTIONS.examples().stream().map(Example::id).toList());
            assertThat(run.observations()).allSatisfy(MisbehavingServerTest::hasTheOutcomeOfItsFault);
            var asked = 0L;
            for (var example = 0; example < EXAMPLES; example++) {
                var fault = Fault.of(example, SEED);
                var requests = server.requests().getOrDefault(example, 0);
                asked += requests;
                assertThat(requests)
                        .as("requests for example %s, %s", example, fault)
                        .isBetween(Math.max(1, fault.requests()), fault.requests() < 0 ? 6 : fault.requests());
            }
            var seen = asked - examples(Fault.HANGS_IN_A_DEAF_STAGE).size();
            assertThat(budget.spent().calls())
                    .as("a deaf stage asks behind its back; an attempt whose deadline comes while it waits counts")
                    .isBetween(
                            seen,
                            seen
                                    + examples(Fault.HANGS_ALWAYS).size()
                                    + examples(Fault.HANGS_IN_A_DEAF_CLIENT).size());
            assertThat(limit.abandoned())
                    .as("every attempt of a deaf client")
                    .isEqualTo(examples(Fault.HANGS_IN_A_DEAF_CLIENT).stream()
                            .mapToInt(example -> server.requests().get(example))
                            .sum());
            accountsForTheThreads(run, limit.abandoned(), before);
        }
        theLogKnowsEverything(run, log);
    }

    /** One model for the examples of a fault, another for the others. */
    private static ChatModel either(Fault fault, ChatModel one, ChatModel other) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                var text = ((UserMessage) request.messages().get(0)).singleText();
                return (Fault.of(MisbehavingServer.example(text), SEED) == fault ? one : other).chat(request);
            }

            @Override
            public ChatRequestParameters defaultRequestParameters() {
                return other.defaultRequestParameters();
            }
        };
    }

    /** A client that hears no interruption, as those are that read from a socket or wait by {@code join}. */
    private static ChatModel deaf(ChatModel client) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return CompletableFuture.supplyAsync(() -> client.chat(request), task -> new Thread(task).start())
                        .join();
            }
        };
    }

    private static void hasTheOutcomeOfItsFault(Observation<String, String, String> one) {
        var example = MisbehavingServer.example(one.example().input());
        var fault = Fault.of(example, SEED);
        var expected = fault.endsWell()
                ? Outcome.answered(MisbehavingServer.answer(example))
                : fault.hangsForEver()
                        ? Outcome.failed("deadline", "no answer within " + DEADLINE)
                        : one.outcome() instanceof Outcome.Failed<String> failed
                                ? Outcome.failed("ask", failed.reason())
                                : "a failure";
        assertThat(one.outcome()).as("example %s, %s", example, fault).isEqualTo(expected);
    }

    /** A deaf stage's threads are named in the notes, a deaf client's are counted by the limit, and nobody else is left. */
    private static void accountsForTheThreads(
            EvaluationRun<String, String, String> run, int abandoned, Set<Thread> before) {
        var left = "thread (llmops-\\d+) did not end within 2 s after its deadline and was left behind";
        assertThat(run.timing().notes())
                .hasSize(examples(Fault.HANGS_IN_A_DEAF_STAGE).size())
                .doesNotHaveDuplicates()
                .allSatisfy(note -> assertThat(note).matches(left));
        var ours = oursSince(before);
        ours.removeIf(MisbehavingServerTest::isOfACall);
        assertThat(ours)
                .as("platform threads; where they are virtual, nobody can list them")
                .extracting(Thread::getName)
                .isSubsetOf(run.timing().notes().stream()
                        .map(note -> note.replaceAll(left, "$1"))
                        .toList());
        var end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        var calls = oursSince(before).stream()
                .filter(MisbehavingServerTest::isOfACall)
                .toList();
        while (calls.size() > abandoned && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000); // a thread that is free waits a moment for another call before it ends
            calls = calls.stream().filter(Thread::isAlive).toList();
        }
        assertThat(calls).hasSizeLessThanOrEqualTo(abandoned);
    }

    private static Set<Thread> oursSince(Set<Thread> before) {
        var ours = threads();
        ours.removeAll(before);
        ours.removeIf(thread -> !thread.getName().startsWith("llmops-"));
        return ours;
    }

    private static boolean isOfACall(Thread thread) {
        return thread.getName().equals("llmops-call");
    }

    private static void theLogKnowsEverything(EvaluationRun<String, String, String> run, Path log) throws IOException {
        assertThat(Files.readAllLines(log)).hasSize(1 + EXAMPLES);
        var nobody = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                throw new AssertionError("nobody was to be asked");
            }

            @Override
            public ChatRequestParameters defaultRequestParameters() {
                return ChatRequestParameters.builder()
                        .modelName("small-1")
                        .temperature(0.0)
                        .build();
            }
        };
        var resumed = PaidRun.of(QUESTIONS, nobody, log, DEADLINE).run();
        assertThat(resumed.observations()).isEqualTo(run.observations());
        assertThat(resumed.metrics()).isEqualTo(run.metrics());
    }

    private static List<Integer> examples(Fault fault) {
        return IntStream.range(0, EXAMPLES)
                .filter(example -> Fault.of(example, SEED) == fault)
                .boxed()
                .toList();
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
