package io.llmops.core.prompt;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/** Reads what a group of the user's pattern matched. */
record RegexParser(Pattern pattern, int group) {

    private static final int LONGEST = 100_000;
    private static final int MOST_STEPS = 10_000_000;

    RegexParser {
        var groups = pattern.matcher("").groupCount();
        if (group < 0 || group > groups) {
            throw new IllegalArgumentException(
                    "expected a group from 0 to " + groups + " of the pattern " + pattern + ", found " + group);
        }
    }

    Stage<String, Outcome<String>> stage() {
        return new AnswerStage<>(
                Description.of("regex")
                        .with("pattern", pattern)
                        .with("flags", pattern.flags())
                        .with("group", group),
                this::read);
    }

    private Outcome<String> read(String answer) {
        if (answer.length() > LONGEST) {
            return Outcome.abstained("the answer has " + answer.length() + " characters, more than the " + LONGEST
                    + " a pattern is tried on: " + Excerpt.of(answer));
        }
        var values = new LinkedHashSet<String>();
        try {
            var matcher = pattern.matcher(new CountedText(answer, MOST_STEPS));
            while (values.size() < 2 && matcher.find()) {
                var value = matcher.group(group);
                if (value != null) {
                    values.add(value);
                }
            }
        } catch (CountedText.Exhausted | StackOverflowError e) {
            return Outcome.abstained("the pattern takes too many steps on " + Excerpt.of(answer));
        }
        if (values.isEmpty()) {
            return Outcome.abstained("the pattern finds nothing in " + Excerpt.of(answer));
        }
        return values.size() == 1
                ? Outcome.answered(values.iterator().next())
                : Outcome.abstained(
                        "the pattern finds more than one value in " + Excerpt.of(answer) + ": " + Labels.shown(values));
    }
}
