package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.at;
import static io.llmops.preprocess.redact.Characters.isDigit;
import static io.llmops.preprocess.redact.Characters.isLetter;

import java.util.List;

/**
 * What is assigned to a word that names a secret: {@code api_key = "…"}, {@code "token": "…"}, {@code Bearer …}. A password
 * has 6 characters or more, letters and others; anything else has 16 or more, letters and digits, and 3 bits of entropy
 * a character, which words do not have together with digits.
 * Not safe for use by many threads.
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

    private final String text;
    private final List<Finding> found;
    /** No value ends between these two, so that values within each other are not read again and again. */
    private int knownStart;

    private int knownEnd;

    Assignments(String text, List<Finding> found) {
        this.text = text;
        this.found = found;
    }

    /** Looks at the word from start to end and at what is behind it. */
    void find(int start, int end) {
        if (!isLetter(text.charAt(end - 1))) {
            return;
        }
        var value = startOfValue(text, end);
        if (value > 0) {
            if (endsWith(text, start, end, PASSWORDS)) {
                add(value, SHORTEST_PASSWORD);
            } else if (endsWith(text, start, end, KEYS)) {
                add(value, SHORTEST_KEY);
            }
        } else if (at(text, end) == ' ' && endsWith(text, start, end, SCHEMES)) {
            add(skipSpaces(text, end), SHORTEST_KEY);
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

    private void add(int start, int shortest) {
        var end = endOfValue(start);
        var isLong = end - start >= shortest && end - start <= LONGEST_VALUE;
        if (isLong && (shortest == SHORTEST_PASSWORD ? isMixed(text, start, end) : isRandom(text, start, end))) {
            found.add(new Finding(EntityType.SECRET, start, end));
        }
    }

    private int endOfValue(int start) {
        var end = start >= knownStart && start < knownEnd ? knownEnd : start;
        while (end < text.length() && end - start <= LONGEST_VALUE && !endsValue(text.charAt(end))) {
            end++;
        }
        knownStart = start;
        knownEnd = end;
        while (end > start && text.charAt(end - 1) == '.') {
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
