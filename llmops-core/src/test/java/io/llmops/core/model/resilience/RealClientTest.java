package io.llmops.core.model.resilience;

import static io.llmops.core.model.decorate.ScriptedEndpoint.asked;
import static io.llmops.core.model.decorate.ScriptedEndpoint.completion;
import static io.llmops.core.model.decorate.ScriptedEndpoint.send;
import static io.llmops.core.model.decorate.ScriptedEndpoint.toolCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import io.llmops.core.model.decorate.Decorators;
import io.llmops.core.model.decorate.ScriptedEndpoint;
import io.llmops.core.model.decorate.VirtualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** LangChain4j's own client against an endpoint that misbehaves. */
class RealClientTest {

    private static final int EXAMPLES = 400;
    private static final int FAULTS = 8;

    private final VirtualTime time = new VirtualTime();

    @Test
    void getsEveryAnswerOnceFromAnEndpointThatMisbehaves() throws Exception {
        var attempts = new ConcurrentHashMap<String, Integer>();
        try (var endpoint = new ScriptedEndpoint((exchange, request) -> misbehave(exchange, request, attempts))) {
            var budget = Budget.unlimited();
            var quota = new EndpointQuota();
            var model = Decorators.of(
                            Retry.standard().time(time).seed(1),
                            budget,
                            RateLimit.unlimited().adaptive(4, 32).quota(quota).time(time))
                    .around(client(endpoint, quota));
            var pool = Executors.newFixedThreadPool(16);
            var answers = new ArrayList<Future<String>>();
            for (var example = 0; example < EXAMPLES; example++) {
                var text = "example " + example;
                answers.add(pool.submit(() -> model.chat(text)));
            }
            for (var example = 0; example < EXAMPLES; example++) {
                assertThat(answers.get(example).get(120, TimeUnit.SECONDS)).isEqualTo("answer to example " + example);
            }
            pool.shutdown();

            assertThat(attempts).hasSize(EXAMPLES);
            // Each kind of fault hits an eighth of the examples: one attempt more, the burst of 500s three.
            assertThat(endpoint.requests()).hasSize(EXAMPLES + EXAMPLES / FAULTS * (6 + 3));
            assertThat(budget.spent().calls()).isEqualTo(endpoint.requests().size());
        }
    }

    /** The example's number says what goes wrong; the last attempt is always right. */
    private static void misbehave(HttpExchange exchange, JsonNode request, Map<String, Integer> attempts)
            throws IOException {
        var text = asked(request);
        var attempt = attempts.merge(text, 1, Integer::sum);
        var fault = Integer.parseInt(text.substring("example ".length())) % FAULTS;
        var right = completion("answer to " + text);
        if (attempt > (fault == 3 ? 3 : 1)) {
            send(exchange, right);
            return;
        }
        switch (fault) {
            case 1 -> {
                exchange.getResponseHeaders().add("Retry-After", "2");
                send(exchange, 429, "application/json", "{\"error\": {\"message\": \"slow down\"}}");
            }
            case 2 -> send(exchange, 429, "application/json", "{\"error\": {\"message\": \"slow down\"}}");
            case 3 -> send(exchange, 500, "text/plain", "oops");
            case 4 -> {
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write(right.substring(0, 60).getBytes(StandardCharsets.UTF_8));
            }
            case 5 -> send(exchange, "{\"id\": \"c1\", \"choices\": [{");
            case 6 -> send(exchange, 200, "text/html", "<html>Sign in</html>");
            case 7 -> exchange.close();
            default -> send(exchange, right);
        }
    }

    @Test
    void waitsAsLongAsTheEndpointAsks() {
        try (var endpoint = new ScriptedEndpoint((exchange, request) -> {
            if (time.elapsed().compareTo(Duration.ofSeconds(40)) < 0) {
                exchange.getResponseHeaders().add("Retry-After", "20");
                send(exchange, 429, "application/json", "{}");
            } else {
                send(exchange, completion("fine"));
            }
        })) {
            var model = Retry.standard().time(time).around(client(endpoint, new EndpointQuota()));

            assertThat(model.chat("hello")).isEqualTo("fine");
            assertThat(endpoint.requests()).hasSize(3);
            assertThat(time.elapsed()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(42));
        }
    }

    @Test
    void backsOffPlainlyWithoutTheWatch() {
        try (var endpoint = new ScriptedEndpoint((exchange, request) -> {
            exchange.getResponseHeaders().add("Retry-After", "20");
            send(exchange, 429, "application/json", "{}");
        })) {
            var bare = OpenAiChatModel.builder()
                    .baseUrl(endpoint.url())
                    .apiKey("none")
                    .modelName("small-1")
                    .maxRetries(0)
                    .build();

            assertThatThrownBy(() -> Retry.standard().time(time).around(bare).chat("hello"))
                    .isInstanceOf(RateLimitException.class);
            assertThat(endpoint.requests()).hasSize(6);
            assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(31));
        }
    }

    @Test
    void hearsWhatIsLeftFromAnswersAndRefusals() {
        try (var endpoint = new ScriptedEndpoint((exchange, request) -> {
            exchange.getResponseHeaders()
                    .add("x-ratelimit-remaining-requests", asked(request).substring(1));
            exchange.getResponseHeaders().add("x-ratelimit-reset-requests", "1h");
            send(exchange, asked(request).startsWith("a") ? 200 : 401, "application/json", completion("fine"));
        })) {
            var quota = new EndpointQuota();
            var model = client(endpoint, quota);

            model.chat("a17");
            assertThat(quota.remainingRequests()).contains(17L);
            assertThatThrownBy(() -> model.chat("b16")).isInstanceOf(AuthenticationException.class);
            assertThat(quota.remainingRequests()).contains(16L);
        }
    }

    @Test
    void doesNotPayTwiceForAKeyThatIsRefused() {
        try (var endpoint = new ScriptedEndpoint(
                (exchange, request) -> send(exchange, 401, "application/json", "{\"error\": \"bad key\"}"))) {
            var model = Retry.standard().identicalFailures(3).time(time).around(client(endpoint, new EndpointQuota()));
            for (var example = 0; example < 50; example++) {
                assertThatThrownBy(() -> model.chat("hello")).isInstanceOf(RuntimeException.class);
            }
            assertThat(endpoint.requests()).hasSize(3);
        }
    }

    @Test
    void streamsAfterARefusal() throws Exception {
        try (var endpoint = new ScriptedEndpoint((exchange, request) -> {
            if (time.elapsed().isZero()) {
                exchange.getResponseHeaders().add("Retry-After", "5");
                send(exchange, 429, "application/json", "{}");
                return;
            }
            send(exchange, 200, "text/event-stream", """
                    data: {"id":"c1","model":"served-1","choices":[{"index":0,"delta":{"content":"fi"}}]}

                    data: {"id":"c1","model":"served-1","choices":[{"index":0,"delta":{"content":"ne"},"finish_reason":"stop"}]}

                    data: [DONE]

                    """);
        })) {
            var heard = new ArrayList<String>();
            var model = Decorators.of(Retry.standard().time(time))
                    .around(
                            OpenAiStreamingChatModel.builder()
                                    .httpClientBuilder(HeaderWatch.of(JdkHttpClient.builder()))
                                    .baseUrl(endpoint.url())
                                    .apiKey("none")
                                    .modelName("small-1")
                                    .build(),
                            Runnable::run);

            model.chat("hello", new StreamingChatResponseHandler() {
                @Override
                public void onPartialResponse(String part) {
                    heard.add(part);
                }

                @Override
                public void onCompleteResponse(ChatResponse response) {
                    heard.add("whole " + response.aiMessage().text());
                }

                @Override
                public void onError(Throwable error) {
                    heard.add("error " + error);
                }
            });

            assertThat(heard).containsExactly("fi", "ne", "whole fine");
            assertThat(time.elapsed()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        }
    }

    interface Assistant {
        String chat(String text);
    }

    interface Triage {
        Ticket extract(String text);
    }

    record Ticket(String intent, int urgency) {}

    static final class Sums {

        private final List<Integer> made = new ArrayList<>();

        @Tool("Adds two numbers")
        int add(int one, int other) {
            made.add(one + other);
            return one + other;
        }
    }

    @Test
    void worksInsideAnAiServiceWithTools() {
        try (var endpoint = new ScriptedEndpoint((exchange, request) -> {
            var last = request.path("messages").path(request.path("messages").size() - 1);
            var refused = time.elapsed().isZero();
            if (refused) {
                send(exchange, 503, "text/plain", "busy");
            } else if (last.path("role").asText().equals("tool")) {
                send(exchange, completion("It is " + last.path("content").asText() + "."));
            } else {
                var tool = request.path("tools").path(0).path("function");
                var names = new ArrayList<String>();
                tool.path("parameters").path("properties").fieldNames().forEachRemaining(names::add);
                send(
                        exchange,
                        toolCall(
                                tool.path("name").asText(),
                                "{\"" + names.get(0) + "\": 17, \"" + names.get(1) + "\": 25}"));
            }
        })) {
            var sums = new Sums();
            var assistant = AiServices.builder(Assistant.class)
                    .chatModel(decorated(endpoint))
                    .tools(sums)
                    .build();

            assertThat(assistant.chat("What is 17 and 25?")).isEqualTo("It is 42.");
            assertThat(sums.made).containsExactly(42);
            assertThat(endpoint.requests()).hasSize(3);
        }
    }

    @Test
    void worksInsideAnAiServiceWithStructuredOutput() {
        try (var endpoint = new ScriptedEndpoint((exchange, request) -> {
            if (time.elapsed().isZero()) {
                send(exchange, 503, "text/plain", "busy");
            } else {
                send(exchange, completion("{\\\"intent\\\": \\\"refund\\\", \\\"urgency\\\": 3}"));
            }
        })) {
            var triage = AiServices.create(Triage.class, decorated(endpoint));

            assertThat(triage.extract("I want my money back!")).isEqualTo(new Ticket("refund", 3));
            assertThat(endpoint.requests()
                            .get(0)
                            .path("response_format")
                            .path("type")
                            .asText())
                    .as("the capability is passed through")
                    .isEqualTo("json_schema");
        }
    }

    static final class Orders {

        private int lookups;

        @Tool("Tells how many days an order is late")
        int daysLate() {
            lookups++;
            return 12;
        }
    }

    @Test
    void worksInsideAnAiServiceWithToolsAndStructuredOutputTogether() {
        try (var endpoint = new ScriptedEndpoint((exchange, request) -> {
            var last = request.path("messages").path(request.path("messages").size() - 1);
            if (time.elapsed().isZero()) {
                send(exchange, 503, "text/plain", "busy");
            } else if (last.path("role").asText().equals("tool")) {
                var urgency = last.path("content").asText().equals("12") ? 5 : 0;
                send(exchange, completion("{\\\"intent\\\": \\\"late_order\\\", \\\"urgency\\\": " + urgency + "}"));
            } else {
                var tool = request.path("tools").path(0).path("function");
                send(exchange, toolCall(tool.path("name").asText(), "{}"));
            }
        })) {
            var orders = new Orders();
            var triage = AiServices.builder(Triage.class)
                    .chatModel(decorated(endpoint))
                    .tools(orders)
                    .build();

            assertThat(triage.extract("Where is my order?")).isEqualTo(new Ticket("late_order", 5));
            assertThat(orders.lookups).isEqualTo(1);
            assertThat(endpoint.requests())
                    .as("a refusal, a tool call, an answer")
                    .hasSize(3);
            assertThat(endpoint.requests())
                    .extracting(request ->
                            request.path("response_format").path("type").asText())
                    .as("the schema is asked for beside the tools")
                    .containsOnly("json_schema");
        }
    }

    private ChatModel decorated(ScriptedEndpoint endpoint) {
        return Decorators.of(
                        Retry.standard().time(time).seed(3),
                        Budget.unlimited(),
                        RateLimit.unlimited().adaptive(2, 8).time(time))
                .around(client(endpoint, new EndpointQuota()));
    }

    private ChatModel client(ScriptedEndpoint endpoint, EndpointQuota quota) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(
                        HeaderWatch.of(JdkHttpClient.builder()).quota(quota).time(time))
                .baseUrl(endpoint.url())
                .apiKey("none")
                .modelName("small-1")
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .maxRetries(0)
                .build();
    }
}
