package io.llmops.preprocess.dedup;

/** Numbers from 0 in groups; the least of a group stands for it. Not safe for use by many threads. */
final class UnionFind {

    private final int[] parents;

    UnionFind(int size) {
        parents = new int[size];
        for (var i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /** The least number of the group that a number is in. */
    int first(int number) {
        var at = number;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    void join(int one, int other) {
        var a = first(one);
        var b = first(other);
        parents[Math.max(a, b)] = Math.min(a, b);
    }
}
