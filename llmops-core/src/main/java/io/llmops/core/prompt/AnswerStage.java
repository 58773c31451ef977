package io.llmops.core.prompt;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reader of answers behind the checks they all share: an answer that is blank or very long is not read, and thinking
 * aloud at its head is left out.
 */
record AnswerStage<T>(Description description, Function<String, Outcome<T>> reader)
        implements Stage<String, Outcome<T>> {

    private static final int LONGEST = 1_000_000;
    private static final String THINK = "<think>";
    private static final String END_OF_THINK = "</think>";

    @Override
    public Outcome<T> apply(String answer) {
        Objects.requireNonNull(answer, "answer");
        if (answer.length() > LONGEST) {
            return Outcome.abstained("the answer has " + answer.length() + " characters, more than " + LONGEST + ": "
                    + Excerpt.of(answer));
        }
        var said = answer.strip();
        if (said.startsWith(THINK)) {
            var end = said.indexOf(END_OF_THINK);
            if (end < 0) {
                return Outcome.abstained("the answer ends before the thinking does: " + Excerpt.of(answer));
            }
            said = said.substring(end + END_OF_THINK.length()).strip();
        }
        return said.isEmpty() ? Outcome.abstained("the answer is blank") : reader.apply(said);
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(description);
    }
}
