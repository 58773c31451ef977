package io.llmops.eval.metric.text;

import java.util.Arrays;

/**
 * The longest common subsequence of two texts, 64 tokens at a time (Hyyrö 2004). A bit of a row is unset where a token of
 * the reference makes the subsequence longer, for the answer up to that row.
 */
final class CommonSubsequence {

    private final int[] reference;
    private final int[] answer;
    private final long[][] rows;

    CommonSubsequence(int[] reference, int[] answer, int tokens) {
        this.reference = reference;
        this.answer = answer;
        var words = (reference.length + 63) / 64;
        var places = new long[tokens][];
        for (var i = 0; i < reference.length; i++) {
            var token = reference[i];
            places[token] = places[token] == null ? new long[words] : places[token];
            places[token][i / 64] |= 1L << i;
        }
        rows = new long[answer.length + 1][];
        rows[0] = new long[words];
        Arrays.fill(rows[0], -1L);
        for (var j = 0; j < answer.length; j++) {
            rows[j + 1] = places[answer[j]] == null ? rows[j] : next(rows[j], places[answer[j]]);
        }
    }

    private static long[] next(long[] row, long[] places) {
        var next = new long[row.length];
        var carry = 0L;
        for (var w = 0; w < row.length; w++) {
            var both = row[w] & places[w];
            var sum = row[w] + both;
            var carried = Long.compareUnsigned(sum, row[w]) < 0 ? 1L : 0L;
            var withCarry = sum + carry;
            carried |= carry != 0 && withCarry == 0 ? 1L : 0L;
            next[w] = withCarry | (row[w] & ~both);
            carry = carried;
        }
        return next;
    }

    int length() {
        var length = 0;
        for (var i = 0; i < reference.length; i++) {
            length += grows(answer.length, i) ? 1 : 0;
        }
        return length;
    }

    private boolean grows(int row, int i) {
        return (rows[row][i / 64] & (1L << i)) == 0;
    }

    /** Marks the tokens of the reference that are in it; of several subsequences the one ROUGE takes. */
    void mark(boolean[] into) {
        var i = reference.length;
        var j = answer.length;
        while (i > 0 && j > 0) {
            if (reference[i - 1] == answer[j - 1]) {
                into[--i] = true;
                j--;
            } else if (grows(j, i - 1)) {
                j--;
            } else {
                i--;
            }
        }
    }
}
