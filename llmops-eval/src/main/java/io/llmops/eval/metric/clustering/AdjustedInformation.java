package io.llmops.eval.metric.clustering;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Gamma;

/** Mutual information beyond what chance gives groups of these sizes. */
final class AdjustedInformation implements RowStatistics {

    static final MetricDescription VALUE = new MetricDescription(
            "adjusted_mutual_info",
            Direction.HIGHER_IS_BETTER,
            new Range(Double.NEGATIVE_INFINITY, 1),
            "mutual information beyond chance / mean of the entropies beyond chance (Vinh, Epps and Bailey 2010)");

    private static final double SMALLEST = Math.ulp(1.0);

    @Override
    public int width() {
        return 2;
    }

    @Override
    public Computation over(RowTable rows) {
        return (weights, into) -> into[0] = adjusted(Contingency.of(rows, weights));
    }

    private static double adjusted(Contingency table) {
        var references = table.entropy(table.rows());
        var answers = table.entropy(table.columns());
        if (references == 0 && answers == 0) {
            return 1;
        }
        var expected = expected(table);
        var beyond = (references + answers) / 2 - expected;
        return Math.min(
                1,
                (table.information() - expected)
                        / (beyond < 0 ? Math.min(beyond, -SMALLEST) : Math.max(beyond, SMALLEST)));
    }

    /** Returns the mutual information expected where groups of these sizes are drawn at random (hypergeometric). */
    private static double expected(Contingency table) {
        var n = table.total();
        var factorials = new Factorials();
        Map<Double, Double> sizes = counted(table.columns());
        var sum = 0.0;
        for (var row : counted(table.rows()).entrySet()) {
            for (var column : sizes.entrySet()) {
                sum += row.getValue() * column.getValue() * cell(row.getKey(), column.getKey(), n, factorials);
            }
        }
        return sum;
    }

    /** Groups of one size expect the same: how many there are of each. */
    private static Map<Double, Double> counted(double[] sizes) {
        var counted = new TreeMap<Double, Double>();
        for (var size : sizes) {
            if (size > 0) {
                counted.merge(size, 1.0, Double::sum);
            }
        }
        return counted;
    }

    private static double cell(double a, double b, double n, Factorials log) {
        var fixed =
                log.factorial(a) + log.factorial(b) + log.factorial(n - a) + log.factorial(n - b) - log.factorial(n);
        var sum = 0.0;
        for (var together = Math.max(1, Math.ceil(a + b - n)); together <= Math.min(a, b); together++) {
            var probability = StrictMath.exp(fixed
                    - log.factorial(together)
                    - log.factorial(a - together)
                    - log.factorial(b - together)
                    - log.factorial(n - a - b + together));
            sum += together / n * StrictMath.log(n * together / (a * b)) * probability;
        }
        return sum;
    }

    /** Logarithms of factorials, kept. Not safe for use by many threads. */
    private static final class Factorials {

        private final Map<Double, Double> known = new HashMap<>();

        double factorial(double n) {
            return known.computeIfAbsent(n, one -> Gamma.logGamma(one + 1));
        }
    }
}
