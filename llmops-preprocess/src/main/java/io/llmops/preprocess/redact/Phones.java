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
 * the customary punctuation, 7 to 20 of them. A piece that a word like "phone" announces needs no plan of numbers: 7 to 15
 * digits are enough. Immutable.
 */
final class Phones implements Function<String, List<Finding>> {

    private static final String ANY_REGION = "ZZ";
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 20;
    private static final int MOST_SAID = 15;
    private static final int MOST_GAP = 3;
    private static final int EXTENSION = 12;
    private static final int CUE_REACH = 24;
    private static final long TRIES = 10;
    private static final Cues CUES =
            Cues.of("phone*|tel|telephone|mobile|cell|cellphone|fax|desk|whatsapp|call me|call us"
                    + "|telefon*|telefax|handy|mobil*|rufnummer|téléphone|telephone|portable|teléfono|telefono|móvil|cellulare"
                    + "|telefone|celular|telefoon|puhelin|телефон|тел|電話|电话|手机|전화");

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
        this.regions = regions.isEmpty() ? List.of(ANY_REGION) : regions;
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
        var from = Math.max(0, start - 2);
        var piece = text.substring(from, Math.min(text.length(), end + EXTENSION));
        var count = found.size();
        for (var region : regions) {
            for (var match : library.findNumbers(piece, region, Leniency.VALID, TRIES)) {
                if (from + match.start() < end) {
                    found.add(new Finding(EntityType.PHONE, from + match.start(), from + match.end()));
                }
            }
        }
        if (found.size() == count && isSaid(text, start, end)) {
            found.add(new Finding(EntityType.PHONE, start, end));
        }
    }

    private static boolean isSaid(String text, int start, int end) {
        var digits = 0;
        for (var i = start; i < end; i++) {
            digits += isDigitAt(text, i) ? 1 : 0;
        }
        return digits <= MOST_SAID
                && Dates.end(text, start, start) < 0
                && CUES.before(text, Math.max(0, start - CUE_REACH), start);
    }

    static List<String> upperCase(String... regions) {
        var upper = new ArrayList<String>();
        for (var region : regions) {
            upper.add(region.toUpperCase(Locale.ROOT));
        }
        return upper;
    }
}
