package io.llmops.eval.stats;

/**
 * Draws from up to 65,536 outcomes in the same time whatever their chances (Walker's alias method, built as Vose 1991
 * does), out of one random long: low bits choose the place, the upper 48 the outcome there. Immutable.
 */
final class AliasTable {

    static final int MOST_OUTCOMES = 1 << 16;
    private static final double ONE = 0x1.0p48;

    private final long[] entries;

    private AliasTable(long[] entries) {
        this.entries = entries;
    }

    /** Returns the table of weights, of which at least one is above 0. */
    static AliasTable of(double[] weights) {
        int size = Integer.highestOneBit(Math.max(1, weights.length - 1)) << 1;
        double scale = size / Numbers.sum(weights);
        double[] left = new double[size];
        int[] places = new int[size];
        int small = 0;
        int large = size;
        for (int i = 0; i < size; i++) {
            left[i] = i < weights.length ? weights[i] * scale : 0;
            places[left[i] < 1 ? small++ : --large] = i;
        }
        long[] entries = new long[size];
        int next = 0;
        while (next < small && large < size) {
            int poor = places[next++];
            int rich = places[large];
            entries[poor] = entry(left[poor], rich);
            left[rich] -= 1 - left[poor];
            if (left[rich] < 1) {
                large++;
                places[small++] = rich;
            }
        }
        for (; next < small; next++) {
            entries[places[next]] = entry(1, places[next]);
        }
        for (; large < size; large++) {
            entries[places[large]] = entry(1, places[large]);
        }
        return new AliasTable(entries);
    }

    private static long entry(double share, int other) {
        long threshold = Math.min((1L << 48) - 1, (long) (share * ONE));
        return threshold << 16 | other;
    }

    int size() {
        return entries.length;
    }

    int draw(long bits) {
        int place = (int) bits & (entries.length - 1);
        long entry = entries[place];
        return (bits >>> 16) < (entry >>> 16) ? place : (int) (entry & 0xFFFF);
    }
}
