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
    private final ClassFamily[] families;
    private final boolean detailed;
    private final boolean ordered;
    private final double[] chance = new double[2];
    private final int included;
    private final ZeroDivision zeroDivision;
    private final boolean[] known;
    private final double[] right;
    private final double[] referenced;
    private final double[] predicted;
    private final ClassAverages averages;
    private double total;

    ConfusionStatistics(ClassificationReport report, CellTable table) {
        this.report = report;
        this.table = table;
        families = report.families().toArray(ClassFamily[]::new);
        detailed = report.settings().detailed();
        ordered = detailed && !report.settings().labels().isEmpty();
        included = report.settings().included(table.classes());
        zeroDivision = report.settings().zeroDivision();
        var places = table.classes() + 2;
        known = new boolean[places];
        right = new double[places];
        referenced = new double[places];
        predicted = new double[places];
        averages = new ClassAverages(report.families(), report.settings(), right, referenced, predicted);
        for (var i = 0; i < table.size(); i++) {
            known[table.references()[i]] = true;
            known[table.predictions()[i]] = true;
        }
    }

    /** Returns the names of the numbers in their order. */
    List<String> names() {
        var names = new ArrayList<>(
                List.of(ReportNames.ACCURACY, ReportNames.BALANCED_ACCURACY, ReportNames.MCC, ReportNames.KAPPA));
        for (var average : List.of("micro", "macro", "weighted")) {
            report.families().forEach(family -> names.add(family.name() + "/" + average));
        }
        if (detailed) {
            names.addAll(List.of(ReportNames.ADJUSTED_BALANCED_ACCURACY, ReportNames.ZERO_ONE_LOSS));
        }
        if (ordered) {
            names.addAll(List.of(ReportNames.LINEAR_KAPPA, ReportNames.QUADRATIC_KAPPA));
        }
        return names;
    }

    /** Returns how many families of class values there are: precision, recall, the F-scores and on. */
    int families() {
        return families.length;
    }

    ClassFamily family(int family) {
        return families[family];
    }

    int size() {
        return details() + (ordered ? 4 : detailed ? 2 : 0);
    }

    /** Returns the place of adjusted balanced accuracy; after it come the zero-one loss and two weighted κ. */
    int details() {
        return MICRO + 3 * families.length;
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
        averages.compute(total, known, included, into, MICRO);
        if (detailed) {
            var guess = 1.0 / classesWithExamples();
            into[details()] = guess == 1 ? Double.NaN : (into[BALANCED_ACCURACY] - guess) / (1 - guess);
            into[details() + 1] = 1 - into[ACCURACY];
        }
        if (ordered) {
            weightedKappa(weights, into);
        }
    }

    /** Returns the fewest examples of a class that has any. */
    double smallestClass() {
        var least = total;
        for (var c = 0; c < table.classes(); c++) {
            least = referenced[c] > 0 ? Math.min(least, referenced[c]) : least;
        }
        return least;
    }

    int classesWithExamples() {
        var classes = 0;
        for (var c = 0; c < table.classes(); c++) {
            classes += referenced[c] > 0 ? 1 : 0;
        }
        return classes;
    }

    /** Disagreement costs the distance of the labels, or its square; no answer costs the most there is. */
    private void weightedKappa(double[] weights, double[] into) {
        var rows = new double[included];
        var columns = new double[included + 1];
        var observed = new double[2];
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            var reference = table.references()[i];
            var prediction = table.predictions()[i];
            if (reference < included && (prediction < included || prediction >= table.classes())) {
                var column = Math.min(prediction, included);
                rows[reference] += weights[i];
                columns[column] += weights[i];
                observed[0] += weights[i] * cost(reference, column);
                observed[1] += weights[i] * cost(reference, column) * cost(reference, column);
                sum += weights[i];
            }
        }
        Arrays.fill(chance, 0);
        for (var row = 0; row < included; row++) {
            for (var column = 0; column <= included; column++) {
                var cost = cost(row, column);
                chance[0] += rows[row] * columns[column] * cost;
                chance[1] += rows[row] * columns[column] * cost * cost;
            }
        }
        for (var power = 0; power < 2; power++) {
            chance[power] /= sum * sum;
            into[details() + 2 + power] = chance[power] > 0 ? 1 - observed[power] / sum / chance[power] : Double.NaN;
        }
    }

    private double cost(int reference, int column) {
        return column == included ? mostCost() : Math.abs(reference - column);
    }

    double mostCost() {
        return Math.max(1, included - 1);
    }

    /** Returns the mean cost by chance that the last weighted κ went by: of distances, or of their squares. */
    double chance(int power) {
        return chance[power];
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

    /** Returns the counts of a class that the last numbers were computed from. */
    ClassCounts counts(int c) {
        return new ClassCounts(right[c], referenced[c], predicted[c], total);
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
