package io.llmops.eval.metric.extraction;

import io.llmops.eval.metric.MatchReader;
import io.llmops.eval.metric.MatchTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Pairs each field of an answer with one of the same path and value of the reference. */
record FieldReader(BiPredicate<Object, Object> same) implements MatchReader<Object, Object> {

    @Override
    public void read(Optional<? extends Object> answer, Object reference, MatchTally into) {
        var answers = answer.map(FieldReader::answered).orElse(List.of());
        var references = right(reference);
        references.forEach(field -> into.reference(field.path()));
        answers.forEach(field -> into.answer(field.path()));
        var left = new ArrayList<>(references);
        for (var field : answers) {
            if (remove(left, field)) {
                into.match(field.path(), field.path(), 1);
            }
        }
    }

    /** Returns whether an answer has the fields of the reference and no others. */
    boolean areSame(Object answer, Object reference) {
        var answers = answered(answer);
        var left = new ArrayList<>(right(reference));
        return answers.size() == left.size() && answers.stream().allMatch(field -> remove(left, field));
    }

    private boolean remove(List<Field> left, Field answer) {
        for (var i = 0; i < left.size(); i++) {
            if (left.get(i).path().equals(answer.path())
                    && same.test(answer.value(), left.get(i).value())) {
                left.remove(i);
                return true;
            }
        }
        return false;
    }

    private static List<Field> answered(Object answer) {
        return Field.of(
                answer instanceof CharSequence json
                        ? JsonValues.parse(json.toString()).orElse(null)
                        : answer);
    }

    private static List<Field> right(Object reference) {
        if (reference instanceof CharSequence json) {
            return Field.of(JsonValues.parse(json.toString())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "expected a reference of JSON, found " + json.length() + " characters that are none")));
        }
        return Field.of(reference);
    }
}
