package io.llmops.core.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the numbers in a text: a comma (or a no-break space) between groups of three digits, a point before decimals, as
 * in {@code 1,234.5}. What looks like a number but could be read in two ways, such as {@code 1,5}, {@code 3/4}, {@code
 * 10:30}, {@code 3-5} or {@code 5k}, is found without a value. Digits in names ({@code B2B}) and ordinals ({@code 3rd})
 * are no numbers. Not safe for use by many threads.
 */
final class NumberScanner {

    private static final String GROUPING = "\u00a0\u202f\u2009";
    private static final String JOINING = ".,/:_'^\u2019\u2044-\u2212\u2013";
    private static final Pattern PLAIN = Pattern.compile(
            "(?:[1-9]\\d{0,2}(?:,\\d{3})++|[1-9]\\d{0,2}(?:[" + GROUPING + "]\\d{3})++|\\d++)(?:\\.\\d++)?+|\\.\\d++");
    private static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th");
    private static final Set<String> MULTIPLYING = Set.of("k", "m", "b", "t", "bn", "mn", "tn", "mio", "mrd");

    private static final Set<String> MULTIPLYING_WORDS =
            Set.of("hundred", "thousand", "million", "billion", "trillion", "dozen");
    private static final int LONGEST_WORD = 10;

    private final String text;
    private final List<Found> found = new ArrayList<>();

    /** A number as written; without a value if it could be read in two ways. */
    record Found(String written, OptionalDouble value) {}

    private NumberScanner(String text) {
        this.text = text;
    }

    static List<Found> scan(String text) {
        var scanner = new NumberScanner(text);
        var at = 0;
        while (at < text.length()) {
            at = scanner.isDigit(at) ? scanner.number(at) : at + 1;
        }
        return scanner.found;
    }

    /** Reads the number whose first digit is at {@code digit}, and returns where it ends. */
    private int number(int digit) {
        var start = digit > 0 && text.charAt(digit - 1) == '.' && !isDigitOrPoint(digit - 2) ? digit - 1 : digit;
        var end = exponentEnd(digitsEnd(digit));
        var lettersEnd = lettersEnd(end);
        var letters = text.substring(end, lettersEnd).toLowerCase(Locale.ROOT);
        if (ORDINAL.contains(letters) || belongsToName(start)) {
            return Math.max(end, lettersEnd);
        }
        var written = text.substring(start, end);
        var sign = sign(start);
        var clear = sign != 0
                && !MULTIPLYING.contains(letters)
                && !MULTIPLYING_WORDS.contains(nextWord(lettersEnd))
                && !(lettersEnd > end && isDigit(lettersEnd))
                && !isOtherDigit(start - 1)
                && !isOtherDigit(end);
        found.add(new Found((sign < 0 ? "-" : "") + written, clear ? value(written, sign) : OptionalDouble.empty()));
        return Math.max(end, isDigit(lettersEnd) ? digitsEnd(lettersEnd) : lettersEnd);
    }

    private static OptionalDouble value(String written, int sign) {
        var exponent = Math.max(written.indexOf('e'), written.indexOf('E'));
        var mantissa = exponent < 0 ? written : written.substring(0, exponent);
        if (!PLAIN.matcher(mantissa).matches()) {
            return OptionalDouble.empty();
        }
        var digits = new StringBuilder(mantissa.length());
        mantissa.chars().filter(c -> c != ',' && GROUPING.indexOf(c) < 0).forEach(c -> digits.append((char) c));
        var value = Double.parseDouble(exponent < 0 ? digits.toString() : digits + written.substring(exponent));
        return Double.isFinite(value) ? OptionalDouble.of(value == 0 ? 0 : sign * value) : OptionalDouble.empty();
    }

    /** The end of digits and what joins them to further digits. */
    private int digitsEnd(int from) {
        var at = from;
        while (isDigit(at) || (isJoining(at) && isDigit(at + 1)) || isGrouping(at)) {
            at++;
        }
        return at;
    }

    private boolean isJoining(int at) {
        return at < text.length() && JOINING.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isGrouping(int at) {
        return at < text.length()
                && GROUPING.indexOf(text.charAt(at)) >= 0
                && isDigit(at + 1)
                && isDigit(at + 2)
                && isDigit(at + 3)
                && !isDigit(at + 4);
    }

    private int exponentEnd(int from) {
        var at = from;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            var digits = at;
            while (isDigit(at)) {
                at++;
            }
            return at > digits ? at : from;
        }
        return from;
    }

    private String nextWord(int from) {
        var spaced = from + 1 < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '-');
        return spaced
                ? text.substring(from + 1, Math.min(lettersEnd(from + 1), from + 1 + LONGEST_WORD))
                        .toLowerCase(Locale.ROOT)
                : "";
    }

    private int lettersEnd(int from) {
        var at = from;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a letter stands before the number, perhaps with a hyphen: B2, COVID-19. */
    private boolean belongsToName(int start) {
        var before = start > 1 && text.charAt(start - 1) == '-' ? start - 2 : start - 1;
        return before >= 0 && (Character.isLetter(text.charAt(before)) || isUnderscoreOfName(before));
    }

    private boolean isUnderscoreOfName(int at) {
        return at > 0 && text.charAt(at) == '_' && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** 1 or −1; 0 if a dash stands before the number that may be a sign or not. */
    private int sign(int start) {
        var at = start - 1;
        if (isCurrency(at)) {
            at--;
        }
        if (at < 0) {
            return 1;
        }
        return switch (text.charAt(at)) {
            case '-', '\u2212' -> at == 0 || isCurrency(at - 1) || allowsSign(text.charAt(at - 1)) ? -1 : 0;
            case '\u2013', '\u2014' -> 0;
            default -> 1;
        };
    }

    private static boolean allowsSign(char before) {
        return Character.isWhitespace(before) || Character.isSpaceChar(before) || "([{=*:\"'`~|_".indexOf(before) >= 0;
    }

    private boolean isCurrency(int at) {
        return at >= 0 && Character.getType(text.charAt(at)) == Character.CURRENCY_SYMBOL;
    }

    /** A digit of another script, a fraction, a superscript. */
    private boolean isOtherDigit(int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        var type = Character.getType(text.charAt(at));
        return type == Character.OTHER_NUMBER || (type == Character.DECIMAL_DIGIT_NUMBER && !isDigit(at));
    }

    private boolean isDigitOrPoint(int at) {
        return isDigit(at) || (at >= 0 && text.charAt(at) == '.');
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
