package io.llmops.preprocess.text;

/** Sentences: the rules SB3 to SB998 of UAX #29. */
final class Sentences {

    private static final CodePointSet TERMINAL = CodePointSet.of("21 3F 589 61D-61F 6D4 700-702 7F9 837 839 83D-83E"
            + " 964-965 104A-104B 1362 1367-1368 166E 1735-1736 1803 1809 1944-1945 1AA8-1AAB 1B5A-1B5B 1B5E-1B5F"
            + " 1B7D-1B7E 1C3B-1C3C 1C7E-1C7F 203C-203D 2047-2049 2E2E 2E3C 2E53-2E54 3002 A4FF A60E-A60F A6F3 A6F7"
            + " A876-A877 A8CE-A8CF A92F A9C8-A9C9 AA5D-AA5F AAF0-AAF1 ABEB FE56-FE57 FF01 FF1F FF61 10A56-10A57"
            + " 10F55-10F59 10F86-10F89 11047-11048 110BE-110C1 11141-11143 111C5-111C6 111CD 111DE-111DF 11238-11239"
            + " 1123B-1123C 112A9 1144B-1144C 115C2-115C3 115C9-115D7 11641-11642 1173C-1173E 11944 11946 11A42-11A43"
            + " 11A9B-11A9C 11C41-11C42 11EF7-11EF8 11F43-11F44 16A6E-16A6F 16AF5 16B37-16B38 16B44 16E98 1BC9F 1DA88");
    private static final CodePointSet CONTINUES = CodePointSet.of("2C-2D 3A 55D 60C-60D 7F8 1802 1808 2013-2014 3001"
            + " FE10-FE11 FE13 FE31-FE32 FE50-FE51 FE55 FE58 FE63 FF0C-FF0D FF1A FF64");
    private static final CodePointSet QUOTES = CodePointSet.of("22 27 275B-2760 1F676-1F678");

    private enum Kind {
        CR,
        BREAK,
        EXTEND,
        SPACE,
        LOWER,
        UPPER,
        LETTER,
        NUMBER,
        STOP,
        TERMINAL,
        CLOSE,
        CONTINUES,
        OTHER
    }

    /** How far behind a full stop or another terminal the reading is. */
    private enum Phase {
        NONE,
        TERM,
        CLOSED,
        SPACED
    }

    private Sentences() {}

    static int end(String text, int start) {
        var phase = Phase.NONE;
        var isStop = false;
        var letterBeforeStop = false;
        var before = Kind.OTHER;
        for (int at = start, width; at < text.length(); at += width) {
            var codePoint = text.codePointAt(at);
            width = Character.charCount(codePoint);
            var kind = kind(codePoint);
            if (before == Kind.BREAK || (before == Kind.CR && codePoint != '\n')) {
                return at;
            }
            if (kind == Kind.EXTEND && at > start) {
                continue;
            }
            if (phase != Phase.NONE) {
                var inWord = phase == Phase.TERM
                        && isStop
                        && (kind == Kind.NUMBER || (kind == Kind.UPPER && letterBeforeStop));
                if (!inWord && !goesOn(phase, kind) && !(isStop && lowerFollows(text, at))) {
                    return at;
                }
            }
            var isTerm = kind == Kind.STOP || kind == Kind.TERMINAL;
            if (isTerm) {
                isStop = kind == Kind.STOP;
                letterBeforeStop = before == Kind.UPPER || before == Kind.LOWER;
            }
            phase = isTerm ? Phase.TERM : next(phase, kind);
            before = kind;
        }
        return text.length();
    }

    private static boolean goesOn(Phase phase, Kind kind) {
        return switch (kind) {
            case CONTINUES, STOP, TERMINAL, SPACE, BREAK, CR -> true;
            case CLOSE -> phase != Phase.SPACED;
            default -> false;
        };
    }

    private static Phase next(Phase phase, Kind kind) {
        if (phase == Phase.NONE) {
            return Phase.NONE;
        }
        return switch (kind) {
            case CLOSE -> phase == Phase.SPACED ? Phase.NONE : Phase.CLOSED;
            case SPACE -> Phase.SPACED;
            default -> Phase.NONE;
        };
    }

    /** Whether a small letter comes before any other letter, line break or terminal. */
    private static boolean lowerFollows(String text, int from) {
        for (int at = from, width; at < text.length(); at += width) {
            var codePoint = text.codePointAt(at);
            width = Character.charCount(codePoint);
            switch (kind(codePoint)) {
                case LOWER -> {
                    return true;
                }
                case UPPER, LETTER, CR, BREAK, STOP, TERMINAL -> {
                    return false;
                }
                default -> {
                    // anything else is passed over
                }
            }
        }
        return false;
    }

    private static Kind kind(int codePoint) {
        if (codePoint == '\r') {
            return Kind.CR;
        }
        if (codePoint == '\n' || codePoint == 0x85 || codePoint == 0x2028 || codePoint == 0x2029) {
            return Kind.BREAK;
        }
        if (isIgnored(codePoint)) {
            return Kind.EXTEND;
        }
        if (codePoint <= 0xFFFF && Whitespace.isWhite((char) codePoint)) {
            return Kind.SPACE;
        }
        if (codePoint == '.' || codePoint == 0x2024 || codePoint == 0xFE52 || codePoint == 0xFF0E) {
            return Kind.STOP;
        }
        return kindOfSign(codePoint);
    }

    private static boolean isIgnored(int codePoint) {
        var type = Character.getType(codePoint);
        return UnicodeProperties.isGraphemeExtend(codePoint)
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    private static Kind kindOfSign(int codePoint) {
        var isGeorgian = codePoint >= 0x10D0 && codePoint <= 0x1CBF && (codePoint <= 0x10FF || codePoint >= 0x1C90);
        if (!isGeorgian && Character.isLowerCase(codePoint)) {
            return Kind.LOWER;
        }
        if (!isGeorgian && (Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint))) {
            return Kind.UPPER;
        }
        if (Character.isAlphabetic(codePoint) || codePoint == 0x5F3) {
            return Kind.LETTER;
        }
        if (Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER
                || codePoint == 0x66B
                || codePoint == 0x66C) {
            return Kind.NUMBER;
        }
        if (TERMINAL.contains(codePoint)) {
            return Kind.TERMINAL;
        }
        if (CONTINUES.contains(codePoint)) {
            return Kind.CONTINUES;
        }
        return switch (Character.getType(codePoint)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> Kind.CLOSE;
            default -> QUOTES.contains(codePoint) ? Kind.CLOSE : Kind.OTHER;
        };
    }
}
