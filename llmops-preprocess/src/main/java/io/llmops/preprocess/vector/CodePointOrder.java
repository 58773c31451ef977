package io.llmops.preprocess.vector;

import java.util.Comparator;

/** The order of code points, which differs from that of Java's strings beyond the basic plane. Immutable. */
enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String first, String second) {
        var shorter = Math.min(first.length(), second.length());
        for (var i = 0; i < shorter; i++) {
            var a = first.charAt(i);
            var b = second.charAt(i);
            if (a != b) {
                var apart = Character.isSurrogate(a) != Character.isSurrogate(b);
                return apart ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return first.length() - second.length();
    }
}
