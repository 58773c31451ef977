package io.llmops.core.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The positions of a dataset's examples, by what they have in common. Immutable.
 *
 * @param size the number of examples
 * @param members the positions in each stratum, in order, none empty
 */
record Strata(int size, List<List<Integer>> members) {

    static Strata one(Dataset<?, ?> dataset) {
        return by(dataset, example -> "");
    }

    static <I, R> Strata by(Dataset<I, R> dataset, Function<Example<I, R>, Object> key) {
        var examples = dataset.examples();
        var members = new LinkedHashMap<Object, List<Integer>>();
        for (var i = 0; i < examples.size(); i++) {
            members.computeIfAbsent(key.apply(examples.get(i)), absent -> new ArrayList<>())
                    .add(i);
        }
        return new Strata(examples.size(), List.copyOf(members.values()));
    }

    /** Returns 1 for each position that goes to the test part, else 0. */
    int[] test(double share, SeededRandom random) {
        var target = Parts.testSize(size, share);
        var quotas = quotas(target, random);
        var parts = new int[size];
        for (var i = 0; i < quotas.length; i++) {
            var stratum = members.get(i);
            var order = random.order(stratum.size());
            for (var taken = 0; taken < quotas[i]; taken++) {
                parts[stratum.get(order[taken])] = 1;
            }
        }
        return parts;
    }

    /** Each stratum's part of the target in proportion to its size: largest remainders, ties by lot. */
    private int[] quotas(int target, SeededRandom random) {
        var quotas = members.stream()
                .mapToInt(stratum -> (int) ((long) stratum.size() * target / size))
                .toArray();
        var left = target - IntStream.of(quotas).sum();
        IntStream.of(random.order(quotas.length))
                .boxed()
                .sorted(Comparator.comparingLong(
                        stratum -> -((long) members.get(stratum).size() * target % size)))
                .limit(left)
                .forEach(stratum -> quotas[stratum]++);
        return quotas;
    }

    /** Returns each position's fold: the strata, each in random order, are dealt out one after another. */
    int[] folds(int count, SeededRandom random) {
        Parts.checkFolds(count, size, "examples");
        var parts = new int[size];
        var dealt = 0;
        for (var stratum : members) {
            for (var member : random.order(stratum.size())) {
                parts[stratum.get(member)] = dealt++ % count;
            }
        }
        return parts;
    }
}
