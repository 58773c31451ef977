package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
import java.util.function.UnaryOperator;

/**
 * A run log that is read and written, see {@link RunLog}. Many threads may call {@link #find} and {@link #line} while one
 * calls {@link #append}; beyond that: Not safe for use by many threads.
 *
 * @param <O> the type of the answers
 */
public final class OpenRunLog<O> implements AutoCloseable {

    private static final String SCHEMA = "llmops-log/1";

    private final RunLog log;
    private final Class<O> answer;
    private final LogContents contents;
    private final FileChannel channel;
    private int unsynced;

    private OpenRunLog(RunLog log, Class<O> answer, LogContents contents, FileChannel channel) {
        this.log = log;
        this.answer = answer;
        this.contents = contents;
        this.channel = channel;
    }

    static <O> OpenRunLog<O> open(RunLog log, Provenance provenance, Class<O> answer) {
        var file = log.file();
        try {
            create(file);
            var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(channel, file);
                var contents = LogContents.read(file);
                contents.header().ifPresent(header -> requireSame(file, header, provenance));
                channel.truncate(contents.length());
                channel.position(contents.length());
                var open = new OpenRunLog<>(log, answer, contents, channel);
                if (contents.header().isEmpty()) {
                    open.append(LogLine.of(JsonForm.line(header(provenance))));
                }
                return open;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not open the run log " + file, e);
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
            if (channel.tryLock() != null) {
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
     * @param repeat which repeat of it
     * @param <I> the type of the input
     * @param <R> the type of the reference
     * @return the observation as it was written, scores included; empty if it is not there, or failed and is to be tried
     *     again
     * @throws LlmopsException if the row is not an observation of this type
     */
    public <I, R> Optional<Observation<I, O, R>> find(Example<I, R> example, int repeat) {
        var row = contents.rows().get(LogContents.key(example.id(), repeat));
        if (row == null) {
            return Optional.empty();
        }
        try {
            var times = row.path("nanos");
            var observation =
                    ObservationJson.read(row, times.isArray() ? times : MissingNode.getInstance(), example, answer);
            return log.retriesFailed() && observation.outcome() instanceof Outcome.Failed<?>
                    ? Optional.empty()
                    : Optional.of(observation);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new LlmopsException(
                    log.file() + ": the row of example '" + example.id() + "' is not what it should be: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    /** {@return what was wrong with the file when it was opened, a line each} */
    public List<String> notes() {
        return List.copyOf(contents.notes());
    }

    /**
     * Returns an observation as a line of the log.
     *
     * @param observation any
     * @return bytes for {@link #append}
     * @throws IllegalArgumentException if an input, answer or reference can't be written as JSON
     */
    public byte[] line(Observation<?, O, ?> observation) {
        var row = ObservationJson.write(observation);
        ArrayNode times = row.putArray("nanos");
        observation.trace().steps().forEach(step -> times.add(step.time().toNanos()));
        if (!log.keepsInputs()) {
            row.remove(List.of("input", "reference"));
            row.putArray("steps");
            row.remove("nanos");
        }
        var id = row.get("id");
        redact(row, log.redaction());
        row.set("id", id);
        return LogLine.of(JsonForm.line(row));
    }

    /** Names of fields are ours and stay; all text below them is the user's. */
    private static void redact(JsonNode node, UnaryOperator<String> redaction) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue() instanceof TextNode text) {
                    field.setValue(TextNode.valueOf(redaction.apply(text.textValue())));
                } else {
                    redact(field.getValue(), redaction);
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TextNode text) {
                    array.set(i, TextNode.valueOf(redaction.apply(text.textValue())));
                } else {
                    redact(array.get(i), redaction);
                }
            }
        }
    }

    /**
     * Writes a line at the end of the file.
     *
     * @param line made by {@link #line}
     * @throws UncheckedIOException if it can't be written
     */
    public void append(byte[] line) {
        try {
            var bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (log.syncEvery() > 0 && ++unsynced >= log.syncEvery()) {
                channel.force(false);
                unsynced = 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write to the run log " + log.file(), e);
        }
    }

    /**
     * Brings the file to the disk and closes it.
     *
     * @throws UncheckedIOException if that fails
     */
    @Override
    public void close() {
        try (channel) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("could not close the run log " + log.file(), e);
        }
    }
}
