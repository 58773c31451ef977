package io.llmops.core.prompt;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import io.llmops.core.prompt.Words.Range;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the letter of a choice. A letter counts where it stands as the name of an option: alone, in brackets, at the head
 * of a line with a point or bracket behind it, behind "option" or a marker such as "the answer is", or before "is
 * correct"; so the article in "A dog barks" is none.
 */
record ChoiceParser(char last) {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Set<String> OPENING = Set.of("(", "[");
    private static final Set<String> CLOSING = Set.of(")", "]");
    private static final Set<String> FILLING = Set.of(
            "the", "option", "choice", "letter", "answer", "is", "definitely", "clearly", "most", "likely", "probably");
    private static final Set<String> NAMING = Set.of("option", "choice", "letter", "answer");
    private static final Set<String> REASONING = Set.of("because", "since", "as", "is", "and", "or");
    private static final Set<String> RIGHT = Set.of("correct", "right", "best", "true", "answer");
    private static final Set<String> ALTERNATING = Set.of("or", "and", "/", ",", "&");

    Stage<String, Outcome<String>> stage() {
        return new AnswerStage<>(Description.of("choice").with("letters", "A-" + last), this::read);
    }

    private Outcome<String> read(String answer) {
        for (var layer : Wrapping.layers(answer)) {
            if (layer.length() == 1 && isLetter(layer)) {
                return decide(new TreeSet<>(Set.of(layer.toUpperCase(Locale.ROOT))), answer);
            }
        }
        var words = Words.of(answer);
        var letters = new TreeSet<String>();
        Markers.find(words).forEach(range -> addMarked(words, range, letters));
        if (letters.isEmpty()) {
            addNamed(words, letters);
        }
        return decide(letters, answer);
    }

    private Outcome<String> decide(Set<String> letters, String answer) {
        if (letters.isEmpty()) {
            return Outcome.abstained("no choice from A to " + last + " is in " + Excerpt.of(answer));
        }
        var letter = letters.iterator().next();
        if (letters.size() > 1) {
            return Outcome.abstained("more than one choice is in " + Excerpt.of(answer) + ": " + letters);
        }
        return letter.charAt(0) <= last
                ? Outcome.answered(letter)
                : Outcome.abstained("choice " + letter + " is not one from A to " + last + " in " + Excerpt.of(answer));
    }

    /** Adds the letter a marked answer begins with, and those it is offered together with. */
    private void addMarked(Words words, Range range, Set<String> letters) {
        var at = range.from();
        while (at < range.to()) {
            var letter = letterAt(words, skipped(words, at, range.to()), range.to());
            if (letter.isEmpty()) {
                return;
            }
            letters.add(letter.get().name());
            at = letter.get().end();
            if (at >= range.to() || !ALTERNATING.contains(words.get(at).folded())) {
                return;
            }
            at++;
        }
    }

    private static int skipped(Words words, int from, int to) {
        var at = from;
        while (at < to
                && (FILLING.contains(words.get(at).folded())
                        || (words.get(at).mark()
                                && !OPENING.contains(words.get(at).folded())))) {
            at++;
        }
        return at;
    }

    /** A letter, and the place behind it and its bracket. */
    private record Letter(String name, int end) {}

    /** The letter that stands at a place as the name of an option: in brackets, or a capital with no plain word behind it. */
    private static Optional<Letter> letterAt(Words words, int at, int to) {
        var bracketed = at < to && OPENING.contains(words.get(at).folded());
        var place = bracketed ? at + 1 : at;
        if (place >= to || !isLetter(words.written(place))) {
            return Optional.empty();
        }
        var closed = place + 1 < to && CLOSING.contains(words.get(place + 1).folded());
        var alone = place + 1 >= to
                || words.get(place + 1).mark()
                || REASONING.contains(words.get(place + 1).folded());
        var capital = Character.isUpperCase(words.written(place).charAt(0));
        if (!closed && (bracketed || !alone || !capital)) {
            return Optional.empty();
        }
        var end = closed ? place + 2 : place + 1;
        while (end < to && (words.is(end, "*") || words.is(end, "\"") || words.is(end, "`"))) {
            end++;
        }
        return Optional.of(new Letter(words.written(place).toUpperCase(Locale.ROOT), end));
    }

    private void addNamed(Words words, Set<String> letters) {
        for (var at = 0; at < words.size(); at++) {
            if (isLetter(words.written(at)) && isNamed(words, at) && !Negation.before(words, at, 0)) {
                letters.add(words.written(at).toUpperCase(Locale.ROOT));
            }
        }
    }

    private static boolean isNamed(Words words, int at) {
        var closed = at + 1 < words.size() && CLOSING.contains(words.get(at + 1).folded());
        if (at > 0 && OPENING.contains(words.get(at - 1).folded())) {
            return closed;
        }
        if (!Character.isUpperCase(words.written(at).charAt(0))) {
            return false;
        }
        var atHead = at == 0 || words.is(at - 1, Words.NEW_LINE);
        var pointed = closed || words.is(at + 1, ".") || (words.is(at + 1, ":") && !words.is(at, "a"));
        var judged = words.is(at + 2, "the") ? at + 3 : at + 2;
        var right = words.is(at + 1, "is")
                && judged < words.size()
                && RIGHT.contains(words.get(judged).folded());
        var called = at > 0
                && NAMING.contains(words.get(at - 1).folded())
                && letterAt(words, at, words.size()).isPresent();
        return (atHead && pointed) || right || called;
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && LETTERS.indexOf(word.charAt(0)) >= 0;
    }
}
