package io.llmops.samples.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A chat endpoint in OpenAI's language on the loopback address that takes a fixed time and says whether a text is
 * positive. A thread a connection, which is kept open. For a process of its own, see {@link Endpoint}.
 */
final class SlowEndpoint {

    private static final int CONNECTIONS = 1_024;
    private static final String LENGTH = "content-length:";

    private final ServerSocket server;
    private final long nanos;

    private SlowEndpoint(long millis) throws IOException {
        nanos = millis * 1_000_000;
        server = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress());
    }

    /** Serves until the process is ended; the argument is how many milliseconds an answer takes. */
    public static void main(String... arguments) throws IOException {
        var endpoint = new SlowEndpoint(Long.parseLong(arguments[0]));
        System.out.println("endpoint on 127.0.0.1:" + endpoint.server.getLocalPort());
        while (true) {
            var connection = endpoint.server.accept();
            var thread = new Thread(() -> endpoint.serve(connection), "endpoint-connection");
            thread.setDaemon(true);
            thread.start();
        }
    }

    static String answer(String text) {
        return text.contains("good") ? "positive" : "negative";
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            var out = connection.getOutputStream();
            for (var request = body(in); request != null; request = body(in)) {
                pause(System.nanoTime() + nanos);
                out.write(response(answer(request)));
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static void pause(long until) {
        for (var rest = until - System.nanoTime(); rest > 0; rest = until - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    /** Returns the body of the next request, or null at the end of the connection. */
    private static String body(InputStream in) throws IOException {
        var length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        return length == 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static byte[] response(String answer) {
        var body = """
                {"id": "c1", "object": "chat.completion", "created": 1, "model": "mock-1",
                 "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "%s"}}],
                 "usage": {"prompt_tokens": 20, "completion_tokens": 1, "total_tokens": 21}}
                """.formatted(answer);
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
