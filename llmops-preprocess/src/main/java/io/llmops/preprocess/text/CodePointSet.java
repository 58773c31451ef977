package io.llmops.preprocess.text;

import java.util.Arrays;

/** A set of code points, as sorted ranges. Immutable. */
final class CodePointSet {

    private final int[] starts;
    private final int[] ends;

    private CodePointSet(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /** Reads hexadecimal code points and ranges in ascending order, e.g. {@code "2E 2024 FF10-FF19"}. */
    static CodePointSet of(String ranges) {
        var parts = ranges.split(" ", -1);
        var starts = new int[parts.length];
        var ends = new int[parts.length];
        for (var i = 0; i < parts.length; i++) {
            var dash = parts[i].indexOf('-');
            starts[i] = Integer.parseInt(dash < 0 ? parts[i] : parts[i].substring(0, dash), 16);
            ends[i] = dash < 0 ? starts[i] : Integer.parseInt(parts[i].substring(dash + 1), 16);
            if (ends[i] < starts[i] || (i > 0 && starts[i] <= ends[i - 1])) {
                throw new IllegalArgumentException("expected ascending ranges, found " + parts[i]);
            }
        }
        return new CodePointSet(starts, ends);
    }

    boolean contains(int codePoint) {
        var found = Arrays.binarySearch(starts, codePoint);
        var range = found >= 0 ? found : -found - 2;
        return range >= 0 && codePoint <= ends[range];
    }
}
