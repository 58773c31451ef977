package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.ZeroDivision;
import java.util.Arrays;
import java.util.List;

/**
 * Micro, macro and weighted averages over the classes from the counts in arrays that others fill, again and again. A class
 * that is known but lacks in a resample is left out of that resample's averages. Not safe for use by many threads.
 */
final class ClassAverages {

    private final ClassFamily[] families;
    private final ReportSettings settings;
    private final double[] right;
    private final double[] referenced;
    private final double[] predicted;
    private final double[] sums;
    private final double[] weightedSums;
    private final int[] defined;

    ClassAverages(
            List<ClassFamily> families,
            ReportSettings settings,
            double[] right,
            double[] referenced,
            double[] predicted) {
        this.families = families.toArray(ClassFamily[]::new);
        this.settings = settings;
        this.right = right;
        this.referenced = referenced;
        this.predicted = predicted;
        sums = new double[families.size()];
        weightedSums = new double[families.size()];
        defined = new int[families.size()];
    }

    /** Writes every family's micro average, then every macro average, then every weighted one. */
    void compute(double total, boolean[] known, int included, double[] into, int at) {
        micro(total, included, into, at);
        Arrays.fill(sums, 0);
        Arrays.fill(weightedSums, 0);
        Arrays.fill(defined, 0);
        var classes = 0;
        var references = 0.0;
        var predictions = 0.0;
        for (var c = 0; c < included; c++) {
            if (referenced[c] == 0 && predicted[c] == 0 && known[c]) {
                continue;
            }
            classes++;
            references += referenced[c];
            predictions += predicted[c];
            for (var f = 0; f < families.length; f++) {
                var number = families[f].value(right[c], referenced[c], predicted[c], total);
                defined[f] += Double.isNaN(number) ? 0 : 1;
                var value = Double.isNaN(number) ? settings.zeroDivision().inAverages() : number;
                sums[f] += value;
                weightedSums[f] += value * referenced[c];
            }
        }
        var macro = at + families.length;
        var weighted = macro + families.length;
        for (var f = 0; f < families.length; f++) {
            var undefined = defined[f] == 0 && settings.zeroDivision() == ZeroDivision.UNDEFINED;
            into[macro + f] = undefined ? Double.NaN : sums[f] / classes;
            into[weighted + f] = undefined
                    ? Double.NaN
                    : references > 0
                            ? weightedSums[f] / references
                            : withoutExamples(f, predictions, sums[f] / classes);
        }
    }

    private void micro(double total, int included, double[] into, int at) {
        var hits = 0.0;
        var predictions = 0.0;
        var references = 0.0;
        for (var c = 0; c < included; c++) {
            hits += right[c];
            predictions += predicted[c];
            references += referenced[c];
        }
        for (var f = 0; f < families.length; f++) {
            into[at + f] = settings.byRule(families[f].value(hits, references, predictions, total * included));
        }
    }

    /** Returns the average weighted by examples where there are none, as scikit-learn has it. */
    private double withoutExamples(int f, double predictions, double mean) {
        return switch (families[f].kind()) {
            case SPECIFICITY, JACCARD -> mean;
            case RECALL -> settings.zeroDivision().inAverages();
            case PRECISION, F -> predictions > 0 ? 0 : settings.zeroDivision().inAverages();
        };
    }
}
