package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Example;
import io.llmops.eval.metric.Observation;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of a log, wherever they are in its file. Safe for use by many threads. */
final class LogRows<O> implements Closeable {

    private final Path file;
    private final LogIndex index;
    private final Class<O> answer;
    private final RandomAccessFile in;
    private final LogLines lines;

    LogRows(Path file, LogIndex index, Class<O> answer, RandomAccessFile in) {
        this.file = file;
        this.index = index;
        this.answer = answer;
        this.in = in;
        this.lines = new LogLines(in);
    }

    /** Returns the same rows, read for themselves; to be closed. */
    LogRows<O> opened() {
        try {
            return new LogRows<>(file, index, answer, new RandomAccessFile(file.toFile(), "r"));
        } catch (IOException e) {
            throw couldNotRead(e);
        }
    }

    /** Says where the row of an observation is. */
    void put(long position, int repeat, long offset) {
        synchronized (index) {
            index.put(position, repeat, offset);
        }
    }

    /** The row of an observation as it stands, with its example. */
    static final class Found<I, R> {

        private final Example<I, R> example;
        private final byte[] row;

        private Found(Example<I, R> example, byte[] row) {
            this.example = example;
            this.row = row;
        }
    }

    /** Returns the row of an example's repeat, if there is one. */
    <I, R> Optional<Found<I, R>> find(Example<I, R> example, long position, int repeat) {
        OptionalLong offset;
        synchronized (index) {
            offset = index.offset(position, repeat);
        }
        return offset.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found<>(example, row(offset.getAsLong(), example)));
    }

    private byte[] row(long offset, Example<?, ?> example) {
        try {
            synchronized (lines) {
                if (lines.go(offset) && lines.isWhole()) {
                    return lines.row();
                }
            }
        } catch (IOException e) {
            throw couldNotRead(e);
        }
        throw new LlmopsException(file + ": expected the row of example '" + example.id() + "' at byte " + offset
                + ", found what is none; the file was changed while it was in use");
    }

    private UncheckedIOException couldNotRead(IOException e) {
        return new UncheckedIOException("could not read the run log " + file, e);
    }

    /** Returns the observation in a row. */
    <I, R> Observation<I, O, R> parse(Found<I, R> found) {
        var example = found.example;
        try (var tokens = JsonForm.MAPPER.createParser(found.row)) {
            return new ObservationReader<O>(tokens, ObservationReader.NO_TIMES).read(example, answer);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new LlmopsException(
                    file + ": the row of example '" + example.id() + "' is not what it should be: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw couldNotRead(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
