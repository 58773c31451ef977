package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers of scores of which one label is right. A row has every label's score, then 1 for the right one. */
record MulticlassScores(List<Integer> topK, int labels) implements RowStatistics {

    private static final String OVR = "; mean over the labels of each against the rest";
    private static final String OVO = "; mean over all pairs of labels (Hand and Till 2001)";

    static ScoreFamily family(List<Integer> topK) {
        return new ScoreFamily(descriptions(topK), labels -> new MulticlassScores(topK, labels));
    }

    private static List<MetricDescription> descriptions(List<Integer> topK) {
        var all = new ArrayList<MetricDescription>();
        all.add(new MetricDescription(
                "log_loss",
                Direction.LOWER_IS_BETTER,
                Range.NOT_NEGATIVE,
                "mean of −ln of the probability of the right label, at least 1e-15"));
        all.add(new MetricDescription(
                "brier",
                Direction.LOWER_IS_BETTER,
                Range.NOT_NEGATIVE,
                "mean of the sum over the labels of (probability − truth)² (Brier 1950)"));
        topK.forEach(k -> all.add(unit("accuracy@" + k, "examples whose right label is among the " + k + " highest")));
        all.add(unit("roc_auc/ovr/macro", "ROC-AUC" + OVR));
        all.add(unit("roc_auc/ovr/weighted", "ROC-AUC" + OVR + ", weighted by their examples"));
        all.add(unit("roc_auc/ovo/macro", "ROC-AUC" + OVO));
        all.add(unit("roc_auc/ovo/weighted", "ROC-AUC" + OVO + ", weighted by their examples"));
        all.addAll(List.of(CalibrationDescriptions.ECE, CalibrationDescriptions.MCE, CalibrationDescriptions.ADAPTIVE));
        return all;
    }

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

        private final double[][] means = new double[2 + topK.size()][];
        private final PairAreas areas;
        private final CalibrationStatistics calibration;
        private final boolean areProbabilities;

        OfRows(RowTable rows) {
            var n = rows.size();
            Arrays.setAll(means, mean -> new double[n]);
            var reference = new int[n];
            var confidence = new double[n];
            var right = new boolean[n];
            var fromZeroToOne = true;
            for (var row = 0; row < n; row++) {
                var r = row;
                var scores = IntStream.range(0, labels)
                        .mapToDouble(label -> rows.at(r, label))
                        .toArray();
                reference[row] = IntStream.range(0, labels)
                        .filter(label -> rows.at(r, labels + label) == 1)
                        .findFirst()
                        .orElseThrow();
                var rank = rank(scores, reference[row]);
                right[row] = rank == 0;
                confidence[row] = Arrays.stream(scores).max().orElseThrow();
                fromZeroToOne &= Arrays.stream(scores).allMatch(score -> score >= 0 && score <= 1);
                losses(scores, reference[row], row);
                for (var k = 0; k < topK.size(); k++) {
                    means[2 + k][row] = rank < topK.get(k) ? 1 : 0;
                }
            }
            areProbabilities = fromZeroToOne;
            areas = new PairAreas(
                    IntStream.range(0, labels).mapToObj(rows::column).toArray(double[][]::new), reference);
            calibration = new CalibrationStatistics(confidence, right, RankedScores.of(confidence, right, 1));
        }

        private void losses(double[] scores, int reference, int row) {
            var sum = 0.0;
            for (var label = 0; label < labels; label++) {
                sum += RowMeans.clipped(scores[label]);
                var distance = scores[label] - (label == reference ? 1 : 0);
                means[1][row] += distance * distance;
            }
            means[0][row] = -StrictMath.log(RowMeans.clipped(scores[reference]) / sum);
        }

        private static int rank(double[] scores, int reference) {
            var before = 0;
            for (var label = 0; label < scores.length; label++) {
                before += scores[label] > scores[reference] || (scores[label] == scores[reference] && label < reference)
                        ? 1
                        : 0;
            }
            return before;
        }

        @Override
        public long cost(int rows) {
            return 2L * rows * (labels + 3);
        }

        @Override
        public void compute(double[] weights, double[] into) {
            for (var mean = 0; mean < means.length; mean++) {
                into[mean] = mean < 2 && !areProbabilities ? Double.NaN : RowMeans.of(means[mean], weights);
            }
            areas.compute(weights, into, means.length);
            if (areProbabilities) {
                calibration.compute(weights, into, means.length + 4);
            } else {
                Arrays.fill(into, means.length + 4, into.length, Double.NaN);
            }
        }

        @Override
        public double[][] derivatives(double[] weights) {
            var all = new double[means.length + 7][weights.length];
            for (var mean = 0; mean < means.length; mean++) {
                all[mean] = RowMeans.derivative(means[mean], weights);
            }
            areas.derivatives(weights, all, means.length);
            if (areProbabilities) {
                calibration.derivatives(weights, all, means.length + 4);
            }
            return all;
        }
    }
}
