package io.llmops.core.prompt;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import io.llmops.core.prompt.Words.Range;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the one label an answer names. */
record OneOfParser(Labels labels) {

    Stage<String, Outcome<String>> stage() {
        return new AnswerStage<>(Description.of("one-of").with("labels", labels), this::read);
    }

    private Outcome<String> read(String answer) {
        var whole = labels.whole(answer);
        if (!whole.isEmpty()) {
            return decide(whole, answer);
        }
        var words = Words.of(answer);
        var marked = new Found();
        for (var range : Markers.find(words)) {
            var alone = labels.whole(words.written(range));
            if (alone.isEmpty()) {
                marked.add(words, range);
            } else {
                marked.named.addAll(alone);
            }
        }
        return marked.outcome(answer).orElseGet(() -> {
            var anywhere = new Found();
            anywhere.add(words, words.all());
            return anywhere.outcome(answer)
                    .orElseGet(() ->
                            Outcome.abstained("none of the " + labels.size() + " labels is in " + Excerpt.of(answer)));
        });
    }

    private static Outcome<String> decide(Set<String> named, String answer) {
        return named.size() == 1
                ? Outcome.answered(named.iterator().next())
                : Outcome.abstained(named.size() + " labels are in " + Excerpt.of(answer) + ": " + Labels.shown(named));
    }

    /** The labels named, and those named to be denied. */
    private final class Found {

        private final Set<String> named = new LinkedHashSet<>();
        private final Set<String> denied = new LinkedHashSet<>();

        private void add(Words words, Range range) {
            for (var match : labels.find(words, range)) {
                var where = Negation.before(words, match.range().from(), range.from()) ? denied : named;
                where.addAll(match.labels());
            }
        }

        private Optional<Outcome<String>> outcome(String answer) {
            if (denied.isEmpty()) {
                return named.isEmpty() ? Optional.empty() : Optional.of(decide(named, answer));
            }
            return named.size() == 1 && !denied.containsAll(named)
                    ? Optional.of(decide(named, answer))
                    : Optional.of(Outcome.abstained(
                            "a label is denied in " + Excerpt.of(answer) + ": " + Labels.shown(denied)));
        }
    }
}
