package io.llmops.eval;

import io.llmops.core.dataset.Example;
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

    /** An observation and the line to write of it, empty if there is none. */
    static final class Entry<T> {

        private final T observation;
        private final byte[] line;

        private Entry(T observation, byte[] line) {
            this.observation = observation;
            this.line = line;
        }

        /** Returns an entry of what stands in the log already. */
        static <T> Entry<T> known(T observation) {
            return new Entry<>(observation, NOTHING);
        }

        T observation() {
            return observation;
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
        return new Entry<>(observation, log.map(open -> open.line(observation)).orElse(NOTHING));
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
