package io.llmops.eval.metric.text;

import java.util.Arrays;

/**
 * The edit distance of a hypothesis to a reference within a beam around the diagonal, and which words it puts opposite
 * each other, as sacreBLEU's Tercom has it. A hypothesis that begins as the last aligned one is measured from where it
 * differs. Not safe for use by many threads.
 */
final class TerAlignment {

    private static final int BEAM = 25;
    private static final int FAR = Integer.MAX_VALUE / 2;

    private final int[] reference;
    private final int[][] rows;
    private final int[] spareAbove;
    private final int[] spare;
    private final double ratio;
    private final int beam;
    private int[] aligned;

    /** The place in the hypothesis that each word of the reference is opposite to; −1 before the first word. */
    final int[] places;

    /** Whether each word of the hypothesis, of the reference, is wrong. */
    final boolean[] wrongInHypothesis;

    final boolean[] wrongInReference;

    TerAlignment(int hypothesisLength, int[] reference) {
        this.reference = reference;
        aligned = new int[hypothesisLength];
        rows = new int[hypothesisLength + 1][reference.length + 1];
        spare = new int[reference.length + 1];
        spareAbove = new int[reference.length + 1];
        for (var j = 0; j <= reference.length; j++) {
            rows[0][j] = j;
        }
        ratio = hypothesisLength == 0 ? 1 : (double) reference.length / hypothesisLength;
        beam = BEAM < ratio / 2 ? (int) Math.ceil(ratio / 2 + BEAM) : BEAM;
        places = new int[reference.length];
        wrongInHypothesis = new boolean[hypothesisLength];
        wrongInReference = new boolean[reference.length];
    }

    /** Aligns a hypothesis; returns its distance. */
    int align(int[] hypothesis) {
        aligned = hypothesis;
        for (var i = 1; i <= hypothesis.length; i++) {
            fill(i, hypothesis[i - 1], rows[i - 1], rows[i]);
        }
        trace(hypothesis);
        return rows[hypothesis.length][reference.length];
    }

    /** Returns the distance of another order of the words of the aligned hypothesis. */
    int distance(int[] hypothesis) {
        var same = Arrays.mismatch(hypothesis, aligned);
        if (same < 0) {
            return rows[hypothesis.length][reference.length];
        }
        var above = rows[same];
        for (var i = same + 1; i <= hypothesis.length; i++) {
            var row = (i - same) % 2 == 1 ? spare : spareAbove;
            fill(i, hypothesis[i - 1], above, row);
            above = row;
        }
        return above[reference.length];
    }

    private void fill(int i, int word, int[] above, int[] row) {
        var diagonal = (int) Math.floor(i * ratio);
        var from = Math.max(0, diagonal - beam);
        var to = i == rows.length - 1 ? reference.length : Math.min(reference.length, diagonal + beam - 1);
        var seen = i >= rows.length - 2 ? reference.length : to + (int) Math.ceil(ratio) + 1;
        Arrays.fill(row, Math.max(0, from - 1), Math.min(reference.length, seen) + 1, FAR);
        for (var j = from; j <= to; j++) {
            if (j == 0) {
                row[0] = above[0] + 1;
            } else {
                var kept = above[j - 1] + (word == reference[j - 1] ? 0 : 1);
                row[j] = Math.min(FAR, Math.min(kept, Math.min(above[j], row[j - 1]) + 1));
            }
        }
    }

    /** Goes back from the end: a word kept or replaced before one left out before one put in. */
    private void trace(int[] hypothesis) {
        Arrays.fill(wrongInHypothesis, true);
        Arrays.fill(wrongInReference, true);
        var i = hypothesis.length;
        var j = reference.length;
        while (j > 0) {
            var here = rows[i][j];
            if (i > 0 && here == rows[i - 1][j - 1] + (hypothesis[i - 1] == reference[j - 1] ? 0 : 1)) {
                i--;
                j--;
                places[j] = i;
                var wrong = hypothesis[i] != reference[j];
                wrongInHypothesis[i] = wrong;
                wrongInReference[j] = wrong;
            } else if (i > 0 && here == rows[i - 1][j] + 1) {
                i--;
            } else {
                j--;
                places[j] = i - 1;
            }
        }
    }
}
