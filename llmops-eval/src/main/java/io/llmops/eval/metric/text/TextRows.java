package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowReader;
import java.util.List;

/**
 * Counts the row of an observation whose answer is a text. An outcome that is no answer is an empty text; at its best a
 * failure would have been the first reference.
 */
record TextRows(Counts counts) implements RowReader<Object, Object> {

    /** Counts what alone matters of a text and its references. */
    @FunctionalInterface
    interface Counts {
        void count(String hypothesis, List<String> references, double[] into);
    }

    @Override
    public boolean read(Observation<?, ?, ?> observation, double[] into) {
        counts.count(answer(observation), references(observation), into);
        return true;
    }

    @Override
    public boolean readBest(Observation<?, ?, ?> observation, double[] into) {
        var references = references(observation);
        counts.count(references.get(0), references, into);
        return true;
    }

    static String answer(Observation<?, ?, ?> observation) {
        return observation.outcome().match(Object::toString, reason -> "", (stage, reason) -> "");
    }

    static List<String> references(Observation<?, ?, ?> observation) {
        try {
            return References.of(observation.reference());
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException("example '" + observation.id() + "': " + problem.getMessage(), problem);
        }
    }
}
