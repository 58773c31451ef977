package io.llmops.preprocess.dedup;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Texts that are equal once they are normalised. Immutable. */
record ExactDuplicates(Function<String, String> normalizer) implements DuplicateFinder {

    ExactDuplicates {
        Objects.requireNonNull(normalizer, "normalizer");
    }

    @Override
    public <T> Deduplication<T> in(List<T> items, Function<? super T, String> text) {
        return Deduplication.of(items, text, this::find);
    }

    private Matches find(List<String> texts) {
        var groups = new UnionFind(texts.size());
        var firsts = new HashMap<String, Integer>();
        for (var i = 0; i < texts.size(); i++) {
            var first = firsts.putIfAbsent(normalizer.apply(texts.get(i)), i);
            if (first != null) {
                groups.join(first, i);
            }
        }
        return new Matches(groups, (one, other) -> 1, texts.size());
    }
}
