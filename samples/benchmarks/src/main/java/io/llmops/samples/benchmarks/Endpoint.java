package io.llmops.samples.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A chat endpoint in a process of its own, so that its work is not taken for the clients': the mock server in the folder
 * of shared material, where that and Node.js are there, else {@link SlowEndpoint}.
 */
final class Endpoint implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");
    private static final Path MOCK =
            Path.of(System.getProperty("llmops.shared", "../shared"), "bench", "mock-server.mjs");

    private final Process process;
    private final String name;
    private final String url;

    private Endpoint(Process process, String name) throws IOException {
        this.process = process;
        this.name = name;
        var said = String.valueOf(process.inputReader().readLine());
        var port = PORT.matcher(said);
        if (!port.find()) {
            process.destroy();
            throw new IOException("expected the port of the endpoint, found: " + said);
        }
        url = "http://127.0.0.1:" + port.group(1) + "/v1";
    }

    /** Starts one whose answers take so long. */
    static Endpoint start(long millis) throws IOException {
        if (Files.exists(MOCK)) {
            try {
                var mock = List.of("node", MOCK.toString(), Integer.toString(freePort()), Long.toString(millis));
                return new Endpoint(start(mock), "mock server");
            } catch (IOException e) {
                System.err.println("not the mock server, but an endpoint of our own: " + e.getMessage());
            }
        }
        return new Endpoint(start(Child.java(SlowEndpoint.class, Long.toString(millis))), "endpoint");
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
