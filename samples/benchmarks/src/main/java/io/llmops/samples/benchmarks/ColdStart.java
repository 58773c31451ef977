package io.llmops.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** How long a new machine takes to its first report, beside one that does nothing; as a class and in JShell. */
final class ColdStart {

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
        return median(Child.java(main));
    }

    private double jshell(Class<?> main) throws IOException, InterruptedException {
        var script = Files.createTempFile("start", ".jsh");
        try {
            Files.writeString(script, main.getCanonicalName() + ".main();\n/exit\n");
            return median(List.of(
                    Child.tool("jshell"), "--class-path", System.getProperty("java.class.path"), script.toString()));
        } finally {
            Files.delete(script);
        }
    }

    private double median(List<String> command) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (var run = 0; run <= runs; run++) {
            var start = System.nanoTime();
            Child.run(command);
            times.add((System.nanoTime() - start) / MILLIS);
        }
        return times.stream().skip(1).sorted().toList().get(runs / 2);
    }
}
