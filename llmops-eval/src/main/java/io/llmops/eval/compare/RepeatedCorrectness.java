package io.llmops.eval.compare;

import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Alternative;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Means;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.PairedTests;
import io.llmops.eval.stats.Proportions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The share of right answers of each example, in both runs, where examples were repeated. Immutable. */
final class RepeatedCorrectness {

    private static final int PERMUTATIONS = 10_000;

    private final double[] baseline;
    private final double[] other;
    private final PairedCounts first;

    private RepeatedCorrectness(double[] baseline, double[] other, PairedCounts first) {
        this.baseline = baseline;
        this.other = other;
        this.first = first;
    }

    static RepeatedCorrectness of(List<? extends Paired<?, ?>> pairs) {
        var examples = new LinkedHashMap<String, List<Paired<?, ?>>>();
        pairs.forEach(pair -> examples.computeIfAbsent(pair.baseline().id(), id -> new ArrayList<>())
                .add(pair));
        var first = new long[4];
        examples.values().forEach(repeats -> {
            var pair = repeats.get(0);
            first[(pair.baseline().isRight() ? 0 : 2) + (pair.other().isRight() ? 0 : 1)]++;
        });
        return new RepeatedCorrectness(
                shares(examples.values(), true),
                shares(examples.values(), false),
                new PairedCounts(first[0], first[2], first[1], first[3]));
    }

    private static double[] shares(Iterable<List<Paired<?, ?>>> examples, boolean ofBaseline) {
        var shares = new ArrayList<Double>();
        for (var repeats : examples) {
            var right = repeats.stream()
                    .filter(pair -> ofBaseline
                            ? pair.baseline().isRight()
                            : pair.other().isRight())
                    .count();
            shares.add((double) right / repeats.size());
        }
        return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Correctness.Evidence evidence(Uncertainty uncertainty) {
        var test = PairedTests.permutation(other, baseline, Alternative.TWO_SIDED, PERMUTATIONS, uncertainty.seed());
        return new Correctness.Evidence(interval(uncertainty.level()), test);
    }

    /** Student's over the examples; Tango's of the first repeats where the differences are all the same. */
    private Interval interval(double level) {
        var differences = new double[baseline.length];
        for (var i = 0; i < differences.length; i++) {
            differences[i] = other[i] - baseline[i];
        }
        var student = differences.length > 1 ? Means.student(differences, level) : null;
        return student != null && student.width() > 0 ? student : Proportions.tango(first, level);
    }
}
