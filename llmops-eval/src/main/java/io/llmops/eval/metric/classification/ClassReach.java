package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricValue.Reach;

/**
 * What the numbers could have been, had the failed observations been answered: at best each right; at worst each a wrong
 * answer of the very class that is asked about. For Matthews correlation and κ the worst is an approximation: each
 * answered with the next label.
 */
final class ClassReach {

    /** Nothing failed: the number reaches no further than it is. */
    static final Reach NONE = new Reach(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final ConfusionStatistics now;
    private final CellTable table;
    private final double[] failedOf;
    private final double failed;
    private final double[] best;
    private final double[] worst;

    ClassReach(ClassificationReport report, CellTable table) {
        this.table = table;
        now = new ConfusionStatistics(report, table);
        best = new double[now.size()];
        worst = new double[now.size()];
        failedOf = new double[table.classes()];
        for (var i = 0; i < table.size(); i++) {
            if (table.predictions()[i] == table.failed()) {
                failedOf[table.references()[i]] += table.weights()[i];
            }
        }
        failed = table.failures();
        new ConfusionStatistics(report, answered(0)).compute(table.weights(), best);
        new ConfusionStatistics(report, answered(1)).compute(table.weights(), worst);
        now.compute(table.weights(), new double[now.size()]);
    }

    /** The table had each failure been answered with the label so many places after the right one. */
    private CellTable answered(int after) {
        var predictions = table.predictions().clone();
        for (var i = 0; i < predictions.length; i++) {
            if (predictions[i] == table.failed()) {
                predictions[i] = (table.references()[i] + after) % table.classes();
            }
        }
        return new CellTable(table.labels(), table.references(), predictions, table.weights());
    }

    /** Returns the reach of a number about all classes. */
    Reach reach(int statistic) {
        var families = now.families();
        if (failed == 0) {
            return NONE;
        }
        var isMean = statistic >= ConfusionStatistics.MICRO + families && statistic < now.details();
        var family = (statistic - ConfusionStatistics.MICRO) % families;
        var lowest = isMean
                ? meanOfLowest(family, statistic >= ConfusionStatistics.MICRO + 2 * families)
                : defined(worst[statistic], -1);
        return new Reach(Math.min(lowest, defined(best[statistic], 1)), Math.max(lowest, defined(best[statistic], 1)));
    }

    private static double defined(double number, double otherwise) {
        return Double.isNaN(number) ? otherwise : number;
    }

    private double meanOfLowest(int family, boolean weighted) {
        var sum = 0.0;
        var weights = 0.0;
        for (var c = 0; c < now.included(); c++) {
            var weight = weighted ? now.referenced(c) : 1;
            sum += weight * lowest(c, family);
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** Returns the reach of a class's number. */
    Reach reach(int c, int family) {
        return now.family(family).reach(now.counts(c), failed, failedOf[c]);
    }

    private double lowest(int c, int family) {
        return reach(c, family).lowest();
    }
}
