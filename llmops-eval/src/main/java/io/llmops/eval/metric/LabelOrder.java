package io.llmops.eval.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order labels are shown in: by number if all are whole numbers, else by code points. */
final class LabelOrder {

    private static final int LONGEST_NUMBER = 18;

    private LabelOrder() {}

    static List<String> sorted(Collection<String> labels) {
        var numbers = labels.stream().allMatch(LabelOrder::isNumber);
        return labels.stream()
                .sorted(numbers ? Comparator.comparingLong(Long::parseLong) : LabelOrder::byCodePoints)
                .toList();
    }

    private static boolean isNumber(String label) {
        var digits = label.startsWith("-") ? label.substring(1) : label;
        return !digits.isEmpty()
                && digits.length() <= LONGEST_NUMBER
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int byCodePoints(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        for (var i = 0; i < shorter; i++) {
            var a = one.charAt(i);
            var b = other.charAt(i);
            if (a != b) {
                var bothSurrogates = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothSurrogates ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
