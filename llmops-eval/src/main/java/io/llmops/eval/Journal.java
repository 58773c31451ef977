package io.llmops.eval;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.StopException;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.OpenRunLog;
import java.util.List;
import java.util.Optional;

/** What an evaluation remembers and writes down; nothing if it has no log. */
final class Journal<O> {

    private static final byte[] NOTHING = new byte[0];

    private final Optional<OpenRunLog<O>> log;

    private Journal(Optional<OpenRunLog<O>> log) {
        this.log = log;
    }

    /** What came of a try: an observation, unless it was refused, the line to write of it, and why to stop, if so. */
    static final class Entry<T> {

        private final Optional<T> observation;
        private final byte[] line;
        private final boolean known;
        private final Optional<String> stop;

        private Entry(Optional<T> observation, byte[] line, boolean known, Optional<String> stop) {
            this.observation = observation;
            this.line = line;
            this.known = known;
            this.stop = stop;
        }

        /** Returns an entry of what stands in the log already. */
        static <T> Entry<T> known(T observation) {
            return new Entry<>(Optional.of(observation), NOTHING, true, Optional.empty());
        }

        /** Returns an entry of what was not tried. */
        static <T> Entry<T> refused(StopException stop) {
            return new Entry<>(Optional.empty(), NOTHING, false, reason(stop));
        }

        /** Returns this entry, after which there is nothing to be done. */
        Entry<T> last(StopException stop) {
            return new Entry<>(observation, line, known, reason(stop));
        }

        Optional<T> observation() {
            return observation;
        }

        boolean isKnown() {
            return known;
        }

        Optional<String> stop() {
            return stop;
        }

        private static Optional<String> reason(StopException stop) {
            return Optional.of(String.valueOf(stop.getMessage()));
        }
    }

    static <O> Journal<O> none() {
        return new Journal<>(Optional.empty());
    }

    static <O> Journal<O> of(OpenRunLog<O> log) {
        return new Journal<>(Optional.of(log));
    }

    <I, R> Optional<Observation<I, O, R>> find(Example<I, R> example, int repeat) {
        return log.flatMap(open -> open.find(example, repeat));
    }

    /** Makes the line, by the thread that made the observation. */
    <I, R> Entry<Observation<I, O, R>> entry(Observation<I, O, R> observation) {
        var line = log.map(open -> open.line(observation)).orElse(NOTHING);
        return new Entry<>(Optional.of(observation), line, false, Optional.empty());
    }

    /** Writes the line, by one thread at a time. */
    void keep(Entry<?> entry) {
        if (entry.line.length > 0) {
            log.ifPresent(open -> open.append(entry.line));
        }
    }

    List<String> notes() {
        return log.map(OpenRunLog::notes).orElse(List.of());
    }
}
