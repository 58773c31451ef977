package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.at;
import static io.llmops.preprocess.redact.Characters.isDigit;
import static io.llmops.preprocess.redact.Characters.isLetter;

import java.util.List;

/**
 * What is assigned to a word that names a secret: {@code api_key = "…"}, {@code "token": "…"}, {@code Bearer …}. A password
 * has 6 characters or more, letters and others; anything else has 16 or more, letters and digits, and 3 bits of entropy
 * a character, which words do not have together with digits.
 */
final class Assignments {

    private static final List<String> PASSWORDS = List.of("password", "passwd", "passphrase", "pwd");
    private static final List<String> KEYS = List.of("key", "token", "secret", "credential", "credentials", "auth");
    private static final List<String> SCHEMES = List.of("bearer", "basic");
    private static final int SHORTEST_PASSWORD = 6;
    private static final int SHORTEST_KEY = 16;
    private static final int LONGEST_VALUE = 512;
    private static final int MOST_SPACES = 3;
    private static final double BITS = 3;

    private Assignments() {}

    /** Looks at the word from start to end and at what is behind it. */
    static void find(String text, int start, int end, List<Finding> found) {
        if (!isLetter(text.charAt(end - 1))) {
            return;
        }
        var value = startOfValue(text, end);
        if (value > 0) {
            if (endsWith(text, start, end, PASSWORDS)) {
                add(text, value, SHORTEST_PASSWORD, found);
            } else if (endsWith(text, start, end, KEYS)) {
                add(text, value, SHORTEST_KEY, found);
            }
        } else if (at(text, end) == ' ' && endsWith(text, start, end, SCHEMES)) {
            add(text, skipSpaces(text, end), SHORTEST_KEY, found);
        }
    }

    private static boolean endsWith(String text, int start, int end, List<String> words) {
        for (var word : words) {
            var at = end - word.length();
            if (at >= start && text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static int skipSpaces(String text, int from) {
        var at = from;
        while (at - from < MOST_SPACES && at(text, at) == ' ') {
            at++;
        }
        return at;
    }

    /** Where the value starts behind a quote, an equals sign or a colon, and another quote; or -1. */
    private static int startOfValue(String text, int endOfWord) {
        var at = skipSpaces(text, isQuote(at(text, endOfWord)) ? endOfWord + 1 : endOfWord);
        var sign = at;
        while (at - sign < 2 && (at(text, at) == '=' || at(text, at) == ':' || (at > sign && at(text, at) == '>'))) {
            at++;
        }
        if (at == sign) {
            return -1;
        }
        at = skipSpaces(text, at);
        return isQuote(at(text, at)) ? at + 1 : at;
    }

    private static void add(String text, int start, int shortest, List<Finding> found) {
        var end = endOfValue(text, start);
        var isLong = end - start >= shortest && end - start <= LONGEST_VALUE;
        if (isLong && (shortest == SHORTEST_PASSWORD ? isMixed(text, start, end) : isRandom(text, start, end))) {
            found.add(new Finding(EntityType.SECRET, start, end));
        }
    }

    private static int endOfValue(String text, int start) {
        var end = start;
        while (end < text.length() && end - start <= LONGEST_VALUE && !endsValue(text.charAt(end))) {
            end++;
        }
        while (end > start && ".!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean endsValue(char c) {
        return c <= ' '
                || isQuote(c)
                || c == ','
                || c == ';'
                || c == ')'
                || c == '&'
                || c == '<'
                || c == '>'
                || c > '~';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static boolean isMixed(String text, int start, int end) {
        var letters = 0;
        for (var i = start; i < end; i++) {
            letters += isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters > 0 && letters < end - start;
    }

    /** Letters and digits, and Shannon's entropy over the characters. */
    private static boolean isRandom(String text, int start, int end) {
        var counts = new int[128];
        var digits = 0;
        for (var i = start; i < end; i++) {
            counts[text.charAt(i)]++;
            digits += isDigit(text.charAt(i)) ? 1 : 0;
        }
        double length = end - start;
        var bits = 0.0;
        for (var count : counts) {
            bits -= count == 0 ? 0 : count / length * (StrictMath.log(count / length) / StrictMath.log(2));
        }
        return digits > 0 && isMixed(text, start, end) && bits >= BITS;
    }
}
