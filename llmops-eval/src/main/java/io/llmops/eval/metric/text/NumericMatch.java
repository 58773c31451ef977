package io.llmops.eval.metric.text;

import io.llmops.core.prompt.AnswerParsers;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import java.util.OptionalDouble;

/**
 * 1 if the number of the answer is within a tolerance of that of the reference. The number of a text is its last one, as
 * {@link AnswerParsers#lastNumber()} reads it.
 */
record NumericMatch(double absolute, double relative) implements Scorer<Object, Object> {

    NumericMatch {
        if (!(absolute >= 0 && relative >= 0)) {
            throw new IllegalArgumentException(
                    "expected tolerances of 0 or more, found " + absolute + " and " + relative);
        }
    }

    @Override
    public String name() {
        return "numeric_match";
    }

    @Override
    public String definition() {
        return "mean of 1 where |answer - reference| <= max(" + absolute + ", " + relative + " |reference|), else 0";
    }

    @Override
    public Score score(Object answer, Object reference) {
        var right = number(reference);
        if (right.isEmpty()) {
            return new Score.Failed("expected a reference with a number, found none");
        }
        var found = number(answer);
        var within = Math.max(absolute, relative * Math.abs(right.getAsDouble()));
        return Score.of(found.isPresent() && Math.abs(found.getAsDouble() - right.getAsDouble()) <= within);
    }

    private static OptionalDouble number(Object value) {
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue())
                    ? OptionalDouble.of(number.doubleValue())
                    : OptionalDouble.empty();
        }
        return AnswerParsers.lastNumber()
                .apply(value.toString())
                .<OptionalDouble>match(
                        OptionalDouble::of,
                        reason -> OptionalDouble.empty(),
                        (stage, reason) -> OptionalDouble.empty());
    }
}
