package io.llmops.eval.metric.classification;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of a confusion table that are not empty. Predictions are places of labels;
 * the place after the last label is that of abstentions, and the next one that of failures. Arrays are not copied.
 */
final class CellTable {

    private final List<String> labels;
    private final int[] references;
    private final int[] predictions;
    private final double[] weights;

    CellTable(List<String> labels, int[] references, int[] predictions, double[] weights) {
        this.labels = labels;
        this.references = references;
        this.predictions = predictions;
        this.weights = weights;
    }

    /** Returns the table of some counts, its cells in the order the counts have. */
    static CellTable of(List<String> labels, CellCounts counts, int[] places) {
        var table = new CellTable(labels, new int[counts.size()], new int[counts.size()], new double[counts.size()]);
        var next = new int[1];
        counts.forEach((reference, prediction, weight) -> {
            var i = next[0]++;
            table.references[i] = places[reference];
            table.predictions[i] = places[prediction];
            table.weights[i] = weight;
        });
        return table;
    }

    /** Returns this table with its cells by reference and then prediction. */
    CellTable sorted() {
        var order = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> references[i]).thenComparingInt(i -> predictions[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new CellTable(
                labels,
                IntStream.of(order).map(i -> references[i]).toArray(),
                IntStream.of(order).map(i -> predictions[i]).toArray(),
                IntStream.of(order).mapToDouble(i -> weights[i]).toArray());
    }

    List<String> labels() {
        return labels;
    }

    int[] references() {
        return references;
    }

    int[] predictions() {
        return predictions;
    }

    double[] weights() {
        return weights;
    }

    int size() {
        return weights.length;
    }

    int classes() {
        return labels.size();
    }

    int failed() {
        return labels.size() + 1;
    }

    /** Returns the sum of the cells of failures. */
    double failures() {
        var failures = 0.0;
        for (var i = 0; i < size(); i++) {
            failures += predictions[i] == failed() ? weights[i] : 0;
        }
        return failures;
    }
}
