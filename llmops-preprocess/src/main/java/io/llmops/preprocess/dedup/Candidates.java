package io.llmops.preprocess.dedup;

import java.util.Arrays;
import java.util.List;

/**
 * Joins texts that share a key and are found to be similar. A text is held against the last 128 before it with the same key,
 * those of its own group left out: so the work grows as the number of texts does, even if all of them share a key. Not safe
 * for use by many threads.
 */
final class Candidates {

    private static final int FARTHEST = 128;
    private static final int NONE = -1;

    /** Says of two texts whether they are duplicates. */
    @FunctionalInterface
    interface Test {
        boolean areSimilar(int one, int other);
    }

    /** A key of a text; texts with equal keys are looked at together. */
    @FunctionalInterface
    interface Key {
        long of(int text);
    }

    private final int[] texts;
    private final UnionFind groups;
    private final Test test;
    private final int[] previous;
    private final long[] keys;
    private final int[] last;
    private long comparisons;

    private Candidates(int[] texts, UnionFind groups, Test test) {
        this.texts = texts;
        this.groups = groups;
        this.test = test;
        this.previous = new int[texts.length];
        var capacity = Integer.highestOneBit(Math.max(1, texts.length)) * 4;
        this.keys = new long[capacity];
        this.last = new int[capacity];
    }

    /**
     * Joins texts.
     *
     * @param texts their numbers, in order
     * @param groups what they are joined in
     * @param test says which belong together
     * @param keys which to look at; the first key is of the whole text, and of those it joins only one is looked at further,
     *     or every other key would be full of them
     * @return how many pairs were held against each other
     */
    static long join(int[] texts, UnionFind groups, Test test, List<Key> keys) {
        var equal = new Candidates(texts, groups, test);
        equal.look(keys.get(0));
        var different =
                Arrays.stream(texts).filter(text -> groups.first(text) == text).toArray();
        var near = new Candidates(different, groups, test);
        keys.stream().skip(1).forEach(near::look);
        return equal.comparisons + near.comparisons;
    }

    /** Looks at all texts with equal keys. */
    private void look(Key key) {
        Arrays.fill(last, NONE);
        for (var i = 0; i < texts.length; i++) {
            var own = key.of(texts[i]);
            var slot = slot(own);
            keys[slot] = own;
            previous[i] = last[slot];
            last[slot] = i;
            compare(i);
        }
    }

    private int slot(long key) {
        var slot = (int) Hash.mix(key) & (last.length - 1);
        while (last[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (last.length - 1);
        }
        return slot;
    }

    private void compare(int i) {
        var text = texts[i];
        for (int other = previous[i], steps = 0; other != NONE && steps < FARTHEST; other = previous[other], steps++) {
            if (groups.first(text) != groups.first(texts[other])) {
                comparisons++;
                if (test.areSimilar(texts[other], text)) {
                    groups.join(texts[other], text);
                }
            }
        }
    }
}
