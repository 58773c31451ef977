package io.llmops.core.dataset;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Cuts a dataset by the number of the part that each of its positions goes to. */
final class Parts {

    private Parts() {}

    static <I, R> Split<I, R> split(Dataset<I, R> dataset, int[] parts) {
        return new Split<>(
                where(dataset, "train", position -> parts[position] == 0),
                where(dataset, "test", position -> parts[position] == 1));
    }

    static <I, R> List<Split<I, R>> folds(Dataset<I, R> dataset, int count, int[] folds) {
        return IntStream.range(0, count)
                .mapToObj(fold -> {
                    var name = "fold " + (fold + 1) + " of " + count;
                    return new Split<>(
                            where(dataset, name + ", train", position -> folds[position] != fold),
                            where(dataset, name + ", test", position -> folds[position] == fold));
                })
                .toList();
    }

    private static <I, R> Dataset<I, R> where(Dataset<I, R> dataset, String part, IntPredicate chosen) {
        var examples = dataset.examples();
        return Dataset.inMemory(
                dataset.name() + " (" + part + ")",
                IntStream.range(0, examples.size())
                        .filter(chosen)
                        .mapToObj(examples::get)
                        .toList());
    }

    /** The size of the test part: the share, rounded, but neither none nor all. */
    static int testSize(int size, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("expected a test share over 0 and under 1, found " + share);
        }
        if (size < 2) {
            throw new IllegalArgumentException("expected at least 2 examples to split, found " + size);
        }
        return (int) Math.min(Math.max(Math.round(size * share), 1), size - 1);
    }

    static void checkFolds(int count, int most, String things) {
        if (count < 2 || count > most) {
            throw new IllegalArgumentException(
                    "expected from 2 folds to as many as there are " + things + ", " + most + ", found " + count);
        }
    }
}
