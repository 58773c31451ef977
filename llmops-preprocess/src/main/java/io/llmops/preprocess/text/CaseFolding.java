package io.llmops.preprocess.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lower case and Unicode full case folding, with the dotted and dotless i of Turkish and Azerbaijani where the locale
 * asks for them.
 */
final class CaseFolding {

    private static final Set<String> DOTTED_I = Set.of("tr", "az");

    private static final char DOT_ABOVE = '\u0307';

    private CaseFolding() {}

    static Text lower(Text text, Locale locale) {
        var characters = text.toString();
        var turkic = isTurkic(locale);
        var lower = characters.toLowerCase(turkic ? locale : Locale.ROOT);
        if (lower.length() == characters.length()) {
            return text.withCharacters(lower);
        }
        var editor = text.edit();
        for (int i = 0, at = 0, width; i < characters.length(); i += width) {
            width = Character.charCount(characters.codePointAt(i));
            var end = at + lowerWidth(characters.charAt(i), width, turkic, lower, at);
            editor.replace(i, i + width, lower.substring(at, end));
            at = end;
        }
        return editor.finish();
    }

    /** İ grows to i and a dot above; where it is a letter of its own, a dot above behind I goes. Nothing else changes width. */
    private static int lowerWidth(char first, int width, boolean turkic, String lower, int at) {
        if (!turkic) {
            return first == 'İ' ? 2 : width;
        }
        return first == DOT_ABOVE && (at == lower.length() || lower.charAt(at) != DOT_ABOVE) ? 0 : width;
    }

    static @Nullable String upper(int codePoint) {
        if (codePoint < 0x80 && !(codePoint >= 'a' && codePoint <= 'z')) {
            return null;
        }
        var upper = Character.toString(codePoint).toUpperCase(Locale.ROOT);
        return upper.codePointAt(0) == codePoint && upper.length() == Character.charCount(codePoint) ? null : upper;
    }

    static Characters fold(Locale locale) {
        return isTurkic(locale) ? new Characters(CaseFolding::foldTurkic) : new Characters(CaseFolding::fold);
    }

    private static @Nullable String foldTurkic(int codePoint) {
        return switch (codePoint) {
            case 'I' -> "ı";
            case 'İ' -> "i";
            default -> fold(codePoint);
        };
    }

    static @Nullable String fold(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? ASCII[codePoint - 'A'] : null;
        }
        if (codePoint == 'ı') {
            return null;
        }
        var self = Character.toString(codePoint);
        if (isCherokee(codePoint)) {
            var upper = self.toUpperCase(Locale.ROOT);
            return upper.equals(self) ? null : upper;
        }
        var folded = lowerEach(lowerEach(self).toUpperCase(Locale.ROOT));
        return folded.equals(self) ? null : folded;
    }

    /** Lower case letter by letter, without the final sigma. */
    private static String lowerEach(String characters) {
        if (characters.length() == 1) {
            return characters.toLowerCase(Locale.ROOT);
        }
        var lower = new StringBuilder();
        characters.codePoints().forEach(c -> lower.append(Character.toString(c).toLowerCase(Locale.ROOT)));
        return lower.toString();
    }

    /** Cherokee folds to its capitals, which were encoded first. */
    private static boolean isCherokee(int codePoint) {
        return (codePoint >= 0x13A0 && codePoint <= 0x13FF) || (codePoint >= 0xAB70 && codePoint <= 0xABBF);
    }

    private static boolean isTurkic(Locale locale) {
        return DOTTED_I.contains(locale.getLanguage());
    }

    private static final String[] ASCII = new String[26];

    static {
        for (var i = 0; i < ASCII.length; i++) {
            ASCII[i] = String.valueOf((char) ('a' + i));
        }
    }
}
