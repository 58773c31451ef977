package io.llmops.eval.metric.text;

/** How alike two short texts are, such as names (Jaro 1989; Winkler 1990). */
final class Jaro {

    private static final double OF_PREFIX = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private Jaro() {}

    /** From 0 to 1; 1 for equal texts, two empty ones among them. */
    static double similarity(int[] one, int[] other) {
        if (one.length == 0 && other.length == 0) {
            return 1;
        }
        var reach = Math.max(0, Math.max(one.length, other.length) / 2 - 1);
        var matchedOne = new boolean[one.length];
        var matchedOther = new boolean[other.length];
        var matches = 0;
        for (var i = 0; i < one.length; i++) {
            var end = Math.min(other.length - 1, i + reach);
            for (var j = Math.max(0, i - reach); j <= end && !matchedOne[i]; j++) {
                if (!matchedOther[j] && one[i] == other[j]) {
                    matchedOne[i] = true;
                    matchedOther[j] = true;
                    matches++;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        var swapped = 0;
        var j = 0;
        for (var i = 0; i < one.length; i++) {
            if (matchedOne[i]) {
                while (!matchedOther[j]) {
                    j++;
                }
                swapped += one[i] == other[j] ? 0 : 1;
                j++;
            }
        }
        var whole = (double) matches;
        var swaps = swapped / 2;
        return (whole / one.length + whole / other.length + (whole - swaps) / whole) / 3;
    }

    /** Jaro's similarity, nearer to 1 the longer a common beginning of up to four characters. */
    static double winkler(int[] one, int[] other) {
        var jaro = similarity(one, other);
        var prefix = 0;
        while (prefix < LONGEST_PREFIX
                && prefix < one.length
                && prefix < other.length
                && one[prefix] == other[prefix]) {
            prefix++;
        }
        return jaro + prefix * OF_PREFIX * (1 - jaro);
    }
}
