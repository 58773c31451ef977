package io.llmops.core.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A sample of a stream whose length is not known (Vitter's algorithm R), in the order of the stream. */
final class Reservoir<T> {

    private final List<Numbered<T>> kept;
    private final int count;
    private final SeededRandom random;
    private long seen;

    private Reservoir(int count, SeededRandom random) {
        this.kept = new ArrayList<>();
        this.count = count;
        this.random = random;
    }

    static <T> List<T> sample(Stream<T> stream, int count, SeededRandom random) {
        var reservoir = new Reservoir<T>(count, random);
        stream.forEachOrdered(reservoir::add);
        if (reservoir.seen < count) {
            throw new IllegalArgumentException(
                    "expected a sample of at most " + reservoir.seen + ", the number of examples, found " + count);
        }
        return reservoir.kept.stream()
                .sorted(Comparator.comparingLong(Numbered::number))
                .map(Numbered::item)
                .toList();
    }

    private void add(T item) {
        var numbered = new Numbered<>(seen++, item);
        if (kept.size() < count) {
            kept.add(numbered);
            return;
        }
        var place = random.below(seen);
        if (place < count) {
            kept.set((int) place, numbered);
        }
    }

    private record Numbered<T>(long number, T item) {}
}
