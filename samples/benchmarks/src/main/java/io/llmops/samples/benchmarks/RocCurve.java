package io.llmops.samples.benchmarks;

import io.llmops.eval.metric.classification.BinaryScores;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** ROC-AUC with its interval on 10 million scores, beside the sort of as many numbers. */
@State(Scope.Benchmark)
public class RocCurve {

    private static final int COUNT = 10_000_000;

    private final double[] scores = new double[COUNT];
    private final boolean[] truth = new boolean[COUNT];

    /** Draws the scores. */
    public RocCurve() {
        var random = new SplittableRandom(3);
        for (var i = 0; i < COUNT; i++) {
            truth[i] = random.nextInt(4) == 0;
            scores[i] = random.nextDouble() + (truth[i] ? 0.3 : 0);
        }
    }

    /** The area and its interval. */
    @Benchmark
    public double area() {
        var binary = BinaryScores.of(scores, truth);
        return binary.rocAuc() + binary.rocAucInterval(0.95).width();
    }

    /** A copy, sorted. */
    @Benchmark
    public double[] sort() {
        var copy = scores.clone();
        Arrays.sort(copy);
        return copy;
    }
}
