package io.llmops.eval.metric.classification;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowReader;

/** Reads the score of a label and whether it is right. Immutable. */
record BinaryReader(String positive) implements RowReader<Object, Object> {

    @Override
    public boolean read(Observation<?, ?, ?> observation, double[] into) {
        if (!(observation.outcome() instanceof Outcome.Answered<?> answered)) {
            return false;
        }
        into[0] = score(observation.id(), answered.value());
        into[1] = observation.reference().toString().equals(positive) ? 1 : 0;
        return true;
    }

    private double score(String example, Object answer) {
        if (answer instanceof LabelScores scores) {
            return scores.score(positive);
        }
        if (answer instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("example '" + example + "': expected a finite score of '" + positive
                + "' or scores of labels, found "
                + (answer instanceof Number ? answer : answer.getClass().getSimpleName()));
    }
}
