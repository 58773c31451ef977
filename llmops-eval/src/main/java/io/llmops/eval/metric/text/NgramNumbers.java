package io.llmops.eval.metric.text;

/**
 * Numbers n-grams from 0, equal ones alike. An n-gram is known by the number of its beginning (its first n − 1 tokens) and
 * its last token, so that none needs an object. Not safe for use by many threads.
 */
final class NgramNumbers {

    /** The beginning of a single token. */
    static final int NOTHING = -1;

    private static final long SCRAMBLE = 0x9E3779B97F4A7C15L;
    private static final int LARGEST_AT_FIRST = 1 << 26;

    private long[] keys;
    private int[] numbers;
    private int size;

    /** Creates room for about so many. */
    NgramNumbers(int expected) {
        var capacity = Integer.highestOneBit(Math.max(16, Math.min(LARGEST_AT_FIRST, expected * 2 - 1))) << 1;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    int size() {
        return size;
    }

    /** Returns the number of an n-gram, which is the next one if it is new. */
    int put(int beginning, int token) {
        var key = key(beginning, token);
        var slot = slot(keys, key);
        if (keys[slot] == 0) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(keys, key);
            }
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    /** Returns the number of an n-gram, or −1 if it has none. */
    int find(int beginning, int token) {
        var slot = slot(keys, key(beginning, token));
        return keys[slot] == 0 ? -1 : numbers[slot];
    }

    private static long key(int beginning, int token) {
        return ((beginning + 2L) << Integer.SIZE) | (token & 0xFFFFFFFFL);
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
