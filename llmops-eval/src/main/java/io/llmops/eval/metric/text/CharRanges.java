package io.llmops.eval.metric.text;

/** Sets the characters of some ranges apart from what stands around them, or leaves them out. Immutable. */
final class CharRanges {

    private final String ends;

    /** Takes the first and the last character of each range in turn. */
    CharRanges(String ends) {
        this.ends = ends;
    }

    boolean contains(char c) {
        for (var i = 0; i < ends.length(); i += 2) {
            if (c >= ends.charAt(i) && c <= ends.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    CharSequence apart(CharSequence text) {
        var out = new StringBuilder(text.length() * 2);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (contains(c)) {
                out.append(' ').append(c).append(' ');
            } else {
                out.append(c);
            }
        }
        return out;
    }

    CharSequence without(CharSequence text) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (!contains(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out;
    }
}
