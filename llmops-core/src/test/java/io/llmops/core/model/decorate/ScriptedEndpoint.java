package io.llmops.core.model.decorate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A chat endpoint on the loopback address that does as it is told, also wrong. */
public final class ScriptedEndpoint implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    /** What to do with a request. */
    public interface Behaviour {
        void answer(HttpExchange exchange, JsonNode request) throws IOException;
    }

    public ScriptedEndpoint(Behaviour behaviour) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            behaviour.answer(exchange, request);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** The text of the last message. */
    public static String asked(JsonNode request) {
        var messages = request.path("messages");
        return messages.path(messages.size() - 1).path("content").asText();
    }

    public static String completion(String text) {
        return """
                {"id": "c1", "object": "chat.completion", "created": 1, "model": "served-1",
                 "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "%s"}}],
                 "usage": {"prompt_tokens": 11, "completion_tokens": 2, "total_tokens": 13}}
                """.formatted(text);
    }

    public static String toolCall(String name, String arguments) {
        return """
                {"id": "c1", "object": "chat.completion", "created": 1, "model": "served-1",
                 "choices": [{"index": 0, "finish_reason": "tool_calls", "message": {"role": "assistant", "content": null,
                  "tool_calls": [{"id": "t1", "type": "function", "function": {"name": "%s", "arguments": "%s"}}]}}],
                 "usage": {"prompt_tokens": 11, "completion_tokens": 2, "total_tokens": 13}}
                """.formatted(name, arguments.replace("\"", "\\\""));
    }

    public static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public static void send(HttpExchange exchange, String body) throws IOException {
        send(exchange, 200, "application/json", body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
