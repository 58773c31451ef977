package io.llmops.samples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that are started to be measured. */
final class Child {

    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    private Child() {}

    /** Returns the command of a program of this machine's Java. */
    static String tool(String name) {
        return BIN.resolve(name).toString();
    }

    /** Returns the command that runs a class with this class path. */
    static List<String> java(Class<?> main, String... arguments) {
        var command =
                new ArrayList<>(List.of(tool("java"), "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a command to its end, and returns what it printed. */
    static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || output.isBlank()) {
            throw new IOException(command + " ended with " + process.exitValue() + ": " + output);
        }
        return output;
    }
}
