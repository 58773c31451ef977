package io.llmops.eval.metric.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The cells of a confusion table that are not empty, by reference and then prediction. Predictions are places of labels;
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

    private record Cell(int reference, int prediction, double weight) {}

    static CellTable of(List<String> labels, CellCounts counts, int[] places) {
        var cells = new ArrayList<Cell>(counts.size());
        counts.forEach(
                (reference, prediction, weight) -> cells.add(new Cell(places[reference], places[prediction], weight)));
        cells.sort(Comparator.comparingInt(Cell::reference).thenComparingInt(Cell::prediction));
        return new CellTable(
                labels,
                cells.stream().mapToInt(Cell::reference).toArray(),
                cells.stream().mapToInt(Cell::prediction).toArray(),
                cells.stream().mapToDouble(Cell::weight).toArray());
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
