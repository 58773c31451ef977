package io.llmops.eval.metric.text;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/**
 * A function of an answer and its references as a scorer. An outcome that is no answer is scored as an empty text. Fails
 * for a reference that is no text.
 */
record TextScorer(MetricDescription description, boolean referenced, ToDoubleBiFunction<String, List<String>> function)
        implements Scorer<Object, Object> {

    /** Scores against one reference; of several, the best score counts. */
    static TextScorer best(MetricDescription description, ToDoubleBiFunction<String, String> ofOne) {
        var lower = description.direction() == Direction.LOWER_IS_BETTER;
        return new TextScorer(description, true, (answer, references) -> {
            var scores = references.stream().mapToDouble(reference -> ofOne.applyAsDouble(answer, reference));
            return (lower ? scores.min() : scores.max()).orElseThrow();
        });
    }

    /** Scores the answer alone: 1 if it holds, else 0. */
    static TextScorer holding(String name, String definition, Predicate<String> predicate) {
        return new TextScorer(
                new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition),
                false,
                (answer, none) -> predicate.test(answer) ? 1 : 0);
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public Range range() {
        return description.range();
    }

    @Override
    public Direction direction() {
        return description.direction();
    }

    @Override
    public String definition() {
        return description.definition();
    }

    @Override
    public Score score(Object answer, Object reference) {
        List<String> references;
        try {
            references = referenced ? References.of(reference) : List.of();
        } catch (IllegalArgumentException problem) {
            return new Score.Failed(String.valueOf(problem.getMessage()));
        }
        var value = function.applyAsDouble(answer.toString(), references);
        return Double.isFinite(value) ? Score.of(value) : new Score.Abstained("not defined for this answer");
    }

    @Override
    public Score judge(Observation<?, ?, ?> observation) {
        return observation.outcome() instanceof Outcome.Answered<?> || range().equals(Range.UNIT)
                ? Scorer.super.judge(observation)
                : score("", observation.reference());
    }

    @Override
    public String toString() {
        return name();
    }
}
