package io.llmops.eval.run;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Writes runs to files and reads them. A file is JSON: sorted keys, a line an observation, in the order of the dataset.
 * Two runs of the same thing differ only in what stands under {@code timing}. Safe for use by many threads.
 */
public final class Runs {

    private Runs() {}

    /**
     * Writes a run to a file, which has all of it or, if this fails, what it had before. Values of stages are kept where
     * they are text, numbers or truth values; of others only the type is.
     *
     * @param run any
     * @param file replaced if it exists; its directories are made
     * @throws IllegalArgumentException if an input, answer or reference can't be written as JSON
     * @throws UncheckedIOException if the file can't be written
     */
    public static void write(EvaluationRun<?, ?, ?> run, Path file) {
        Objects.requireNonNull(run, "run");
        try {
            var directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            var unfinished = Files.createTempFile(directory, ".run", ".json");
            try {
                try (var out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                    new RunWriter(out).write(run);
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    /**
     * Writes a run as JSON, as {@link #write} does.
     *
     * @param run any
     * @return the text
     * @throws IllegalArgumentException if an input, answer or reference can't be written as JSON
     */
    public static String json(EvaluationRun<?, ?, ?> run) {
        var text = new StringWriter();
        try {
            new RunWriter(text).write(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads a run of texts: inputs, answers and references are strings. The values are those in the file;
     * {@link EvaluationRun#withMetrics} computes them anew.
     *
     * @param file written by {@link #write}
     * @return the run
     * @throws io.llmops.core.LlmopsException if the file is no run, or is one of other types
     * @throws UncheckedIOException if the file can't be read
     */
    public static EvaluationRun<String, String, String> read(Path file) {
        return read(file, String.class, String.class, String.class);
    }

    /**
     * Reads a run.
     *
     * @param file written by {@link #write}
     * @param input the type of the inputs
     * @param answer the type of the answers
     * @param reference the type of the references
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the run
     * @throws io.llmops.core.LlmopsException if the file is no run, or is one of other types
     * @throws UncheckedIOException if the file can't be read
     */
    public static <I, O, R> EvaluationRun<I, O, R> read(
            Path file, Class<I> input, Class<O> answer, Class<R> reference) {
        String json;
        try {
            json = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
        return new RunReader<>(file.toString(), input, answer, reference).read(json);
    }

    /**
     * Reads a run that is kept elsewhere than in a file, in a database say.
     *
     * @param json written by {@link #json}
     * @param input the type of the inputs
     * @param answer the type of the answers
     * @param reference the type of the references
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the run
     * @throws io.llmops.core.LlmopsException if the text is no run, or is one of other types
     */
    public static <I, O, R> EvaluationRun<I, O, R> parse(
            String json, Class<I> input, Class<O> answer, Class<R> reference) {
        return new RunReader<>("run", input, answer, reference).read(json);
    }
}
