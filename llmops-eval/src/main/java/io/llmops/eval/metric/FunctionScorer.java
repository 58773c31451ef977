package io.llmops.eval.metric;

import java.util.Objects;
import java.util.function.ToDoubleBiFunction;

/** A function as a scorer. */
record FunctionScorer<O, R>(MetricDescription description, ToDoubleBiFunction<? super O, ? super R> function)
        implements Scorer<O, R> {

    FunctionScorer {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(function, "function");
        if (description.name().isBlank()) {
            throw new IllegalArgumentException("expected the name of a score, found a blank one");
        }
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public Score score(O answer, R reference) {
        var value = function.applyAsDouble(answer, reference);
        return Double.isFinite(value)
                ? Score.of(value)
                : new Score.Failed("score " + value + " is not a finite number");
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
}
