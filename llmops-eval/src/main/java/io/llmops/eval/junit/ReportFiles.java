package io.llmops.eval.junit;

import io.llmops.eval.report.Reports;
import io.llmops.eval.run.EvaluationRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The reports a test leaves behind: here, and only here, is said in which formats. */
final class ReportFiles {

    private static final List<Format> FORMATS = List.of(new Format("txt", Reports::text));

    private ReportFiles() {}

    /** A format, by what its files end in; the first is the one that a message names. */
    private record Format(String extension, Function<EvaluationRun<?, ?, ?>, String> report) {}

    /** Returns where the report that a message names was written to. */
    static Path write(EvaluationRun<?, ?, ?> run, Function<String, Path> file) {
        try {
            for (var format : FORMATS) {
                var path = file.apply(format.extension());
                var directory = path.toAbsolutePath().getParent();
                if (directory != null) {
                    Files.createDirectories(directory);
                }
                Files.writeString(path, format.report().apply(run), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the report of " + run.name(), e);
        }
        return file.apply(FORMATS.get(0).extension());
    }
}
