package io.llmops.eval.metric.clustering;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.Map;
import java.util.TreeMap;

/** Mutual information beyond what chance gives groups of these sizes. */
final class AdjustedInformation implements RowStatistics {

    static final MetricDescription VALUE = new MetricDescription(
            "adjusted_mutual_info",
            Direction.HIGHER_IS_BETTER,
            new Range(Double.NEGATIVE_INFINITY, 1),
            "mutual information beyond chance / mean of the entropies beyond chance (Vinh, Epps and Bailey 2010)");

    private static final double SMALLEST = Math.ulp(1.0);
    /** A chance that adds nothing to a sum any more. */
    private static final double NOTHING = 1e-20;

    @Override
    public int width() {
        return 2;
    }

    @Override
    public Computation over(RowTable rows) {
        var logarithms = new Logarithms();
        return (weights, into) -> into[0] = adjusted(Contingency.of(rows, weights), logarithms);
    }

    private static double adjusted(Contingency table, Logarithms logarithms) {
        var references = table.entropy(table.rows());
        var answers = table.entropy(table.columns());
        if (references == 0 && answers == 0) {
            return 1;
        }
        var expected = expected(table, logarithms);
        var beyond = (references + answers) / 2 - expected;
        return Math.min(
                1,
                (table.information() - expected)
                        / (beyond < 0 ? Math.min(beyond, -SMALLEST) : Math.max(beyond, SMALLEST)));
    }

    /** Returns the mutual information expected where groups of these sizes are drawn at random (hypergeometric). */
    private static double expected(Contingency table, Logarithms logarithms) {
        var n = table.total();
        logarithms.keepUpTo(n);
        Map<Double, Double> sizes = counted(table.columns());
        var sum = 0.0;
        for (var row : counted(table.rows()).entrySet()) {
            for (var column : sizes.entrySet()) {
                sum += row.getValue() * column.getValue() * cell(row.getKey(), column.getKey(), n, logarithms);
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

    /** Sums outwards from the likeliest number of examples together, by the ratio of each chance to the next. */
    private static double cell(double a, double b, double n, Logarithms log) {
        var fewest = Math.max(1, Math.ceil(a + b - n));
        var most = Math.floor(Math.min(a, b));
        var mode = Math.max(fewest, Math.min(most, Math.floor((a + 1) * (b + 1) / (n + 2))));
        var likeliest = StrictMath.exp(log.ofFactorial(a)
                + log.ofFactorial(b)
                + log.ofFactorial(n - a)
                + log.ofFactorial(n - b)
                - log.ofFactorial(n)
                - log.ofFactorial(mode)
                - log.ofFactorial(a - mode)
                - log.ofFactorial(b - mode)
                - log.ofFactorial(n - a - b + mode));
        var base = log.of(a) + log.of(b) - log.of(n);
        var sum = 0.0;
        var chance = likeliest;
        for (var together = mode; together <= most && chance > NOTHING; together++) {
            sum += together / n * (log.of(together) - base) * chance;
            chance *= (a - together) / (together + 1) * ((b - together) / (n - a - b + together + 1));
        }
        chance = likeliest;
        for (var together = mode; together > fewest && chance > NOTHING; together--) {
            chance *= together / (a - together + 1) * ((n - a - b + together) / (b - together + 1));
            sum += (together - 1) / n * (log.of(together - 1) - base) * chance;
        }
        return sum;
    }
}
