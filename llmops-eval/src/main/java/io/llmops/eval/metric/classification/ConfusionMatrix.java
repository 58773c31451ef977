package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Observation;
import java.util.Arrays;
import java.util.List;

/**
 * How often each label was predicted for each label that was right, with a column for abstentions and one for failures.
 * Immutable.
 */
public final class ConfusionMatrix {

    /** What the counts are divided by. Immutable. */
    public enum Normalization {
        /** The examples of the same right label: a row sums to 1. */
        REFERENCE,
        /** The examples with the same prediction: a column sums to 1. */
        PREDICTION,
        /** All examples. */
        ALL
    }

    private final List<String> labels;
    private final double[][] counts;

    private ConfusionMatrix(List<String> labels, double[][] counts) {
        this.labels = List.copyOf(labels);
        this.counts = counts;
    }

    ConfusionMatrix(CellTable table) {
        labels = table.labels();
        counts = new double[labels.size()][labels.size() + 2];
        for (var i = 0; i < table.size(); i++) {
            counts[table.references()[i]][table.predictions()[i]] = table.weights()[i];
        }
    }

    /**
     * Returns the matrix of some observations.
     *
     * @param observations any
     * @return the matrix
     */
    public static ConfusionMatrix of(Iterable<? extends Observation<?, ?, ?>> observations) {
        var accumulator = Classification.report().accumulator();
        observations.forEach(observation -> accumulator.add(observation, 1));
        return accumulator.matrix();
    }

    /**
     * Returns the part of this matrix that is about some labels.
     *
     * @param some the labels of rows and columns to keep, in their new order; one that no observation has is empty
     * @return the smaller matrix
     */
    public ConfusionMatrix withLabels(List<String> some) {
        var part = new double[some.size()][some.size() + 2];
        for (var r = 0; r < some.size(); r++) {
            var row = labels.indexOf(some.get(r));
            for (var c = 0; c < some.size() + 2 && row >= 0; c++) {
                var column = c < some.size() ? labels.indexOf(some.get(c)) : labels.size() + c - some.size();
                part[r][c] = column < 0 ? 0 : counts[row][column];
            }
        }
        return new ConfusionMatrix(some, part);
    }

    /** {@return the labels of rows and columns, in order} */
    public List<String> labels() {
        return labels;
    }

    /**
     * Returns the count of a cell.
     *
     * @param reference the right label
     * @param prediction the predicted label
     * @return the sum of weights
     * @throws IllegalArgumentException if there is no such label
     */
    public double count(String reference, String prediction) {
        return counts[place(reference)][place(prediction)];
    }

    /**
     * Returns how often the pipeline abstained.
     *
     * @param reference the right label
     * @return the sum of weights
     * @throws IllegalArgumentException if there is no such label
     */
    public double abstained(String reference) {
        return counts[place(reference)][labels.size()];
    }

    /**
     * Returns how often the pipeline failed.
     *
     * @param reference the right label
     * @return the sum of weights
     * @throws IllegalArgumentException if there is no such label
     */
    public double failed(String reference) {
        return counts[place(reference)][labels.size() + 1];
    }

    /**
     * Returns how many examples have a label.
     *
     * @param reference the right label
     * @return the sum of weights, whatever was predicted
     * @throws IllegalArgumentException if there is no such label
     */
    public double support(String reference) {
        return sum(counts[place(reference)]);
    }

    /** {@return a row a label; in it a column a label, then abstentions, then failures; a copy} */
    public double[][] counts() {
        return Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Returns the counts divided.
     *
     * @param by what each is divided by; 0 divided by 0 is 0
     * @return rows and columns as in {@link #counts()}
     */
    public double[][] normalized(Normalization by) {
        var rows = Arrays.stream(counts).mapToDouble(ConfusionMatrix::sum).toArray();
        var columns = new double[labels.size() + 2];
        for (var row : counts) {
            Arrays.setAll(columns, column -> columns[column] + row[column]);
        }
        var all = sum(rows);
        var shares = counts();
        for (var r = 0; r < shares.length; r++) {
            for (var c = 0; c < columns.length; c++) {
                var divisor = switch (by) {
                    case REFERENCE -> rows[r];
                    case PREDICTION -> columns[c];
                    case ALL -> all;
                };
                shares[r][c] = divisor == 0 ? 0 : shares[r][c] / divisor;
            }
        }
        return shares;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private int place(String label) {
        var place = labels.indexOf(label);
        if (place < 0) {
            throw new IllegalArgumentException("no label '" + label + "'; there are " + labels);
        }
        return place;
    }
}
