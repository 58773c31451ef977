package io.llmops.eval.run;

import io.llmops.core.LlmopsException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Where an evaluation writes every observation as it comes, so that no answer that was paid for is lost: one file of
 * JSON Lines, a header and then an observation a line in the order of completion, each with its checksum; of several lines of
 * an observation the last counts. A killed
 * evaluation that is run again on the same log takes from it what is there and does only the rest. The file is readable
 * by its owner alone.
 *
 * <p>What the process has written survives its death at any moment; against the death of the machine there is
 * {@link #syncedEvery}. Immutable.
 */
public final class RunLog {

    private final Path file;
    private final boolean inputs;
    private final UnaryOperator<String> redaction;
    private final int syncEvery;
    private final boolean retryFailed;

    private RunLog(Path file, boolean inputs, UnaryOperator<String> redaction, int syncEvery, boolean retryFailed) {
        this.file = Objects.requireNonNull(file, "file");
        this.inputs = inputs;
        this.redaction = Objects.requireNonNull(redaction, "redaction");
        this.syncEvery = syncEvery;
        this.retryFailed = retryFailed;
    }

    /**
     * Returns a log that keeps everything, is brought to the disk when it is closed, and on resuming takes failed
     * observations as they are.
     *
     * @param file made if it is not there, else resumed
     * @return the log
     */
    public static RunLog at(Path file) {
        return new RunLog(file, true, UnaryOperator.identity(), 0, false);
    }

    /**
     * Returns this log without inputs, references and what stages returned on the way; answers, reasons and tags stay,
     * for without answers nothing could be resumed.
     *
     * @return the changed copy
     */
    public RunLog withAnswersOnly() {
        return new RunLog(file, false, redaction, syncEvery, retryFailed);
    }

    /**
     * Returns this log with every text passed through a function before it is written: inputs, references, what stages
     * returned, answers, reasons, the values of tags. Ids and names, of stages, tags and scores, stay. A resumed
     * evaluation, and one of a streamed dataset, sees the answers as they were written, so a redaction that changes
     * answers changes their metrics.
     *
     * @param newRedaction e.g. a redactor
     * @return the changed copy
     */
    public RunLog redactedBy(UnaryOperator<String> newRedaction) {
        return new RunLog(file, inputs, newRedaction, syncEvery, retryFailed);
    }

    /**
     * Returns this log with another rule for bringing lines to the disk.
     *
     * @param lines after so many, above 0
     * @return the changed copy
     * @throws IllegalArgumentException if the number is not above 0
     */
    public RunLog syncedEvery(int lines) {
        if (lines < 1) {
            throw new IllegalArgumentException("expected a number of lines above 0, found " + lines);
        }
        return new RunLog(file, inputs, redaction, lines, retryFailed);
    }

    /** {@return this log, on resuming trying again what had failed} */
    public RunLog retryingFailed() {
        return new RunLog(file, inputs, redaction, syncEvery, true);
    }

    /** {@return where it is} */
    public Path file() {
        return file;
    }

    /**
     * Opens the file, reads what is in it and locks it.
     *
     * @param provenance of the evaluation; an existing log must be of the same dataset and pipeline
     * @param answer the type of the answers, as JSON reads it
     * @param <O> the type of the answers
     * @return the open log
     * @throws LlmopsException if the file is a log of something else (the message says what differs), no log, or in use
     * @throws UncheckedIOException if the file can't be read or written
     */
    public <O> OpenRunLog<O> open(Provenance provenance, Class<O> answer) {
        return OpenRunLog.open(this, provenance, answer);
    }

    boolean keepsInputs() {
        return inputs;
    }

    UnaryOperator<String> redaction() {
        return redaction;
    }

    int syncEvery() {
        return syncEvery;
    }

    boolean retriesFailed() {
        return retryFailed;
    }
}
