package io.llmops.core.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The positions of a dataset's examples, by a tag's value, to be kept together. Immutable.
 *
 * @param size the number of examples
 * @param members the positions in each group, none empty
 */
record Groups(int size, List<List<Integer>> members) {

    static Groups byTag(Dataset<?, ?> dataset, String tag) {
        var strata = Strata.by(dataset, example -> value(example, tag));
        return new Groups(strata.size(), strata.members());
    }

    private static String value(Example<?, ?> example, String tag) {
        var value = example.tags().get(tag);
        if (value == null) {
            throw new IllegalArgumentException("expected a tag " + Excerpt.of(tag) + " on every example, found "
                    + Excerpt.of(example.tags().keySet()) + " on example " + Excerpt.of(example.id()));
        }
        return value;
    }

    /** Returns 1 for each position that goes to the test part, else 0. */
    int[] test(double share, SeededRandom random) {
        if (members.size() < 2) {
            throw new IllegalArgumentException("expected at least 2 groups, found " + members.size());
        }
        var target = Parts.testSize(size, share);
        var inTest = new boolean[members.size()];
        var taken = 0;
        for (var group : random.order(members.size())) {
            var with = taken + members.get(group).size();
            if (Math.abs(with - target) < Math.abs(taken - target)) {
                inTest[group] = true;
                taken = with;
            }
        }
        if (taken == 0 || taken == size) {
            inTest[smallest()] = taken == 0;
        }
        var parts = new int[size];
        for (var group = 0; group < inTest.length; group++) {
            assign(group, inTest[group] ? 1 : 0, parts);
        }
        return parts;
    }

    private int smallest() {
        return IntStream.range(0, members.size())
                .boxed()
                .min(Comparator.comparingInt(group -> members.get(group).size()))
                .orElseThrow();
    }

    /** Returns each position's fold: groups go, the largest first, to the smallest fold so far. */
    int[] folds(int count, SeededRandom random) {
        Parts.checkFolds(count, members.size(), "groups");
        var sizes = new int[count];
        var parts = new int[size];
        IntStream.of(random.order(members.size()))
                .boxed()
                .sorted(Comparator.comparingInt(group -> -members.get(group).size()))
                .forEachOrdered(group -> {
                    var fold = smallest(sizes);
                    sizes[fold] += members.get(group).size();
                    assign(group, fold, parts);
                });
        return parts;
    }

    private static int smallest(int[] sizes) {
        return IntStream.range(0, sizes.length)
                .boxed()
                .min(Comparator.comparingInt(fold -> sizes[fold]))
                .orElseThrow();
    }

    private void assign(int group, int part, int[] parts) {
        members.get(group).forEach(position -> parts[position] = part);
    }
}
