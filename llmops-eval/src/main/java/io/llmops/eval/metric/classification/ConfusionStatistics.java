package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.ZeroDivision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Computes the numbers of a report that are about all classes from the cells of one table, again and again for other
 * counts, in buffers of its own: this is what the bootstrap turns. NaN is what is undefined. A class that the table knows
 * but a resample lacks is left out of that resample's averages. Not safe for use by many threads.
 */
final class ConfusionStatistics {

    static final int ACCURACY = 0;
    static final int BALANCED_ACCURACY = 1;
    static final int MCC = 2;
    static final int KAPPA = 3;
    static final int MICRO = 4;

    private final ClassificationReport report;
    private final CellTable table;
    private final double[] betas;
    private final int included;
    private final ZeroDivision zeroDivision;
    private final boolean[] known;
    private final double[] right;
    private final double[] referenced;
    private final double[] predicted;
    private final double[] sums;
    private final double[] weightedSums;
    private double total;

    ConfusionStatistics(ClassificationReport report, CellTable table) {
        this.report = report;
        this.table = table;
        betas = report.betas().stream().mapToDouble(Double::doubleValue).toArray();
        included = report.labels().isEmpty() ? table.classes() : report.labels().size();
        zeroDivision = report.zeroDivision();
        var places = table.classes() + 2;
        known = new boolean[places];
        right = new double[places];
        referenced = new double[places];
        predicted = new double[places];
        sums = new double[families()];
        weightedSums = new double[families()];
        for (var i = 0; i < table.size(); i++) {
            known[table.references()[i]] = true;
            known[table.predictions()[i]] = true;
        }
    }

    /** Returns the names of the numbers in their order. */
    List<String> names() {
        var families = ReportNames.families(report);
        var names = new ArrayList<>(
                List.of(ReportNames.ACCURACY, ReportNames.BALANCED_ACCURACY, ReportNames.MCC, ReportNames.KAPPA));
        for (var average : List.of("micro", "macro", "weighted")) {
            families.forEach(family -> names.add(family + "/" + average));
        }
        return names;
    }

    /** Returns how many families of class values there are: precision, recall and the F-scores. */
    int families() {
        return 2 + betas.length;
    }

    int size() {
        return MICRO + 3 * families();
    }

    int included() {
        return included;
    }

    /** Computes every number. */
    void compute(double[] weights, double[] into) {
        count(weights);
        if (total == 0) {
            Arrays.fill(into, Double.NaN);
            return;
        }
        var correct = Arrays.stream(right).sum();
        into[ACCURACY] = correct / total;
        into[BALANCED_ACCURACY] = balancedAccuracy();
        association(correct, into);
        if (included < table.classes()) {
            into[KAPPA] = kappaOfIncluded(weights);
        }
        micro(into);
        average(into);
    }

    private void count(double[] weights) {
        Arrays.fill(right, 0);
        Arrays.fill(referenced, 0);
        Arrays.fill(predicted, 0);
        total = 0;
        var references = table.references();
        var predictions = table.predictions();
        for (var i = 0; i < weights.length; i++) {
            var weight = weights[i];
            referenced[references[i]] += weight;
            predicted[predictions[i]] += weight;
            if (references[i] == predictions[i]) {
                right[references[i]] += weight;
            }
            total += weight;
        }
    }

    private double balancedAccuracy() {
        var sum = 0.0;
        var classes = 0;
        for (var c = 0; c < table.classes(); c++) {
            if (referenced[c] > 0) {
                sum += right[c] / referenced[c];
                classes++;
            }
        }
        return sum / classes;
    }

    private void association(double correct, double[] into) {
        var both = 0.0;
        var referencedSquares = 0.0;
        var predictedSquares = 0.0;
        for (var c = 0; c < referenced.length; c++) {
            both += referenced[c] * predicted[c];
            referencedSquares += referenced[c] * referenced[c];
            predictedSquares += predicted[c] * predicted[c];
        }
        var square = total * total;
        var spread = (square - referencedSquares) * (square - predictedSquares);
        into[MCC] = spread > 0
                ? (correct * total - both) / Math.sqrt(spread)
                : zeroDivision == ZeroDivision.UNDEFINED ? Double.NaN : 0;
        into[KAPPA] = square == both ? Double.NaN : (correct * total - both) / (square - both);
    }

    private double kappaOfIncluded(double[] weights) {
        var rows = new double[included];
        var columns = new double[included];
        var sum = 0.0;
        var correct = 0.0;
        for (var i = 0; i < weights.length; i++) {
            var reference = table.references()[i];
            var prediction = table.predictions()[i];
            if (reference < included && (prediction < included || prediction >= table.classes())) {
                rows[reference] += weights[i];
                if (prediction < included) {
                    columns[prediction] += weights[i];
                }
                correct += reference == prediction ? weights[i] : 0;
                sum += weights[i];
            }
        }
        var both = 0.0;
        for (var c = 0; c < included; c++) {
            both += rows[c] * columns[c];
        }
        return sum * sum == both ? Double.NaN : (correct * sum - both) / (sum * sum - both);
    }

    private void micro(double[] into) {
        var hits = 0.0;
        var predictions = 0.0;
        var references = 0.0;
        for (var c = 0; c < included; c++) {
            hits += right[c];
            predictions += predicted[c];
            references += referenced[c];
        }
        into[MICRO] = ratio(hits, predictions);
        into[MICRO + 1] = ratio(hits, references);
        for (var b = 0; b < betas.length; b++) {
            var square = betas[b] * betas[b];
            into[MICRO + 2 + b] = ratio((1 + square) * hits, square * references + predictions);
        }
    }

    private double ratio(double part, double whole) {
        return whole > 0 ? part / whole : zeroDivision.alone();
    }

    private void average(double[] into) {
        Arrays.fill(sums, 0);
        Arrays.fill(weightedSums, 0);
        var classes = 0;
        var references = 0.0;
        var predictions = 0.0;
        for (var c = 0; c < included; c++) {
            var absent = referenced[c] == 0 && predicted[c] == 0;
            if (absent && known[c]) {
                continue;
            }
            classes++;
            references += referenced[c];
            predictions += predicted[c];
            for (var f = 0; f < sums.length; f++) {
                var value = valueOrDefault(c, f);
                sums[f] += value;
                weightedSums[f] += value * referenced[c];
            }
        }
        var macro = MICRO + families();
        var weighted = macro + families();
        for (var f = 0; f < sums.length; f++) {
            var nothing = f == 0 ? predictions == 0 : f == 1 ? references == 0 : predictions + references == 0;
            into[macro + f] = nothing && zeroDivision == ZeroDivision.UNDEFINED ? Double.NaN : sums[f] / classes;
            into[weighted + f] = nothing && zeroDivision == ZeroDivision.UNDEFINED
                    ? Double.NaN
                    : references > 0
                            ? weightedSums[f] / references
                            : predictions > 0 && f != 1 ? 0 : zeroDivision.inAverages();
        }
    }

    private double valueOrDefault(int c, int family) {
        var value = classValue(c, family);
        return Double.isNaN(value) ? zeroDivision.inAverages() : value;
    }

    /** Returns precision (family 0), recall (1) or an F-score (2 and on) of a class, or NaN. */
    double classValue(int c, int family) {
        var hits = right[c];
        if (family == 0) {
            return predicted[c] > 0 ? hits / predicted[c] : Double.NaN;
        }
        if (family == 1) {
            return referenced[c] > 0 ? hits / referenced[c] : Double.NaN;
        }
        return referenced[c] + predicted[c] > 0 ? fScore(family, hits, referenced[c], predicted[c]) : Double.NaN;
    }

    /** Returns the F-score of a family for these counts, 0 for none. */
    double fScore(int family, double hits, double references, double predictions) {
        var square = betas[family - 2] * betas[family - 2];
        var whole = square * references + predictions;
        return whole > 0 ? (1 + square) * hits / whole : 0;
    }

    int places() {
        return referenced.length;
    }

    double right(int c) {
        return right[c];
    }

    double referenced(int c) {
        return referenced[c];
    }

    double predicted(int c) {
        return predicted[c];
    }

    double total() {
        return total;
    }
}
