package io.llmops.eval.metric.text;

import java.util.Arrays;

/**
 * The table of Levenshtein's distance column by column, its differences from row to row as bits of long words (Myers 1999;
 * blocks as Hyyrö 2003). Used once. Not safe for use by many threads.
 */
final class EditColumns {

    private final int rows;
    private final int words;
    private final NgramNumbers symbols;
    private final long[] places;
    private final long[] ups;
    private final long[] downs;

    /** Takes the sequence that runs down the rows, not empty. */
    EditColumns(int[] sequence) {
        rows = sequence.length;
        words = (rows + 63) / 64;
        symbols = new NgramNumbers(rows);
        for (var symbol : sequence) {
            symbols.put(NgramNumbers.NOTHING, symbol);
        }
        places = new long[Math.multiplyExact(symbols.size(), words)];
        for (var i = 0; i < rows; i++) {
            places[symbols.find(NgramNumbers.NOTHING, sequence[i]) * words + i / 64] |= 1L << i;
        }
        ups = new long[words];
        downs = new long[words];
        Arrays.fill(ups, -1L);
    }

    /** Returns the distance to a part of another sequence. */
    int distance(int[] other, int from, int to) {
        var distance = rows;
        for (var j = from; j < to; j++) {
            distance += next(symbols.find(NgramNumbers.NOTHING, other[j]));
        }
        return distance;
    }

    /** Makes the next column; returns by how much its last number differs from that of the column before. */
    private int next(int symbol) {
        var right = 1L;
        var left = 0L;
        var last = 0;
        for (var w = 0; w < words; w++) {
            var equal = symbol < 0 ? 0L : places[symbol * words + w];
            var up = ups[w];
            var diagonal = equal | downs[w];
            var met = equal | left;
            var across = (((met & up) + up) ^ up) | met;
            var rises = downs[w] | ~(across | up);
            var falls = up & across;
            if (w == words - 1) {
                var end = (rows - 1) % 64;
                last = (int) ((rises >>> end) & 1) - (int) ((falls >>> end) & 1);
            }
            var risesIn = (rises << 1) | right;
            var fallsIn = (falls << 1) | left;
            right = rises >>> 63;
            left = falls >>> 63;
            ups[w] = fallsIn | ~(diagonal | risesIn);
            downs[w] = risesIn & diagonal;
        }
        return last;
    }
}
