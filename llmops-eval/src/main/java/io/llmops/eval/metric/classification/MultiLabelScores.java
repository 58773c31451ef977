package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.Arrays;
import java.util.List;

/** The numbers of scores of which any number of labels is right. A row has every label's score, then every truth. */
record MultiLabelScores(int labels) implements RowStatistics {

    private static final int MEANS = 3;

    static final ScoreFamily FAMILY = new ScoreFamily(
            List.of(
                    unit("label_ranking_average_precision", "mean share of right labels among those ranked as high"),
                    new MetricDescription(
                            "coverage_error",
                            Direction.LOWER_IS_BETTER,
                            Range.NOT_NEGATIVE,
                            "mean number of labels down to the last right one (Tsoumakas and others 2010)"),
                    new MetricDescription(
                            "label_ranking_loss",
                            Direction.LOWER_IS_BETTER,
                            Range.UNIT,
                            "mean share of pairs whose wrong label scores as high as the right one"),
                    unit("roc_auc/labels/macro", "ROC-AUC; mean over the labels with examples of both kinds"),
                    unit("roc_auc/labels/micro", "ROC-AUC; all labels together"),
                    unit("roc_auc/labels/weighted", "ROC-AUC; mean over the labels weighted by their examples"),
                    unit("average_precision/labels/macro", "average precision; mean over the labels with examples"),
                    unit("average_precision/labels/micro", "average precision; all labels together")),
            MultiLabelScores::new);

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    @Override
    public int width() {
        return 2 * labels;
    }

    @Override
    public Computation over(RowTable rows) {
        return new OfRows(rows);
    }

    private final class OfRows implements Computation {

        private final double[][] means;
        private final RankedScores[] ofLabel = new RankedScores[labels];
        private final RankedScores together;

        OfRows(RowTable rows) {
            var n = rows.size();
            means = new double[MEANS][n];
            var scores = new double[n * labels];
            var truth = new boolean[n * labels];
            for (var label = 0; label < labels; label++) {
                var column = rows.column(label);
                var right = new boolean[n];
                for (var row = 0; row < n; row++) {
                    right[row] = rows.at(row, labels + label) == 1;
                    scores[row * labels + label] = column[row];
                    truth[row * labels + label] = right[row];
                }
                ofLabel[label] = RankedScores.of(column, right, 1);
            }
            together = RankedScores.of(scores, truth, labels);
            for (var row = 0; row < n; row++) {
                ranking(
                        Arrays.copyOfRange(scores, row * labels, (row + 1) * labels),
                        Arrays.copyOfRange(truth, row * labels, (row + 1) * labels),
                        row);
            }
        }

        private void ranking(double[] scores, boolean[] truth, int row) {
            var right = 0;
            var precisions = 0.0;
            var wrongPairs = 0;
            for (var label = 0; label < labels; label++) {
                if (truth[label]) {
                    right++;
                    var asHigh = 0;
                    var rightAsHigh = 0;
                    for (var other = 0; other < labels; other++) {
                        if (scores[other] >= scores[label]) {
                            asHigh++;
                            rightAsHigh += truth[other] ? 1 : 0;
                        }
                    }
                    precisions += (double) rightAsHigh / asHigh;
                    wrongPairs += asHigh - rightAsHigh;
                    means[1][row] = Math.max(means[1][row], asHigh);
                }
            }
            means[0][row] = right == 0 || right == labels ? 1 : precisions / right;
            means[2][row] = right == 0 || right == labels ? 0 : (double) wrongPairs / right / (labels - right);
        }

        @Override
        public long cost(int rows) {
            return 4L * rows * labels;
        }

        @Override
        public void compute(double[] weights, double[] into) {
            for (var mean = 0; mean < MEANS; mean++) {
                into[mean] = RowMeans.of(means[mean], weights);
            }
            var areas = 0;
            var withExamples = 0;
            var sums = new double[4];
            for (var ranked : ofLabel) {
                var examples = ranked.totals(weights)[0];
                var area = ranked.rocAuc(weights);
                if (!Double.isNaN(area)) {
                    areas++;
                    sums[0] += area;
                    sums[1] += area * examples;
                    sums[2] += examples;
                }
                sums[3] += examples > 0 ? ranked.averagePrecision(weights) : 0;
                withExamples += examples > 0 ? 1 : 0;
            }
            into[3] = sums[0] / areas;
            into[4] = together.rocAuc(weights);
            into[5] = sums[1] / sums[2];
            into[6] = sums[3] / withExamples;
            into[7] = together.averagePrecision(weights);
        }

        @Override
        public double[][] derivatives(double[] weights) {
            var numbers = new double[8];
            compute(weights, numbers);
            var all = new double[8][weights.length];
            for (var mean = 0; mean < MEANS; mean++) {
                all[mean] = RowMeans.derivative(means[mean], weights);
            }
            var defined = Arrays.stream(ofLabel)
                    .filter(ranked -> !Double.isNaN(ranked.rocAuc(weights)))
                    .toList();
            var examples = defined.stream()
                    .mapToDouble(ranked -> ranked.totals(weights)[0])
                    .sum();
            for (var ranked : defined) {
                var of = ranked.totals(weights)[0];
                ranked.addAucDerivative(weights, 1.0 / defined.size(), all[3]);
                ranked.addAucDerivative(weights, of / examples, all[5]);
                ranked.addTruths((ranked.rocAuc(weights) - numbers[5]) / examples, all[5]);
            }
            var withExamples = Arrays.stream(ofLabel)
                    .filter(ranked -> ranked.totals(weights)[0] > 0)
                    .toList();
            for (var ranked : withExamples) {
                ranked.addPrecisionDerivative(weights, 1.0 / withExamples.size(), all[6]);
            }
            together.addAucDerivative(weights, 1, all[4]);
            together.addPrecisionDerivative(weights, 1, all[7]);
            return all;
        }
    }
}
