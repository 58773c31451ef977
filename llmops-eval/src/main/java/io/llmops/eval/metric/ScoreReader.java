package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;

/** Reads what a scorer says; no answer is the worst score where scores go from 0 to 1. */
record ScoreReader<O, R>(Scorer<O, R> scorer) implements RowReader<O, R> {

    @Override
    public boolean read(Observation<?, ? extends O, ? extends R> observation, double[] into) {
        if (scorer.range().equals(Range.UNIT) && !(observation.outcome() instanceof Outcome.Answered<?>)) {
            into[0] = scorer.direction() == Direction.LOWER_IS_BETTER ? 1 : 0;
            return true;
        }
        var known = observation.scores().get(scorer.name());
        var score = known == null ? scorer.judge(observation) : known;
        if (score instanceof Score.Scored scored) {
            into[0] = scored.value();
            return true;
        }
        return false;
    }
}
