package io.llmops.eval.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data sets that golden cases name: below {@code -Dllmops.datasets}, by default beside the project. */
public final class DatasetFiles {

    private DatasetFiles() {}

    /** Returns where a file is. */
    public static Path path(String file) {
        var shared = System.getProperty("llmops.shared", "../shared");
        return Path.of(System.getProperty("llmops.datasets", shared + "/datasets"), file);
    }

    /** Returns whether there are any. */
    static boolean exist() {
        return Files.isDirectory(path(""));
    }

    /** Returns the lines of a file. */
    public static List<String> lines(String file) {
        try {
            return Files.readAllLines(path(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
