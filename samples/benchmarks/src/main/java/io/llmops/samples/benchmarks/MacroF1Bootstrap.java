package io.llmops.samples.benchmarks;

import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.ClassificationCounts;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * 1,000 bootstrap resamples over 3,080 labels of 77 classes: ours for every value of the report, beside rows drawn one by
 * one for macro F1 alone.
 */
@State(Scope.Benchmark)
public class MacroF1Bootstrap {

    private static final int RESAMPLES = 1_000;

    private final Labels labels = new Labels(3_080);
    private final ClassificationCounts counts = counts(labels);

    private static ClassificationCounts counts(Labels labels) {
        var counts = Classification.report().accumulator();
        labels.observations().forEach(observation -> counts.add(observation, 1));
        return counts;
    }

    /** The report with its intervals. */
    @Benchmark
    public Object report() {
        return counts.values(Uncertainty.STANDARD.withResamples(RESAMPLES));
    }

    /** Macro F1 of rows drawn with replacement. */
    @Benchmark
    public double[] rows() {
        var random = new SplittableRandom(1);
        var values = new double[RESAMPLES];
        for (var i = 0; i < RESAMPLES; i++) {
            values[i] = macroF1(random);
        }
        return values;
    }

    private double macroF1(SplittableRandom random) {
        var references = labels.references();
        var answers = labels.answers();
        var right = new int[Labels.CLASSES];
        var seen = new int[Labels.CLASSES];
        for (var i = 0; i < references.length; i++) {
            var row = random.nextInt(references.length);
            seen[references[row]]++;
            seen[answers[row]]++;
            if (references[row] == answers[row]) {
                right[references[row]]++;
            }
        }
        var sum = 0.0;
        for (var i = 0; i < Labels.CLASSES; i++) {
            sum += seen[i] == 0 ? 0 : 2.0 * right[i] / seen[i];
        }
        return sum / Labels.CLASSES;
    }
}
