package io.llmops.core.prompt;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import io.llmops.core.prompt.NumberScanner.Found;
import java.util.List;

/** Reads a number: the only one in an answer, or the last. */
final class NumberParser {

    private NumberParser() {}

    static Stage<String, Outcome<Double>> only() {
        return new AnswerStage<>(Description.of("number").with("which", "only"), NumberParser::readOnly);
    }

    static Stage<String, Outcome<Double>> last() {
        return new AnswerStage<>(Description.of("number").with("which", "last"), NumberParser::readLast);
    }

    private static Outcome<Double> readOnly(String answer) {
        var words = Words.of(answer);
        var marked = Markers.find(words).stream()
                .flatMap(range -> NumberScanner.scan(words.written(range)).stream())
                .toList();
        var numbers = marked.isEmpty() ? NumberScanner.scan(answer) : marked;
        var distinct = numbers.stream().map(Found::value).distinct().count();
        if (distinct > 1) {
            return Outcome.abstained("more than one number is in " + Excerpt.of(answer) + ": "
                    + Labels.shown(
                            numbers.stream().map(Found::written).distinct().toList()));
        }
        return readLast(numbers, answer);
    }

    private static Outcome<Double> readLast(String answer) {
        return readLast(NumberScanner.scan(answer), answer);
    }

    private static Outcome<Double> readLast(List<Found> numbers, String answer) {
        if (numbers.isEmpty()) {
            return Outcome.abstained("no number is in " + Excerpt.of(answer));
        }
        var last = numbers.get(numbers.size() - 1);
        return last.value().isPresent()
                ? Outcome.answered(last.value().getAsDouble())
                : Outcome.abstained(
                        Excerpt.of(last.written()) + " can be read in more than one way in " + Excerpt.of(answer));
    }
}
