package io.llmops.eval.metric;

import io.llmops.core.pipeline.StopException;

/** Asks a scorer and takes nothing for granted. */
final class Judging {

    private Judging() {}

    static <O, R> Score judge(Scorer<O, R> scorer, Observation<?, ? extends O, ? extends R> observation) {
        return observation
                .outcome()
                .<Score>match(
                        answer -> ask(scorer, answer, observation.reference()),
                        Score.Abstained::new,
                        (stage, reason) -> new Score.Failed("stage '" + stage + "': " + reason));
    }

    private static <O, R> Score ask(Scorer<O, R> scorer, O answer, R reference) {
        Score score;
        try {
            score = scorer.score(answer, reference);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            var stop = StopException.in(e);
            if (stop.isPresent()) {
                throw stop.get();
            }
            return new Score.Failed(e.getClass().getName());
        }
        if (score == null) {
            return new Score.Failed("the scorer returned null");
        }
        if (score instanceof Score.Scored scored && !scorer.range().contains(scored.value())) {
            return new Score.Failed("score " + scored.value() + " is outside " + scorer.range());
        }
        return score;
    }
}
