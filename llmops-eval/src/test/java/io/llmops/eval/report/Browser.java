package io.llmops.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium, driven over its DevTools protocol. */
final class Browser {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<JsonNode> loaded = new CompletableFuture<>();
    private String session = "";

    /** Returns the browser's program, if there is one on the path. */
    static Optional<Path> program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser(Path program, Path profile) throws Exception {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        var address = address(errors);
        var drain = new Thread(() -> errors.lines().forEach(line -> {}), "chromium errors");
        drain.setDaemon(true);
        drain.start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .get(20, TimeUnit.SECONDS);
        var target = call("Target.createTarget", "url", "about:blank")
                .get("targetId")
                .asText();
        session = call("Target.attachToTarget", "targetId", target, "flatten", true)
                .get("sessionId")
                .asText();
        for (var domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable");
        }
    }

    private static String address(BufferedReader errors) throws IOException {
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(LISTENING)) {
                return line.substring(LISTENING.length());
            }
        }
        throw new IOException("expected Chromium to listen, found that it ended");
    }

    /** Opens a page and returns how many milliseconds it took until its load event. */
    double open(Path page) throws Exception {
        loaded = new CompletableFuture<>();
        events.clear();
        var start = System.nanoTime();
        call("Page.navigate", "url", page.toUri().toString());
        loaded.get(60, TimeUnit.SECONDS);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Returns what an expression comes to in the page. */
    JsonNode run(String expression) throws Exception {
        var answer = call(
                "Runtime.evaluate",
                "expression",
                expression,
                "returnByValue",
                true,
                "awaitPromise",
                true,
                "userGesture",
                true);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    void window(int width, int height, String scheme) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                height,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
        var parameters = MAPPER.createObjectNode();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        send("Emulation.setEmulatedMedia", parameters);
    }

    void screenshot(Path file) throws Exception {
        var image = call("Page.captureScreenshot").get("data").asText();
        Files.write(file, Base64.getDecoder().decode(image));
    }

    /** Returns the names of what happened since a page was opened, with what was said. */
    List<JsonNode> events(String... methods) {
        return events.stream()
                .filter(event -> List.of(methods).contains(event.path("method").asText()))
                .toList();
    }

    private JsonNode call(String method, Object... namesAndValues) throws Exception {
        var parameters = MAPPER.createObjectNode();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            parameters.set((String) namesAndValues[i], MAPPER.valueToTree(namesAndValues[i + 1]));
        }
        return send(method, parameters);
    }

    private JsonNode send(String method, ObjectNode parameters) throws Exception {
        var id = next.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        var message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).get(20, TimeUnit.SECONDS);
        var found = answer.get(60, TimeUnit.SECONDS);
        if (found.has("error")) {
            throw new IllegalStateException(method + ": " + found.get("error"));
        }
        return found.path("result");
    }

    private void received(JsonNode message) {
        var answer = answers.remove(message.path("id").asInt());
        if (answer != null) {
            answer.complete(message);
        } else {
            events.add(message);
            if (message.path("method").asText().equals("Page.loadEventFired")) {
                loaded.complete(message);
            }
        }
    }

    void stop() throws Exception {
        socket.abort();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    received(MAPPER.readTree(text.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException("expected JSON from Chromium", e);
                }
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
