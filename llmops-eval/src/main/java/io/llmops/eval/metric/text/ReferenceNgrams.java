package io.llmops.eval.metric.text;

import java.util.Arrays;

/**
 * The n-grams of one or several references, counted, and how many of them a hypothesis has. An n-gram is known by the
 * number of its beginning and its last token, so that none needs an object. Not safe for use by many threads.
 */
final class ReferenceNgrams {

    private static final long SCRAMBLE = 0x9E3779B97F4A7C15L;
    private static final long NO_BEGINNING = 1;

    private final int order;
    private long[] keys;
    private int[] numbers;
    private int size;
    private int[] counts = new int[64];
    private int[] countsOfOne = new int[64];

    /** Creates room for n-grams of one to so many tokens, of texts of about so many tokens. */
    ReferenceNgrams(int order, int tokens) {
        this.order = order;
        var capacity = Integer.highestOneBit(Math.max(16, Math.min(1 << 26, tokens * order * 2 - 1))) << 1;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    /** Adds a reference: of each n-gram counts what the reference with the most of it has. */
    void add(int[] tokens) {
        for (var start = 0; start < tokens.length; start++) {
            var number = 0L;
            for (var n = 0; n < order && start + n < tokens.length; n++) {
                var gram = put(key(n == 0 ? NO_BEGINNING : number + 2, tokens[start + n]));
                countsOfOne[gram]++;
                counts[gram] = Math.max(counts[gram], countsOfOne[gram]);
                number = gram;
            }
        }
        Arrays.fill(countsOfOne, 0, size, 0);
    }

    /** Returns how many n-grams of each length a hypothesis has in common, none counted more often than it is there. */
    int[] matches(int[] tokens) {
        var left = Arrays.copyOf(counts, size);
        var matches = new int[order];
        for (var start = 0; start < tokens.length; start++) {
            var number = 0L;
            for (var n = 0; n < order && start + n < tokens.length; n++) {
                var slot = slot(keys, key(n == 0 ? NO_BEGINNING : number + 2, tokens[start + n]));
                if (keys[slot] == 0) {
                    break;
                }
                number = numbers[slot];
                if (left[numbers[slot]] > 0) {
                    left[numbers[slot]]--;
                    matches[n]++;
                }
            }
        }
        return matches;
    }

    /** Returns the number of different n-grams of each length in what was added. */
    int[] distinct(int[] tokens) {
        var seen = new boolean[size];
        var distinct = new int[order];
        for (var start = 0; start < tokens.length; start++) {
            var number = 0L;
            for (var n = 0; n < order && start + n < tokens.length; n++) {
                number = numbers[slot(keys, key(n == 0 ? NO_BEGINNING : number + 2, tokens[start + n]))];
                distinct[n] += seen[(int) number] ? 0 : 1;
                seen[(int) number] = true;
            }
        }
        return distinct;
    }

    /** Returns how many n-grams of a length so many tokens make. */
    static int total(int tokens, int length) {
        return Math.max(0, tokens - length + 1);
    }

    private static long key(long beginning, int token) {
        return (beginning << Integer.SIZE) | (token & 0xFFFFFFFFL);
    }

    private int put(long key) {
        var slot = slot(keys, key);
        if (keys[slot] == 0) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(keys, key);
            }
            if (size == counts.length) {
                counts = Arrays.copyOf(counts, size * 2);
                countsOfOne = Arrays.copyOf(countsOfOne, size * 2);
            }
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    private void grow() {
        var oldKeys = keys;
        var oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                var slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private static int slot(long[] table, long key) {
        var mask = table.length - 1;
        var slot = (int) ((key * SCRAMBLE) >>> Integer.SIZE) & mask;
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
