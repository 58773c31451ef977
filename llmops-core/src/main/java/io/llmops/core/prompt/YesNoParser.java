package io.llmops.core.prompt;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import io.llmops.core.prompt.Words.Range;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * Reads a yes or a no. A denied yes is not a no, but speaks against a yes elsewhere. The word "no" counts where a mark or
 * the end follows: "no doubt" says neither.
 */
record YesNoParser(Labels words) {

    private static final String YES = "yes";
    private static final String NO = "no";

    /** What speaks for an answer: said outright, or said by denying its opposite. */
    private enum Sign {
        YES,
        NO,
        NOT_NO,
        NOT_YES
    }

    static YesNoParser of(Collection<String> yes, Collection<String> no) {
        var synonyms = new HashMap<String, String>();
        yes.forEach(word -> put(synonyms, word, YES));
        no.forEach(word -> put(synonyms, word, NO));
        return new YesNoParser(Labels.of(List.of(YES, NO), synonyms));
    }

    private static void put(HashMap<String, String> synonyms, String word, String meaning) {
        var other = synonyms.put(word, meaning);
        if (other != null && !other.equals(meaning)) {
            throw new IllegalArgumentException("expected '" + word + "' to mean yes or no, found it under both");
        }
    }

    Stage<String, Outcome<Boolean>> stage() {
        return new AnswerStage<>(Description.of("yes-no").with("words", words), this::read);
    }

    private Outcome<Boolean> read(String answer) {
        var whole = words.whole(answer);
        if (whole.size() == 1) {
            return Outcome.answered(whole.contains(YES));
        }
        var text = Words.of(answer);
        var signs = EnumSet.noneOf(Sign.class);
        Markers.find(text).forEach(range -> addSigns(text, range, signs));
        if (signs.isEmpty()) {
            addSigns(text, text.all(), signs);
        }
        return decide(signs, answer);
    }

    private void addSigns(Words text, Range range, Set<Sign> signs) {
        for (var match : words.find(text, range)) {
            var yes = match.labels().contains(YES);
            var next = match.range().to();
            if (match.labels().size() > 1
                    || (isPlainNo(text, match.range())
                            && next < text.size()
                            && !text.get(next).mark())) {
                continue;
            }
            if (Negation.before(text, match.range().from(), range.from())) {
                signs.add(yes ? Sign.NOT_YES : Sign.NOT_NO);
            } else {
                signs.add(yes ? Sign.YES : Sign.NO);
            }
        }
    }

    private static boolean isPlainNo(Words text, Range range) {
        return range.to() - range.from() == 1 && text.is(range.from(), NO);
    }

    private static Outcome<Boolean> decide(Set<Sign> signs, String answer) {
        if (signs.isEmpty()) {
            return Outcome.abstained("neither yes nor no is in " + Excerpt.of(answer));
        }
        var forYes = signs.contains(Sign.YES) || signs.contains(Sign.NOT_NO);
        var forNo = signs.contains(Sign.NO) || signs.contains(Sign.NOT_YES);
        if (forYes && forNo) {
            return Outcome.abstained("signs of both yes and no are in " + Excerpt.of(answer));
        }
        return signs.contains(Sign.YES) || signs.contains(Sign.NO)
                ? Outcome.answered(forYes)
                : Outcome.abstained("yes or no is denied in " + Excerpt.of(answer));
    }
}
