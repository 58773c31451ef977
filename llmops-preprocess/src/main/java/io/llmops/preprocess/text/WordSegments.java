package io.llmops.preprocess.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Words and what stands between them: the rules WB3 to WB999 of UAX #29. */
final class WordSegments {

    private static final CodePointSet MORE_LETTERS = CodePointSet.of("2C2-2C5 2D2-2D7 2DE-2DF 2E5-2EB 2ED 2EF-2FF"
            + " 55A-55C 55E 58A 5F3 70F A708-A716 A720-A721 A789-A78A AB5B");
    private static final CodePointSet MID_LETTER = CodePointSet.of("3A B7 387 55F 5F4 2027 FE13 FE55 FF1A");
    private static final CodePointSet MID_NUMBER =
            CodePointSet.of("2C 3B 37E 589 60C-60D 66C 7F8 2044 FE10 FE14 FE50 FE54 FF0C FF1B");
    private static final CodePointSet MID_BOTH = CodePointSet.of("2E 2018-2019 2024 FE52 FF07 FF0E");
    private static final CodePointSet MORE_KATAKANA = CodePointSet.of("3031-3035 309B-309C 30A0 30FC FF70");
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TAI_LE,
            UnicodeScript.NEW_TAI_LUE,
            UnicodeScript.TAI_THAM,
            UnicodeScript.TAI_VIET,
            UnicodeScript.AHOM,
            UnicodeScript.HIRAGANA);

    private enum Kind {
        CR,
        LF,
        NEWLINE,
        EXTEND,
        ZWJ,
        REGIONAL,
        KATAKANA,
        HEBREW,
        LETTER,
        SINGLE_QUOTE,
        DOUBLE_QUOTE,
        MID_LETTER,
        MID_NUMBER,
        MID_BOTH,
        NUMBER,
        CONNECTOR,
        SPACE,
        OTHER;

        boolean isLetter() {
            return this == LETTER || this == HEBREW;
        }

        boolean isLineBreak() {
            return this == CR || this == LF || this == NEWLINE;
        }

        boolean isIgnored() {
            return this == EXTEND || this == ZWJ;
        }

        boolean joinsLetters() {
            return this == MID_LETTER || joinsBoth();
        }

        boolean joinsNumbers() {
            return this == MID_NUMBER || joinsBoth();
        }

        private boolean joinsBoth() {
            return this == MID_BOTH || this == SINGLE_QUOTE;
        }
    }

    private WordSegments() {}

    static int end(String text, int start) {
        var codePoint = text.codePointAt(start);
        var last = kind(codePoint); // the last one, ignored ones too
        var before = last; // the last that counts
        var beforeThat = Kind.OTHER;
        var regionals = before == Kind.REGIONAL ? 1 : 0;
        var at = start + Character.charCount(codePoint);
        while (at < text.length()) {
            codePoint = text.codePointAt(at);
            var kind = kind(codePoint);
            var next = at + Character.charCount(codePoint);
            if (last.isLineBreak() || kind.isLineBreak()) {
                return last == Kind.CR && kind == Kind.LF ? next : at;
            }
            var joined = (last == Kind.ZWJ && UnicodeProperties.isPictographic(codePoint))
                    || (last == Kind.SPACE && kind == Kind.SPACE)
                    || kind.isIgnored();
            if (!joined) {
                if (kind == Kind.REGIONAL && before == Kind.REGIONAL && regionals % 2 == 1) {
                    regionals++;
                } else if (isBoundary(beforeThat, before, kind, text, next)) {
                    return at;
                } else {
                    regionals = kind == Kind.REGIONAL ? 1 : 0;
                }
            }
            if (!kind.isIgnored()) {
                beforeThat = before;
                before = kind;
            }
            last = kind;
            at = next;
        }
        return at;
    }

    private static boolean isBoundary(Kind beforeThat, Kind before, Kind after, String text, int next) {
        if (before.isLetter()) {
            if (after.isLetter() || after == Kind.NUMBER || after == Kind.CONNECTOR) {
                return false;
            }
            if (before == Kind.HEBREW && after == Kind.SINGLE_QUOTE) {
                return false;
            }
            if (before == Kind.HEBREW && after == Kind.DOUBLE_QUOTE) {
                return kindThatCounts(text, next) != Kind.HEBREW;
            }
            return !(after.joinsLetters() && kindThatCounts(text, next).isLetter());
        }
        return switch (before) {
            case NUMBER ->
                !(after == Kind.NUMBER
                        || after.isLetter()
                        || after == Kind.CONNECTOR
                        || (after.joinsNumbers() && kindThatCounts(text, next) == Kind.NUMBER));
            case KATAKANA -> after != Kind.KATAKANA && after != Kind.CONNECTOR;
            case CONNECTOR ->
                !(after.isLetter() || after == Kind.NUMBER || after == Kind.KATAKANA || after == Kind.CONNECTOR);
            case DOUBLE_QUOTE -> !(beforeThat == Kind.HEBREW && after == Kind.HEBREW);
            default ->
                !(before.joinsLetters() && beforeThat.isLetter() && after.isLetter())
                        && !(before.joinsNumbers() && beforeThat == Kind.NUMBER && after == Kind.NUMBER);
        };
    }

    private static Kind kindThatCounts(String text, int from) {
        for (int at = from, width; at < text.length(); at += width) {
            var codePoint = text.codePointAt(at);
            width = Character.charCount(codePoint);
            var kind = kind(codePoint);
            if (!kind.isIgnored()) {
                return kind;
            }
        }
        return Kind.OTHER;
    }

    private static Kind kind(int codePoint) {
        return switch (codePoint) {
            case '\r' -> Kind.CR;
            case '\n' -> Kind.LF;
            case 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> Kind.NEWLINE;
            case '\'' -> Kind.SINGLE_QUOTE;
            case '"' -> Kind.DOUBLE_QUOTE;
            case UnicodeProperties.ZWJ -> Kind.ZWJ;
            case 0x202F -> Kind.CONNECTOR;
            case 0x200B, 0xA0, 0x2007 -> Kind.OTHER;
            default -> kindByCategory(codePoint);
        };
    }

    private static Kind kindByCategory(int codePoint) {
        if (UnicodeProperties.isGraphemeExtend(codePoint)) {
            return Kind.EXTEND;
        }
        return switch (Character.getType(codePoint)) {
            case Character.COMBINING_SPACING_MARK -> Kind.EXTEND;
            case Character.FORMAT -> codePoint == 0x70F ? Kind.LETTER : Kind.EXTEND;
            case Character.DECIMAL_DIGIT_NUMBER -> Kind.NUMBER;
            case Character.CONNECTOR_PUNCTUATION -> Kind.CONNECTOR;
            case Character.SPACE_SEPARATOR -> Kind.SPACE;
            default -> codePoint == 0x66B ? Kind.NUMBER : kindOfSign(codePoint);
        };
    }

    private static Kind kindOfSign(int codePoint) {
        if (MID_LETTER.contains(codePoint)) {
            return Kind.MID_LETTER;
        }
        if (MID_NUMBER.contains(codePoint)) {
            return Kind.MID_NUMBER;
        }
        if (MID_BOTH.contains(codePoint)) {
            return Kind.MID_BOTH;
        }
        if (UnicodeProperties.isRegionalIndicator(codePoint)) {
            return Kind.REGIONAL;
        }
        if (codePoint < 0x250) {
            return Character.isAlphabetic(codePoint) ? Kind.LETTER : Kind.OTHER;
        }
        return kindOfLetter(codePoint);
    }

    private static Kind kindOfLetter(int codePoint) {
        var script = UnicodeScript.of(codePoint);
        if (script == UnicodeScript.KATAKANA || MORE_KATAKANA.contains(codePoint)) {
            return Kind.KATAKANA;
        }
        if (MORE_LETTERS.contains(codePoint)) {
            return Kind.LETTER;
        }
        if (!Character.isAlphabetic(codePoint) || Character.isIdeographic(codePoint) || UNSPACED.contains(script)) {
            return Kind.OTHER;
        }
        var isHebrew = script == UnicodeScript.HEBREW && Character.getType(codePoint) == Character.OTHER_LETTER;
        return isHebrew ? Kind.HEBREW : Kind.LETTER;
    }
}
