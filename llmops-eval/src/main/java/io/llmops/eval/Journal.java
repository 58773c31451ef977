package io.llmops.eval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.pipeline.StopException;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.OpenRunLog;
import java.util.List;
import java.util.Optional;

/** What an evaluation remembers and writes down; nothing if it has no log. Safe for use by many threads. */
final class Journal<O> {

    private final Optional<OpenRunLog<O>> log;

    private Journal(Optional<OpenRunLog<O>> log) {
        this.log = log;
    }

    /** What came of a try: an observation, unless it was refused, whether the log knew, and why to stop, if so. */
    record Entry<I, O, R>(
            Optional<Observation<I, O, R>> observation, long position, Known known, Optional<String> stop) {

        /** Returns an entry of what was not tried. */
        static <I, O, R> Entry<I, O, R> refused(StopException stop) {
            return new Entry<>(Optional.empty(), 0, Known.NOT, reason(stop));
        }

        /** Returns an entry of an observation. */
        static <I, O, R> Entry<I, O, R> of(Observation<I, O, R> observation, long position, Known known) {
            return new Entry<>(Optional.of(observation), position, known, Optional.empty());
        }

        /** Returns this entry, after which there is nothing to be done. */
        Entry<I, O, R> last(StopException last) {
            return new Entry<>(observation, position, known, reason(last));
        }

        private static Optional<String> reason(StopException stop) {
            return Optional.of(String.valueOf(stop.getMessage()));
        }
    }

    /** What the log knew of an observation before. */
    enum Known {
        NOT,
        WITHOUT_ALL_SCORES,
        WHOLE
    }

    static <O> Journal<O> none() {
        return new Journal<>(Optional.empty());
    }

    static <O> Journal<O> of(OpenRunLog<O> log) {
        return new Journal<>(Optional.of(log));
    }

    <I, R> Optional<Observation<I, O, R>> find(Try<I, R> one) {
        return log.flatMap(open -> open.find(one.example(), one.position(), one.repeat()));
    }

    /** Writes down what the log does not know; so many observations may wait for that. */
    void keep(Entry<?, O, ?> entry, int patience) {
        if (log.isPresent() && entry.observation.isPresent() && entry.known != Known.WHOLE) {
            log.get().append(entry.observation.get(), entry.position, patience);
        }
    }

    /** Writes down what waits. */
    void writeOut() {
        log.ifPresent(OpenRunLog::writeOut);
    }

    int unsaved() {
        return log.isPresent() ? log.get().unsaved() : 0;
    }

    void awaitUnsavedBelow(int count) throws InterruptedException {
        if (log.isPresent()) {
            log.get().awaitUnsavedBelow(count);
        }
    }

    /** Returns the observations of a dataset that need not be in memory, for they are in the log. */
    <I, R> Optional<List<Observation<I, O, R>>> observations(Dataset<I, R> dataset, int repeats) {
        return dataset.isInMemory() ? Optional.empty() : log.map(open -> open.observations(dataset, repeats));
    }

    List<String> notes() {
        return log.map(OpenRunLog::notes).orElse(List.of());
    }
}
