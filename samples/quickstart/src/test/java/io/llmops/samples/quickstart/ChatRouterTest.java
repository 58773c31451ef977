package io.llmops.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.llmops.core.pipeline.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatRouterTest {

    private static final LinkedHashSet<String> LABELS = new LinkedHashSet<>(List.of("refund", "delivery"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<JsonNode> asked = new AtomicReference<>();
    private volatile String answer = "delivery";
    private HttpServer server;

    @BeforeEach
    void startAnEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            asked.set(JSON.readTree(exchange.getRequestBody()));
            var body = JSON.writeValueAsString(Map.of(
                            "id",
                            "1",
                            "object",
                            "chat.completion",
                            "created",
                            0,
                            "model",
                            "m",
                            "choices",
                            List.of(Map.of(
                                    "index",
                                    0,
                                    "finish_reason",
                                    "stop",
                                    "message",
                                    Map.of("role", "assistant", "content", answer))),
                            "usage",
                            Map.of("prompt_tokens", 20, "completion_tokens", 1, "total_tokens", 21)))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopIt() {
        server.stop(0);
    }

    @Test
    void withoutAModelInTheEnvironmentThereIsNoRouter() {
        assertThat(ChatRouter.of(LABELS, Map.of("PATH", "/bin"))).isEmpty();
    }

    @Test
    void theLabelsGoIntoTheSystemMessageAndTheTextIntoTheUsers() {
        assertThat(run("my parcel {{labels}} is late")).isEqualTo(Outcome.answered("delivery"));

        var messages = asked.get().get("messages");
        assertThat(messages.findValuesAsText("role")).containsExactly("system", "user");
        assertThat(messages.get(0).get("content").asText()).contains("refund\ndelivery");
        assertThat(messages.get(1).get("content").asText()).isEqualTo("my parcel {{labels}} is late");
        assertThat(asked.get().get("temperature").asDouble()).isZero();
    }

    @Test
    void anAnswerWithTwoLabelsIsAnAbstention() {
        answer = "either refund or delivery";

        assertThat(run("hello")).isInstanceOf(Outcome.Abstained.class);
    }

    private Outcome<String> run(String text) {
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        return ChatRouter.of(LABELS, Map.of("OPENAI_BASE_URL", url))
                .orElseThrow()
                .run(text);
    }
}
