package io.llmops.preprocess.dedup;

import java.util.ArrayList;
import java.util.List;

/**
 * Which bits of fingerprints to look up. The 64 bits are cut into blocks; two fingerprints that differ in at most {@code d}
 * bits are equal in all blocks but {@code d}, so there is a choice of blocks in which they agree (Manku, Jain, Das Sarma:
 * Detecting near-duplicates for web crawling, 2007). More blocks give longer keys and more choices.
 */
final class SimHashTables {

    private static final int MOST_TABLES = 300;

    private SimHashTables() {}

    /** Masks such that two fingerprints within the distance agree under one of them. */
    static List<Long> masks(int distance, int texts) {
        var wanted = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, texts));
        var blocks = distance + 1;
        while (Long.SIZE * (blocks - distance) / blocks < wanted && choices(blocks + 1, distance) <= MOST_TABLES) {
            blocks++;
        }
        var masks = new ArrayList<Long>();
        addMasks(blocks, 0, distance, -1L, masks);
        return masks;
    }

    private static long choices(int blocks, int distance) {
        var choices = 1L;
        for (var i = 1; i <= distance; i++) {
            choices = choices * (blocks - distance + i) / i;
        }
        return choices;
    }

    private static void addMasks(int blocks, int block, int left, long mask, List<Long> masks) {
        if (left == 0) {
            masks.add(mask);
            return;
        }
        for (var out = block; out <= blocks - left; out++) {
            var start = Long.SIZE * out / blocks;
            var end = Long.SIZE * (out + 1) / blocks;
            var bits = (end == Long.SIZE ? 0 : -1L << end) ^ (-1L << start);
            addMasks(blocks, out + 1, left - 1, mask & ~bits, masks);
        }
    }
}
