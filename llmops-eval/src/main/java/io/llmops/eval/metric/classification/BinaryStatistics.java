package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.Arrays;
import java.util.List;

/** The numbers of scores of one label, of rows of a score and a truth. Immutable. */
final class BinaryStatistics implements RowStatistics {

    static final List<MetricDescription> DESCRIPTIONS = List.of(
            new MetricDescription(
                    "roc_auc",
                    Direction.HIGHER_IS_BETTER,
                    Range.UNIT,
                    "how likely a true one has a higher score than a false one (Hanley and McNeil 1982)"),
            new MetricDescription(
                    "average_precision",
                    Direction.HIGHER_IS_BETTER,
                    Range.UNIT,
                    "mean over the true ones of the precision at their score"),
            new MetricDescription(
                    "log_loss",
                    Direction.LOWER_IS_BETTER,
                    Range.NOT_NEGATIVE,
                    "mean of −ln of the probability of what is true, at least 1e-15"),
            new MetricDescription(
                    "brier", Direction.LOWER_IS_BETTER, Range.UNIT, "mean of (probability − truth)² (Brier 1950)"),
            CalibrationDescriptions.ECE,
            CalibrationDescriptions.MCE,
            CalibrationDescriptions.ADAPTIVE);

    @Override
    public int width() {
        return 2;
    }

    @Override
    public Computation over(RowTable rows) {
        var scores = rows.column(0);
        var truth = new boolean[scores.length];
        var losses = new double[scores.length];
        var squares = new double[scores.length];
        var areProbabilities = true;
        for (var row = 0; row < truth.length; row++) {
            truth[row] = rows.at(row, 1) == 1;
            var probability = RowMeans.clipped(scores[row]);
            losses[row] = -StrictMath.log(truth[row] ? probability : 1 - probability);
            squares[row] = (scores[row] - rows.at(row, 1)) * (scores[row] - rows.at(row, 1));
            areProbabilities &= scores[row] >= 0 && scores[row] <= 1;
        }
        var ranked = RankedScores.of(scores, truth, 1);
        var areas = new Areas(ranked);
        return areProbabilities
                ? new Probabilities(areas, new CalibrationStatistics(scores, truth, ranked), losses, squares)
                : areas;
    }

    private static final class Areas implements Computation {

        private final RankedScores ranked;

        Areas(RankedScores ranked) {
            this.ranked = ranked;
        }

        @Override
        public long cost(int rows) {
            return 3L * rows;
        }

        @Override
        public void compute(double[] weights, double[] into) {
            Arrays.fill(into, Double.NaN);
            into[0] = ranked.rocAuc(weights);
            into[1] = ranked.averagePrecision(weights);
        }

        @Override
        public double[][] derivatives(double[] weights) {
            var all = new double[DESCRIPTIONS.size()][weights.length];
            ranked.addAucDerivative(weights, 1, all[0]);
            ranked.addPrecisionDerivative(weights, 1, all[1]);
            return all;
        }
    }

    private static final class Probabilities implements Computation {

        private final Areas areas;
        private final CalibrationStatistics calibration;
        private final double[] losses;
        private final double[] squares;

        Probabilities(Areas areas, CalibrationStatistics calibration, double[] losses, double[] squares) {
            this.areas = areas;
            this.calibration = calibration;
            this.losses = losses;
            this.squares = squares;
        }

        @Override
        public long cost(int rows) {
            return 6L * rows;
        }

        @Override
        public void compute(double[] weights, double[] into) {
            areas.compute(weights, into);
            into[2] = RowMeans.of(losses, weights);
            into[3] = RowMeans.of(squares, weights);
            calibration.compute(weights, into, 4);
        }

        @Override
        public double[][] derivatives(double[] weights) {
            var all = areas.derivatives(weights);
            all[2] = RowMeans.derivative(losses, weights);
            all[3] = RowMeans.derivative(squares, weights);
            calibration.derivatives(weights, all, 4);
            return all;
        }
    }
}
