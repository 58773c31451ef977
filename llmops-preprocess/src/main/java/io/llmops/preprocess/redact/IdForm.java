package io.llmops.preprocess.redact;

/**
 * How a number is written: {@code 9} a digit, {@code A} a letter, {@code X} either, {@code _} a space, a hyphen or nothing,
 * anything else itself. Immutable.
 *
 * @param signs the signs
 * @param needsCue whether a word before it must say what it is
 */
record IdForm(String signs, boolean needsCue) {

    /** Reads a form; a question mark before it says that it needs a cue. */
    static IdForm parse(String form) {
        return form.charAt(0) == '?' ? new IdForm(form.substring(1), true) : new IdForm(form, false);
    }

    /** The end of what is written like this from here, or -1. */
    int end(String text, int start) {
        var at = start;
        for (var i = 0; i < signs.length(); i++) {
            var c = Characters.at(text, at);
            var sign = signs.charAt(i);
            if (sign == '_') {
                at += c == ' ' || c == '-' ? 1 : 0;
            } else if (isSign(sign, c)) {
                at++;
            } else {
                return -1;
            }
        }
        return at;
    }

    /** Whether a text may be written like this that starts with so many digits, or letters, and then something else. */
    boolean mayStart(char sign, int count) {
        var lead = 0;
        while (lead < signs.length() && signs.charAt(lead) == sign) {
            lead++;
        }
        var next = lead < signs.length() ? signs.charAt(lead) : 0;
        return lead > 0 && (count == lead || (count > lead && (next == '_' || next == 'X')));
    }

    private static boolean isSign(char sign, char c) {
        return switch (sign) {
            case '9' -> Characters.isDigit(c);
            case 'A' -> Characters.isLetter(c);
            case 'X' -> Characters.isLetterOrDigit(c);
            default -> sign == c;
        };
    }
}
