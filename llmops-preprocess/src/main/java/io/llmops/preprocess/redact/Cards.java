package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.isDigitAt;

import java.util.ArrayList;
import java.util.List;

/**
 * Payment card numbers: an issuer's first digits, one of its lengths, and the Luhn digit. Digits are written together or in
 * groups of three to seven with one space or hyphen between. Issuers as in the ranges of ISO/IEC 7812 that the networks publish.
 */
final class Cards {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    private Cards() {}

    static List<Finding> find(String text) {
        var found = new ArrayList<Finding>();
        for (var at = Characters.nextDigit(text, 0); at < text.length(); ) {
            if (Characters.startsNumber(text, at)) {
                var end = end(text, at);
                if (end > 0) {
                    found.add(new Finding(EntityType.CARD, at, end));
                }
            }
            at = Characters.nextDigit(text, Characters.endOfRun(text, at));
        }
        return found;
    }

    /** The end of the longest card number that starts here, or -1. */
    private static int end(String text, int start) {
        var first = Characters.endOfDigits(text, start, LONGEST + 1);
        if (first - start < SHORTEST && !isGap(text, start, first)) {
            return -1;
        }
        var digits = new StringBuilder(LONGEST);
        var end = -1;
        var at = start;
        while (true) {
            var group = Characters.endOfDigits(text, at, LONGEST + 1);
            if (digits.length() + group - at > LONGEST) {
                return end;
            }
            digits.append(text, at, group);
            if (digits.length() >= SHORTEST && Characters.endsNumber(text, group) && isCard(digits.toString())) {
                end = group;
            }
            if (!isGap(text, at, group)) {
                return end;
            }
            at = group + 1;
        }
    }

    /** Whether a group from start to end may have another one behind it, and has. */
    private static boolean isGap(String text, int start, int end) {
        var gap = Characters.at(text, end);
        return end - start >= 3 && end - start <= 7 && (gap == ' ' || gap == '-') && isDigitAt(text, end + 1);
    }

    static boolean isCard(String digits) {
        return isLengthOfIssuer(digits) && CheckDigits.luhn(digits);
    }

    private static boolean isLengthOfIssuer(String digits) {
        var length = digits.length();
        var first4 = CheckDigits.number(digits, 0, 4);
        var first2 = first4 / 100;
        if (first4 / 1000 == 4) {
            return length == 13 || length == 16 || length == 19;
        }
        if (in(first2, 51, 55) || in(first4, 2221, 2720) || in(first4, 2200, 2204)) {
            return length == 16;
        }
        if (first2 == 34 || first2 == 37 || first4 == 2131 || first4 == 1800) {
            return length == 15;
        }
        if (in(first4 / 10, 300, 305) || first4 == 3095 || first2 == 36 || first2 == 38 || first2 == 39) {
            return length >= 14;
        }
        if (first2 == 35) {
            return length >= 16;
        }
        return (first2 == 50 || in(first2, 56, 58) || first4 / 1000 == 6) || (in(first2, 81, 82) && length == 16);
    }

    private static boolean in(int value, int low, int high) {
        return value >= low && value <= high;
    }
}
