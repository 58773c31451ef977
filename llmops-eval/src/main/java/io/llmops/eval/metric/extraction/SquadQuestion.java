package io.llmops.eval.metric.extraction;

import java.util.List;

/** The right answers to a question, as SQuAD's script takes them: those of which something is left when normalised. */
record SquadQuestion(boolean hasAnswer, List<String> answers) {

    private static final List<String> NO_ANSWER = List.of("");

    static SquadQuestion of(List<String> references) {
        var answers = references.stream()
                .filter(reference -> !SquadText.tokens(reference).isEmpty())
                .toList();
        return new SquadQuestion(!references.isEmpty(), answers.isEmpty() ? NO_ANSWER : answers);
    }

    double exact(String answer) {
        return answers.stream().anyMatch(right -> SquadText.exact(answer, right)) ? 1 : 0;
    }

    double f1(String answer) {
        return answers.stream()
                .mapToDouble(right -> SquadText.f1(answer, right))
                .max()
                .orElseThrow();
    }
}
