package io.llmops.eval.metric.span;

import java.util.stream.IntStream;

/** The generalised Hamming distance, as NLTK computes it: 1 for a place moved, 2 for a boundary more or less. */
final class BoundaryEdits {

    private static final double CHANGE = 2;

    private BoundaryEdits() {}

    static double cost(String answer, String reference) {
        var answered = boundaries(answer);
        var right = boundaries(reference);
        var before = new double[right.length + 1];
        var row = new double[right.length + 1];
        for (var j = 0; j <= right.length; j++) {
            row[j] = CHANGE * j;
        }
        for (var i = 0; i < answered.length; i++) {
            System.arraycopy(row, 0, before, 0, row.length);
            row[0] = CHANGE * (i + 1);
            for (var j = 0; j < right.length; j++) {
                var apart = answered[i] - right[j];
                var changed = apart == 0 ? before[j] : CHANGE + (apart > 0 ? before[j + 1] : row[j]);
                row[j + 1] = Math.min(changed, before[j] + Math.abs(apart));
            }
        }
        return row[right.length];
    }

    private static int[] boundaries(String gaps) {
        return IntStream.range(0, gaps.length())
                .filter(gap -> gaps.charAt(gap) == '1')
                .toArray();
    }
}
