package io.llmops.core.prompt;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import io.llmops.core.prompt.Labels.Match;
import io.llmops.core.prompt.Words.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the labels an answer names, any number of them; one of the labels may stand for none. */
record SeveralOfParser(Labels labels, Optional<String> none) {

    private static final Set<String> SEPARATORS = Set.of(",", ";", "|", "\u2022", Words.NEW_LINE);

    Stage<String, Outcome<Set<String>>> stage() {
        return new AnswerStage<>(
                Description.of("several-of").with("labels", labels).with("none", none.orElse("")), this::read);
    }

    private Outcome<Set<String>> read(String answer) {
        var words = Words.of(Wrapping.unfenced(answer));
        var matches = labels.find(words, words.all());
        if (matches.isEmpty()) {
            return Outcome.abstained("none of the " + labels.size() + " labels is in " + Excerpt.of(answer));
        }
        var named = new LinkedHashSet<String>();
        for (var match : matches) {
            if (match.labels().size() > 1) {
                return Outcome.abstained(
                        "which of " + Labels.shown(match.labels()) + " is meant is open in " + Excerpt.of(answer));
            }
            if (Negation.before(words, match.range().from(), 0)) {
                return Outcome.abstained(
                        "a label is denied in " + Excerpt.of(answer) + ": " + Labels.shown(match.labels()));
            }
            named.addAll(match.labels());
        }
        var stray = strayItem(words, matches);
        if (stray.isPresent()) {
            return Outcome.abstained(
                    Excerpt.of(stray.get()) + " is none of the " + labels.size() + " labels in " + Excerpt.of(answer));
        }
        var saysNone = none.isPresent() && named.remove(none.get());
        return saysNone && !named.isEmpty()
                ? Outcome.abstained("labels and '" + none.get() + "' are in " + Excerpt.of(answer))
                : Outcome.answered(Collections.unmodifiableSet(named));
    }

    /** If the answer is a list, in which an item is a label and nothing else, an item without any label. */
    private static Optional<String> strayItem(Words words, List<Match> matches) {
        var list = false;
        Optional<String> stray = Optional.empty();
        var next = 0;
        for (var item : items(words, matches)) {
            var named = 0;
            var covered = 0;
            while (next < matches.size() && matches.get(next).range().from() < item.to()) {
                var range = matches.get(next++).range();
                named++;
                covered += plainWords(words, range);
            }
            var others = plainWords(words, item);
            list |= named == 1 && covered >= others;
            if (named == 0 && others > 0 && stray.isEmpty()) {
                stray = Optional.of(words.written(item));
            }
        }
        return list ? stray : Optional.empty();
    }

    private static int plainWords(Words words, Range item) {
        var count = 0;
        for (var i = item.from(); i < item.to(); i++) {
            var word = words.get(i);
            if (!word.mark() && !word.folded().chars().allMatch(Character::isDigit)) {
                count++;
            }
        }
        return count;
    }

    /** What stands between separators that are not part of a label. */
    private static List<Range> items(Words words, List<Match> matches) {
        var items = new ArrayList<Range>();
        var start = 0;
        var next = 0;
        for (var i = 0; i < words.size(); i++) {
            while (next < matches.size() && matches.get(next).range().to() <= i) {
                next++;
            }
            var inLabel = next < matches.size() && matches.get(next).range().from() <= i;
            if (!inLabel && SEPARATORS.contains(words.get(i).folded())) {
                items.add(new Range(start, i));
                start = i + 1;
            }
        }
        items.add(new Range(start, words.size()));
        return items;
    }
}
