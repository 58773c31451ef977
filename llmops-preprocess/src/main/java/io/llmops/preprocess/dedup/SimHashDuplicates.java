package io.llmops.preprocess.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Texts whose SimHash fingerprints differ in few bits. Immutable. */
record SimHashDuplicates(int distance, Shingles shingles) implements DuplicateFinder {

    static final int FARTHEST = 10;

    SimHashDuplicates {
        if (distance < 0 || distance > FARTHEST) {
            throw new IllegalArgumentException(
                    "expected a distance of 0 to " + FARTHEST + " of 64 bits, found " + distance);
        }
    }

    @Override
    public <T> Deduplication<T> in(List<T> items, Function<? super T, String> text) {
        return Deduplication.of(items, text, this::find);
    }

    private Matches find(List<String> texts) {
        var prints = new long[texts.size()];
        var present = new int[texts.size()];
        var size = 0;
        for (var i = 0; i < prints.length; i++) {
            var list = shingles.list(texts.get(i));
            if (list.length > 0) {
                prints[i] = SimHash.of(list);
                present[size++] = i;
            }
        }
        var groups = new UnionFind(prints.length);
        Candidates.Test test = (one, other) -> SimHash.distance(prints[one], prints[other]) <= distance;
        var keys = new ArrayList<Candidates.Key>();
        keys.add(text -> prints[text]);
        for (var mask : SimHashTables.masks(distance, size)) {
            keys.add(text -> prints[text] & mask);
        }
        var comparisons = Candidates.join(Arrays.copyOf(present, size), groups, test, keys);
        Matches.Similarity similarity =
                (one, other) -> 1 - SimHash.distance(prints[one], prints[other]) / (double) Long.SIZE;
        return new Matches(groups, similarity, comparisons);
    }

    @Override
    public String toString() {
        return "simhash(" + distance + ")";
    }
}
