package io.llmops.preprocess.text;

/** Extended grapheme clusters: the rules GB3 to GB999 of UAX #29. */
final class Graphemes {

    private static final CodePointSet PREPEND = CodePointSet.of(
            "600-605 6DD 70F 890-891 8E2 D4E 110BD 110CD 111C2-111C3" + " 1193F 11941 11A3A 11A84-11A89 11D46 11F02");
    private static final CodePointSet NOT_SPACING = CodePointSet.of("102B 102C 1038 1062-1064 1067-106D 1083 1087-108C"
            + " 108F 109A-109C 1A61 1A63 1A64 AA7B AA7D 11720 11721");

    private enum Kind {
        CR,
        LF,
        CONTROL,
        EXTEND,
        ZWJ,
        REGIONAL,
        PREPEND,
        SPACING,
        L,
        V,
        T,
        LV,
        LVT,
        PICTURE,
        OTHER
    }

    private Graphemes() {}

    static int end(String text, int start) {
        var codePoint = text.codePointAt(start);
        var at = start + Character.charCount(codePoint);
        if (at == text.length() || (codePoint < 0x80 && codePoint != '\r' && text.charAt(at) < 0x80)) {
            return at;
        }
        var before = kind(codePoint);
        var regionals = before == Kind.REGIONAL ? 1 : 0;
        var picture = before == Kind.PICTURE;
        while (at < text.length()) {
            codePoint = text.codePointAt(at);
            var kind = kind(codePoint);
            var joinsPicture = picture && before == Kind.ZWJ && kind == Kind.PICTURE;
            var pairsRegional = kind == Kind.REGIONAL && before == Kind.REGIONAL && regionals % 2 == 1;
            if (!joinsPicture && !pairsRegional && isBoundary(before, kind)) {
                break;
            }
            regionals = kind == Kind.REGIONAL ? regionals + 1 : 0;
            picture = kind == Kind.PICTURE || (picture && (kind == Kind.EXTEND || kind == Kind.ZWJ));
            before = kind;
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static boolean isBoundary(Kind before, Kind after) {
        if (before == Kind.CR && after == Kind.LF) {
            return false;
        }
        if (isControl(before) || isControl(after)) {
            return true;
        }
        return switch (after) {
            case EXTEND, ZWJ, SPACING -> false;
            case L, LV, LVT -> before != Kind.L && before != Kind.PREPEND;
            case V -> before != Kind.L && before != Kind.V && before != Kind.LV && before != Kind.PREPEND;
            case T ->
                before != Kind.V
                        && before != Kind.T
                        && before != Kind.LV
                        && before != Kind.LVT
                        && before != Kind.PREPEND;
            default -> before != Kind.PREPEND;
        };
    }

    private static boolean isControl(Kind kind) {
        return kind == Kind.CR || kind == Kind.LF || kind == Kind.CONTROL;
    }

    private static Kind kind(int codePoint) {
        if (codePoint == '\r') {
            return Kind.CR;
        }
        if (codePoint == '\n') {
            return Kind.LF;
        }
        if (codePoint == UnicodeProperties.ZWJ) {
            return Kind.ZWJ;
        }
        if (UnicodeProperties.isGraphemeExtend(codePoint)) {
            return Kind.EXTEND;
        }
        if (UnicodeProperties.isRegionalIndicator(codePoint)) {
            return Kind.REGIONAL;
        }
        if (UnicodeProperties.isPictographic(codePoint)) {
            return Kind.PICTURE;
        }
        var hangul = hangul(codePoint);
        return hangul != Kind.OTHER ? hangul : kindByCategory(codePoint);
    }

    private static Kind kindByCategory(int codePoint) {
        if (codePoint >= 0x600 && PREPEND.contains(codePoint)) {
            return Kind.PREPEND;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> Kind.CONTROL;
            case Character.COMBINING_SPACING_MARK -> NOT_SPACING.contains(codePoint) ? Kind.OTHER : Kind.SPACING;
            default -> codePoint == 0xE33 || codePoint == 0xEB3 ? Kind.SPACING : Kind.OTHER;
        };
    }

    private static Kind hangul(int c) {
        if (c < 0x1100 || c > 0xD7FB) {
            return Kind.OTHER;
        }
        if (c >= 0xAC00 && c <= 0xD7A3) {
            return (c - 0xAC00) % 28 == 0 ? Kind.LV : Kind.LVT;
        }
        if (c <= 0x115F || (c >= 0xA960 && c <= 0xA97C)) {
            return Kind.L;
        }
        if (c <= 0x11A7 || (c >= 0xD7B0 && c <= 0xD7C6)) {
            return Kind.V;
        }
        return c <= 0x11FF || c >= 0xD7CB ? Kind.T : Kind.OTHER;
    }
}
