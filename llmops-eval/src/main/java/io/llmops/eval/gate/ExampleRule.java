package io.llmops.eval.gate;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one example must show by itself. One try of a system that answers by chance shows nothing of the kind, so a rule is
 * either about several tries, or for a system of which the caller says that it answers the same each time. An answer is
 * right if it equals the reference, unless {@link #byScore} says otherwise. Immutable.
 */
public final class ExampleRule {

    private final int times;
    private final int tries;
    private final Optional<Scored> score;

    private record Scored(String scorer, double atLeast) {}

    private ExampleRule(int times, int tries, Optional<Scored> score) {
        this.times = times;
        this.tries = tries;
        this.score = score;
    }

    /**
     * Returns the rule for a system that answers the same each time, as a replayed recording or a model without chance
     * does: right. A run in which an example was tried more than once and answered differently is refused.
     *
     * @return the rule
     */
    public static ExampleRule deterministic() {
        return new ExampleRule(1, 1, Optional.empty());
    }

    /**
     * Returns the rule for a system that answers by chance: right in some of several tries.
     *
     * @param times in how many at least, from 1 to {@code tries}
     * @param tries how often each example was tried, at least 2; a run of other repeats is refused
     * @return the rule
     */
    public static ExampleRule right(int times, int tries) {
        if (tries < 2 || times < 1 || times > tries) {
            throw new IllegalArgumentException("expected 1 to n right of n tries, n at least 2, found " + times + " of "
                    + tries + "; for a system that answers the same each time there is deterministic()");
        }
        return new ExampleRule(times, tries, Optional.empty());
    }

    /**
     * Returns this rule with answers right by a score.
     *
     * @param scorer the name of a scorer of the run
     * @param atLeast which scores are right
     * @return the changed copy
     */
    public ExampleRule byScore(String scorer, double atLeast) {
        return new ExampleRule(
                times, tries, Optional.of(new Scored(Objects.requireNonNull(scorer, "scorer"), atLeast)));
    }

    boolean isDeterministic() {
        return tries == 1;
    }

    /** Returns whether the tries of an example keep the rule, lie in its breach, or could do either. */
    <O> Decision decide(List<? extends Observation<?, ? extends O, ?>> repeats) {
        requireTries(repeats);
        var right = repeats.stream().filter(this::isRight).count();
        var failed = repeats.stream()
                .filter(one -> one.outcome() instanceof Outcome.Failed<?>)
                .count();
        if (isDeterministic()) {
            return right == repeats.size() ? Decision.PASS : failed > 0 ? Decision.INCONCLUSIVE : Decision.FAIL;
        }
        return right >= times ? Decision.PASS : right + failed >= times ? Decision.INCONCLUSIVE : Decision.FAIL;
    }

    private void requireTries(List<? extends Observation<?, ?, ?>> repeats) {
        var first = repeats.get(0);
        if (isDeterministic()) {
            var differs = repeats.stream()
                    .anyMatch(one -> !one.outcome().equals(first.outcome())
                            && !(one.outcome() instanceof Outcome.Failed<?>)
                            && !(first.outcome() instanceof Outcome.Failed<?>));
            if (differs) {
                throw new IllegalArgumentException("expected a deterministic system, found that example '" + first.id()
                        + "' was answered in different ways; use ExampleRule.right(k, n)");
            }
        } else if (repeats.size() != tries) {
            throw new IllegalArgumentException("expected " + tries + " tries of each example, found " + repeats.size()
                    + " of '" + first.id() + "'; set Evaluation.repeats(" + tries
                    + "), or use ExampleRule.deterministic() if the system answers the same each time");
        }
    }

    private boolean isRight(Observation<?, ?, ?> observation) {
        if (score.isEmpty()) {
            return observation.isRight();
        }
        if (!(observation.outcome() instanceof Outcome.Answered<?>)) {
            return false;
        }
        var found = observation.scores().get(score.get().scorer());
        if (found == null) {
            throw new IllegalArgumentException("no score '" + score.get().scorer() + "' on example '" + observation.id()
                    + "'; there are " + observation.scores().keySet());
        }
        return found instanceof Score.Scored number
                && number.value() >= score.get().atLeast();
    }

    /** Returns the chance that an example keeps the rule that is right in each try with a chance. */
    double chance(double right) {
        var kept = 0.0;
        var ways = 1.0;
        for (var k = 0; k <= tries; k++) {
            kept += k >= times ? ways * StrictMath.pow(right, k) * StrictMath.pow(1 - right, tries - k) : 0;
            ways = ways * (tries - k) / (k + 1);
        }
        return Math.min(1, kept);
    }

    /** {@return e.g. {@code right in 3 of 5 tries}} */
    @Override
    public String toString() {
        return (isDeterministic() ? "right" : "right in " + times + " of " + tries + " tries")
                + score.map(by -> " (" + by.scorer() + " at least " + by.atLeast() + ")")
                        .orElse("");
    }
}
