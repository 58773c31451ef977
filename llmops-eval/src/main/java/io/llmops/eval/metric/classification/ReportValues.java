package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
import io.llmops.eval.metric.ZeroDivision;
import io.llmops.eval.stats.Interval;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of a report with their uncertainty. */
final class ReportValues {

    private final ClassificationReport report;
    private final CellTable table;
    private final Weights weights;
    private final Uncertainty uncertainty;
    private final ConfusionStatistics statistics;
    private final double[] numbers;

    ReportValues(ClassificationReport report, CellTable table, Weights weights, Uncertainty uncertainty) {
        this.report = report;
        this.table = table;
        this.weights = weights;
        this.uncertainty = uncertainty;
        statistics = new ConfusionStatistics(report, table);
        numbers = new double[statistics.size()];
        statistics.compute(table.weights(), numbers);
    }

    Map<String, MetricValue> values() {
        var values = new LinkedHashMap<String, MetricValue>();
        var names = statistics.names();
        if (table.size() == 0) {
            names.forEach(name -> values.put(name, new Undefined("no observations")));
            return values;
        }
        var classIntervals = new ClassIntervals(statistics, report.betas(), weights.scale(), uncertainty.level());
        var classReach = new ClassReach(report, table);
        var bootstrap = new CellBootstrap(report, table, weights, uncertainty);
        var combined = new CombinedIntervals(statistics, classIntervals, numbers);
        for (var i = 0; i < names.size(); i++) {
            values.put(names.get(i), value(i, bootstrap, combined, classReach.reach(i)));
        }
        var families = ReportNames.families(report);
        for (var c = 0; c < statistics.included(); c++) {
            for (var family = 0; family < families.size(); family++) {
                values.put(
                        MetricDescription.named(
                                families.get(family), table.labels().get(c)),
                        classValue(c, family, classIntervals, classReach));
            }
        }
        return values;
    }

    private MetricValue value(int i, CellBootstrap bootstrap, CombinedIntervals combined, Reach reach) {
        if (Double.isNaN(numbers[i])) {
            return new Undefined(undefined(i));
        }
        Interval interval = combined.isExact(i) ? combined.of(i) : bootstrap.interval(i, numbers[i]);
        return estimate(numbers[i], interval == null ? combined.of(i) : interval, weights.n(), reach);
    }

    private String undefined(int i) {
        if (i == ConfusionStatistics.MCC || i == ConfusionStatistics.KAPPA) {
            return "all references and predictions considered are of one class";
        }
        return (i - ConfusionStatistics.MICRO) % statistics.families() == 0
                ? "no class was ever predicted"
                : "no example has one of the classes";
    }

    private MetricValue classValue(int c, int family, ClassIntervals intervals, ClassReach classReach) {
        var number = statistics.classValue(c, family);
        if (!Double.isNaN(number)) {
            return estimate(number, intervals.of(c, family), intervals.n(c, family), classReach.reach(c, family));
        }
        if (report.zeroDivision() != ZeroDivision.UNDEFINED) {
            var byRule = report.zeroDivision().inAverages();
            return new Estimate(byRule, Optional.empty(), 0, 0, Reach.at(byRule));
        }
        return new Undefined(
                switch (family) {
                    case 0 -> "never predicted";
                    case 1 -> "no example has this label";
                    default -> "never predicted, and no example has this label";
                });
    }

    private static Estimate estimate(double number, @Nullable Interval interval, long n, Reach reach) {
        return new Estimate(
                number,
                Optional.ofNullable(interval),
                n,
                0,
                reach.equals(ClassReach.NONE)
                        ? Reach.at(number)
                        : new Reach(Math.min(reach.lowest(), number), Math.max(reach.highest(), number)));
    }
}
