package io.llmops.eval.metric.text;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import io.llmops.core.prompt.AnswerParsers;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;

/** 1 if the answer names the letter of the reference's choice, as {@link AnswerParsers#choice} reads both. */
final class ChoiceMatch implements Scorer<Object, Object> {

    private final int options;
    private final Stage<String, Outcome<String>> parser;

    ChoiceMatch(int options) {
        this.options = options;
        parser = AnswerParsers.choice(options);
    }

    @Override
    public String name() {
        return "choice_match";
    }

    @Override
    public String definition() {
        return "mean of 1 where the answer names the letter of the reference, of " + options + " choices, else 0";
    }

    @Override
    public Score score(Object answer, Object reference) {
        if (!(parser.apply(reference.toString()) instanceof Outcome.Answered<String> right)) {
            return new Score.Failed("expected a reference that is one of " + options + " letters, found another");
        }
        return Score.of(right.equals(parser.apply(answer.toString())));
    }
}
