package io.llmops.samples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long a new machine takes to its first report, beside one that does nothing; as a class and in JShell. */
final class ColdStart {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final double MILLIS = 1e6;

    private final int runs;

    private ColdStart(int runs) {
        this.runs = runs;
    }

    static List<Line> run(boolean full) throws IOException, InterruptedException {
        var start = new ColdStart(full ? 9 : 2);
        return List.of(
                Line.of(
                        "cold start to the first report, a class",
                        "ms",
                        start.classOf(FirstReport.class),
                        "a class that does nothing",
                        start.classOf(FirstReport.Nothing.class)),
                Line.of(
                        "cold start to the first report, JShell",
                        "ms",
                        start.jshell(FirstReport.class),
                        "JShell doing nothing",
                        start.jshell(FirstReport.Nothing.class)));
    }

    private double classOf(Class<?> main) throws IOException, InterruptedException {
        return median(List.of(BIN.resolve("java").toString(), "-cp", CLASS_PATH, main.getName()));
    }

    private double jshell(Class<?> main) throws IOException, InterruptedException {
        var script = Files.createTempFile("start", ".jsh");
        try {
            Files.writeString(script, main.getCanonicalName() + ".main();\n/exit\n");
            return median(List.of(BIN.resolve("jshell").toString(), "--class-path", CLASS_PATH, script.toString()));
        } finally {
            Files.delete(script);
        }
    }

    private double median(List<String> command) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (var run = 0; run <= runs; run++) {
            var start = System.nanoTime();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || output.isBlank()) {
                throw new IOException(command + " ended with " + process.exitValue() + ": " + output);
            }
            times.add((System.nanoTime() - start) / MILLIS);
        }
        return times.stream().skip(1).sorted().toList().get(runs / 2);
    }
}
