package io.llmops.eval.metric.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Answers as SQuAD's evaluate-v2.0.py compares them: lower case, without ASCII punctuation and English articles. */
final class SquadText {

    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    private SquadText() {}

    static String normalized(String text) {
        return String.join(" ", tokens(text));
    }

    /** Returns the words, divided at white space and where an article stands alone between characters of no word. */
    static List<String> tokens(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var kept = new StringBuilder(lower.length());
        lower.codePoints()
                .filter(character -> PUNCTUATION.indexOf(character) < 0)
                .forEach(kept::appendCodePoint);
        return words(withoutArticles(kept.toString()));
    }

    private static String withoutArticles(String text) {
        var result = new StringBuilder(text.length());
        var at = 0;
        while (at < text.length()) {
            var end = at;
            while (end < text.length() && isWord(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end > at) {
                var word = text.substring(at, end);
                result.append(ARTICLES.contains(word) ? " " : word);
            } else {
                end = at + Character.charCount(text.codePointAt(at));
                result.append(text, at, end);
            }
            at = end;
        }
        return result.toString();
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (!isSpace(character)) {
                word.appendCodePoint(character);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** What Python's regular expressions take for a character of a word, once punctuation is gone. */
    private static boolean isWord(int character) {
        return Character.isLetter(character)
                || switch (Character.getType(character)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    /** What Python splits at. */
    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
    }

    static boolean exact(String answer, String reference) {
        return tokens(answer).equals(tokens(reference));
    }

    /** Returns the F1 of the words, each as often as it comes. */
    static double f1(String answer, String reference) {
        var answered = tokens(answer);
        var right = tokens(reference);
        if (answered.isEmpty() || right.isEmpty()) {
            return answered.isEmpty() && right.isEmpty() ? 1 : 0;
        }
        var left = new HashMap<String, Integer>();
        right.forEach(word -> left.merge(word, 1, Integer::sum));
        var same = 0;
        for (var word : answered) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                same++;
            }
        }
        var precision = (double) same / answered.size();
        var recall = (double) same / right.size();
        return same == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
