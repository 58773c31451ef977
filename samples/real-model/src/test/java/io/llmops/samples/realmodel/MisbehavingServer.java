package io.llmops.samples.realmodel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Speaks the languages of OpenAI and of Ollama, and does to each example what the script says. */
final class MisbehavingServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "question ";
    private static final int SLOW_MILLIS = 150;

    static {
        // or the JDK's server and the other end wait for each other, 40 ms an answer
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final long seed;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "server"));
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<Integer, Integer> requests = new ConcurrentHashMap<>();

    MisbehavingServer(long seed) throws IOException {
        this.seed = seed;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String question(int example) {
        return QUESTION + example;
    }

    static int example(String question) {
        return Integer.parseInt(question.substring(QUESTION.length()));
    }

    static String answer(int example) {
        return "answer " + example;
    }

    /** How often each example was asked for. */
    Map<Integer, Integer> requests() {
        return Map.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var messages =
                    JSON.readTree(exchange.getRequestBody().readAllBytes()).path("messages");
            var example =
                    example(messages.path(messages.size() - 1).path("content").asText());
            var attempt = requests.merge(example, 1, Integer::sum);
            var fault = Fault.of(example, seed);
            var isOllama = exchange.getRequestURI().getPath().equals("/api/chat");
            var right = isOllama ? ollama(answer(example)) : openAi(answer(example));
            if (fault.endsWell() && attempt >= fault.requests() && fault != Fault.SLOW_HEADERS) {
                send(exchange, 200, "application/json", right);
            } else {
                misbehave(exchange, fault, example, right);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void misbehave(HttpExchange exchange, Fault fault, int example, String right)
            throws IOException, InterruptedException {
        switch (fault) {
            case TOO_MANY_WITH_A_TIME -> {
                var seconds = example % 10 == 0;
                exchange.getResponseHeaders().add(seconds ? "Retry-After" : "retry-after-ms", seconds ? "0.1" : "30");
                send(exchange, 429, "application/json", "{\"error\": {\"message\": \"slow down\"}}");
            }
            case TOO_MANY -> send(exchange, 429, "application/json", "{\"error\": {\"message\": \"slow down\"}}");
            case A_BURST_OF_SERVER_ERRORS, NEVER_WELL -> send(exchange, 500, "text/plain", "oops");
            case SLOW_HEADERS -> {
                if (!end.await(SLOW_MILLIS, TimeUnit.MILLISECONDS)) {
                    send(exchange, 200, "application/json", right);
                }
            }
            case TRUNCATED -> {
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write(right.substring(0, 60).getBytes(StandardCharsets.UTF_8));
            }
            case INVALID_JSON -> send(exchange, 200, "application/json", right.substring(0, 60));
            case WRONG_TYPE -> send(exchange, 200, "text/html", "<html>Sign in</html>");
            case REFUSED -> send(exchange, 400, "application/json", "{\"error\": {\"message\": \"no such thing\"}}");
            case HANGS_ONCE, HANGS_ALWAYS, HANGS_IN_A_DEAF_CLIENT, HANGS_IN_A_DEAF_STAGE -> end.await();
            default -> {
                // dropped: the connection is closed without a word
            }
        }
    }

    private static String openAi(String text) {
        return """
                {"id": "c1", "object": "chat.completion", "created": 1, "model": "served-1",
                 "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "%s"}}],
                 "usage": {"prompt_tokens": 11, "completion_tokens": 2, "total_tokens": 13}}
                """.formatted(text);
    }

    private static String ollama(String text) {
        return """
                {"model": "served-1", "created_at": "2026-01-01T00:00:00Z", "done": true, "done_reason": "stop",
                 "message": {"role": "assistant", "content": "%s"}, "prompt_eval_count": 11, "eval_count": 2}
                """.formatted(text);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Ends every hang. */
    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
