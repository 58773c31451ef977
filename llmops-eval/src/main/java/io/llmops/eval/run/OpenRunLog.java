package io.llmops.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run log that is read and written, see {@link RunLog}. Safe for use by many threads, until it is closed.
 *
 * @param <O> the type of the answers
 */
public final class OpenRunLog<O> implements AutoCloseable {

    private static final String SCHEMA = "llmops-log/1";

    private final RunLog log;
    private final List<String> notes;
    private final LogRows<O> rows;
    private final boolean resumed;
    private final LogAppender appender;
    private final ThreadLocal<Encoder> encoders;

    private OpenRunLog(RunLog log, LogContents contents, LogRows<O> rows, LogAppender appender) {
        this.log = log;
        this.notes = List.copyOf(contents.notes());
        this.rows = rows;
        this.resumed = contents.index().size() > 0;
        this.appender = appender;
        this.encoders = ThreadLocal.withInitial(() -> Encoder.of(log));
    }

    /** What a thread writes lines with. */
    private record Encoder(JsonBytes line, ObservationWriter row) {

        static Encoder of(RunLog log) {
            var line = new JsonBytes();
            return new Encoder(line, new ObservationWriter(line, log.redaction(), log.keepsInputs()));
        }
    }

    static <O> OpenRunLog<O> open(RunLog log, Provenance provenance, Class<O> answer) {
        var file = log.file();
        try {
            create(file);
            var out = new RandomAccessFile(file.toFile(), "rw");
            try {
                lock(out.getChannel(), file);
                return open(log, provenance, answer, out);
            } catch (IOException | RuntimeException e) {
                out.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not open the run log " + file, e);
        }
    }

    private static <O> OpenRunLog<O> open(RunLog log, Provenance provenance, Class<O> answer, RandomAccessFile out)
            throws IOException {
        var file = log.file();
        var in = new RandomAccessFile(file.toFile(), "r");
        try {
            var contents = LogContents.read(in, file);
            contents.header().ifPresent(header -> requireSame(file, header, provenance));
            out.setLength(contents.length());
            out.seek(contents.length());
            var appender = new LogAppender(out, log.syncEvery());
            if (contents.header().isEmpty()) {
                var line = new JsonBytes();
                LogLine.begin(line);
                line.json(JsonForm.line(header(provenance)));
                LogLine.end(line);
                appender.append(line, offset -> {}, 0);
            }
            return new OpenRunLog<>(log, contents, new LogRows<>(file, contents.index(), answer, in), appender);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        var ownerOnly = file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly)
                .close();
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        try {
            // one byte behind everything, for where locks bind they would keep us from reading, too
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // the same as a lock of another process
        }
        throw new LlmopsException("the run log " + file + " is in use by another evaluation");
    }

    private static ObjectNode header(Provenance provenance) {
        var header = JsonForm.object().put("schema", SCHEMA);
        var whole = ProvenanceJson.write(provenance);
        header.set("dataset", whole.get("dataset"));
        header.set("pipeline", whole.get("pipeline"));
        return header;
    }

    private static void requireSame(Path file, JsonNode found, Provenance provenance) {
        var expected = header(provenance);
        for (var part : List.of("schema", "dataset", "pipeline")) {
            var there = found.path(part);
            var here = expected.get(part);
            if (!identity(there).equals(identity(here))) {
                throw new LlmopsException(file + ":1: expected a log of the same " + part + ", found another; "
                        + LogDifference.of(there, here));
            }
        }
    }

    private static JsonNode identity(JsonNode part) {
        return part.has("fingerprint") ? part.get("fingerprint") : part;
    }

    /**
     * Returns what the log knows of an example.
     *
     * @param example any
     * @param position its place in the dataset, from 0
     * @param repeat which repeat of it
     * @param <I> the type of the input
     * @param <R> the type of the reference
     * @return the observation as it was written, scores included; empty if it is not there, or failed and is to be tried
     *     again
     * @throws LlmopsException if the row is not an observation of this type
     */
    public <I, R> Optional<Observation<I, O, R>> find(Example<I, R> example, long position, int repeat) {
        if (!resumed) {
            return Optional.empty();
        }
        return rows.find(example, position, repeat)
                .map(rows::parse)
                .filter(one -> !(log.retriesFailed() && one.outcome() instanceof Outcome.Failed<?>));
    }

    /** {@return what was wrong with the file when it was opened, a line each} */
    public List<String> notes() {
        return notes;
    }

    /**
     * Writes an observation at the end of the file, or leaves its line with another thread that is writing just now and
     * takes it along; or with the next one, as long as few lines wait; see {@link #unsaved}.
     *
     * @param observation any
     * @param position the place of its example in the dataset, from 0
     * @param patience how many lines may wait, 0 or more
     * @throws IllegalArgumentException if an input, answer or reference can't be written as JSON
     * @throws UncheckedIOException if the file can't be written
     */
    public void append(Observation<?, O, ?> observation, long position, int patience) {
        var encoder = encoders.get();
        LogLine.begin(encoder.line());
        encoder.row().write(observation, position);
        LogLine.end(encoder.line());
        try {
            appender.append(encoder.line(), offset -> rows.put(position, observation.repeat(), offset), patience);
        } catch (IOException e) {
            throw couldNotWrite(e);
        }
    }

    /**
     * Writes the lines that wait.
     *
     * @throws UncheckedIOException if the file can't be written
     */
    public void writeOut() {
        try {
            appender.writeOut();
        } catch (IOException e) {
            throw couldNotWrite(e);
        }
    }

    private UncheckedIOException couldNotWrite(IOException e) {
        return new UncheckedIOException("could not write to the run log " + log.file(), e);
    }

    /** {@return how many observations were appended of which the operating system does not have every byte yet} */
    public int unsaved() {
        return appender.unsaved();
    }

    /**
     * Waits until fewer observations than so many are unsaved.
     *
     * @param count above 0
     * @throws InterruptedException if this thread is interrupted
     * @throws UncheckedIOException if the file can't be written
     */
    public void awaitUnsavedBelow(int count) throws InterruptedException {
        try {
            appender.awaitUnsavedBelow(count);
        } catch (IOException e) {
            throw couldNotWrite(e);
        }
    }

    /**
     * Returns all observations of a dataset, which are read from the file, and their examples from the dataset, each time
     * they are gone through. The file has to stay; this log may be closed.
     *
     * @param dataset what the log is of
     * @param repeats how often each example was tried
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the observations in the order of the dataset
     */
    public <I, R> List<Observation<I, O, R>> observations(Dataset<I, R> dataset, int repeats) {
        return new LoggedObservations<>(rows, dataset, repeats);
    }

    /**
     * Brings the file to the disk and closes it.
     *
     * @throws UncheckedIOException if that fails
     */
    @Override
    public void close() {
        try (appender) {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close the run log " + log.file(), e);
        }
    }
}
