package io.llmops.eval.metric.extraction;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowReader;
import java.util.List;
import java.util.function.Function;

/** Reads exact match and F1 of all questions, of those with and of those without an answer; no outcome has neither. */
record SquadReader<A>(Function<? super A, String> text) implements RowReader<A, List<String>> {

    private static final int HAS_ANSWER = 2;
    private static final int NO_ANSWER = 4;

    @Override
    public boolean read(Observation<?, ? extends A, ? extends List<String>> observation, double[] into) {
        var question = SquadQuestion.of(observation.reference());
        observation.outcome().answer().ifPresent(given -> {
            var answer = text.apply(given);
            into[0] = question.exact(answer);
            into[1] = question.f1(answer);
        });
        for (var i = 0; i < 2; i++) {
            into[HAS_ANSWER + i] = question.hasAnswer() ? into[i] : Double.NaN;
            into[NO_ANSWER + i] = question.hasAnswer() ? Double.NaN : into[i];
        }
        return true;
    }
}
