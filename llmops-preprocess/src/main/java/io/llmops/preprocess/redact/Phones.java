package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.at;
import static io.llmops.preprocess.redact.Characters.isDigit;
import static io.llmops.preprocess.redact.Characters.isDigitAt;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Telephone numbers, as libphonenumber knows those of the world. It is shown only pieces of text that can be one: digits with
 * the customary punctuation, 7 to 20 of them. A plus sign before them asks for a possible number, no sign for one of a region's plan,
 * and a word like "phone" before or "office" behind for 7 to 15 digits. Immutable.
 */
final class Phones implements Function<String, List<Finding>> {

    private static final String ANY_REGION = "ZZ";
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 20;
    private static final int MOST_SAID = 15;
    private static final int MOST_TOGETHER = 14;
    private static final int MOST_GAP = 3;
    private static final int BEHIND = 12;
    private static final int MOST_EXTENSION = 6;
    private static final int CUE_REACH = 24;
    private static final long TRIES = 10;
    private static final Cues CUES = Cues.of(
            "phone*|tel|telephone|mobile|cell|cellphone|fax|desk|whatsapp|sms|call|calling|dial|answering|messages to|text me|reach me|reach us|my number|contact number"
                    + "|telefon*|telefax|handy|mobil*|rufnummer|téléphone|telephone|portable|teléfono|telefono|móvil|cellulare"
                    + "|telefone|celular|telefoon|puhelin|телефон|тел|電話|电话|手机|전화");

    private static final List<String> KINDS = List.of("office", "fax", "mobile", "cell", "work", "home", "phone");
    private static final List<String> EXTENSIONS = List.of("x", "ext.", "ext", "#");

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final List<String> regions;

    Phones(List<String> regions) {
        var known = library.getSupportedRegions();
        for (var region : regions) {
            if (!known.contains(region)) {
                throw new IllegalArgumentException("expected regions of ISO 3166, such as US or GB, found '"
                        + region.substring(0, Math.min(10, region.length())) + "'");
            }
        }
        this.regions = List.copyOf(regions);
    }

    @Override
    public List<Finding> apply(String text) {
        var found = new ArrayList<Finding>();
        for (var at = Characters.nextDigit(text, 0); at < text.length(); ) {
            var digits = 0;
            var end = at;
            for (var i = at; i < text.length() && i - end <= MOST_GAP && isPart(text, i, at); i++) {
                if (isDigit(text.charAt(i))) {
                    digits++;
                    end = i + 1;
                }
            }
            if (digits >= FEWEST_DIGITS && digits <= MOST_DIGITS) {
                addWithin(text, at, end, found);
            }
            at = Characters.nextDigit(text, end);
        }
        return found;
    }

    /** Whether a number goes on here: a digit, or punctuation, but no second space and no new plus sign. */
    private static boolean isPart(String text, int index, int start) {
        var c = text.charAt(index);
        return switch (c) {
            case '(', ')', '-', '.', '/' -> true;
            case ' ', '\u00a0' -> at(text, index - 1) != ' ' || index == start;
            default -> isDigit(c);
        };
    }

    private void addWithin(String text, int digit, int end, List<Finding> found) {
        var start = digit;
        while (digit - start < 2 && (at(text, start - 1) == '(' || at(text, start - 1) == '+')) {
            start--;
        }
        if (Characters.isWordAt(text, start - 1)) {
            return;
        }
        var count = found.size();
        if (text.charAt(start) == '+' || text.charAt(start + 1) == '+') {
            addKnown(text, start, end, ANY_REGION, Leniency.POSSIBLE, found);
        } else if (!isDecimal(text, start, end)) {
            for (var region : regions) {
                addKnown(text, start, end, region, Leniency.VALID, found);
            }
        }
        if (found.size() == count && isSaid(text, start, end)) {
            found.add(new Finding(EntityType.PHONE, start, endOfExtension(text, end)));
        }
    }

    private void addKnown(String text, int start, int end, String region, Leniency leniency, List<Finding> found) {
        var from = Math.max(0, start - 2);
        var piece = text.substring(from, Math.min(text.length(), end + BEHIND));
        for (var match : library.findNumbers(piece, region, leniency, TRIES)) {
            if (from + match.start() < end) {
                found.add(new Finding(EntityType.PHONE, from + match.start(), from + match.end()));
            }
        }
    }

    /** Whether this is a measure rather than something to dial: a decimal, or more digits together than one dials. */
    private static boolean isDecimal(String text, int start, int end) {
        var first = Characters.endOfDigits(text, start, MOST_DIGITS);
        if (first == end) {
            return end - start > MOST_TOGETHER;
        }
        var second = Characters.endOfDigits(text, first + 1, MOST_DIGITS);
        return text.charAt(first) == '.' && second == end && (end - first > 5 || first - start > 4);
    }

    private static boolean isSaid(String text, int start, int end) {
        var digits = 0;
        for (var i = start; i < end; i++) {
            digits += isDigitAt(text, i) ? 1 : 0;
        }
        return digits <= MOST_SAID
                && Dates.end(text, start, start) < 0
                && (CUES.before(text, Math.max(0, start - CUE_REACH), start) || isKindBehind(text, end));
    }

    /** Whether a word behind the number says whose it is: {@code 020 7946 0000 office}. */
    private static boolean isKindBehind(String text, int end) {
        var gap = at(text, end);
        return (gap == ' ' || gap == '-' || gap == '(') && startsAny(text, end + 1, KINDS) > 0;
    }

    private static int endOfExtension(String text, int end) {
        var sign = startsAny(text, at(text, end) == ' ' ? end + 1 : end, EXTENSIONS);
        var digits = sign > 0 && at(text, sign) == ' ' ? sign + 1 : sign;
        var last = sign > 0 ? Characters.endOfDigits(text, digits, MOST_EXTENSION + 1) : end;
        return sign > 0 && last > digits && last - digits <= MOST_EXTENSION ? last : end;
    }

    /** Behind the first of these words that starts here, in any case; or -1. */
    private static int startsAny(String text, int at, List<String> words) {
        for (var word : words) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return at + word.length();
            }
        }
        return -1;
    }

    static List<String> upperCase(String... regions) {
        var upper = new ArrayList<String>();
        for (var region : regions) {
            upper.add(region.toUpperCase(Locale.ROOT));
        }
        return upper;
    }
}
