package io.llmops.eval.metric.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts texts at white space, of which the reference programs have their own notion (Python's). */
final class Words {

    private Words() {}

    static boolean isSpace(int c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
        }
        return c >= 0x85
                && (c == 0x85
                        || c == 0xA0
                        || c == 0x1680
                        || (c >= 0x2000 && c <= 0x200A)
                        || c == 0x2028
                        || c == 0x2029
                        || c == 0x202F
                        || c == 0x205F
                        || c == 0x3000);
    }

    static List<String> of(CharSequence text) {
        var words = new ArrayList<String>();
        var start = -1;
        for (var i = 0; i < text.length(); i++) {
            if (isSpace(text.charAt(i))) {
                if (start >= 0) {
                    words.add(text.subSequence(start, i).toString());
                    start = -1;
                }
            } else if (start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            words.add(text.subSequence(start, text.length()).toString());
        }
        return words;
    }

    static int count(CharSequence text) {
        var words = 0;
        var inside = false;
        for (var i = 0; i < text.length(); i++) {
            var space = isSpace(text.charAt(i));
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }
}
