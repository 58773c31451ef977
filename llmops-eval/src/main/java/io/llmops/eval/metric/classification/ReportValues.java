package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
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
        var scale = new IntervalScale(weights.scale(), uncertainty.level());
        var classReach = new ClassReach(report, table);
        var bootstrap = new CellBootstrap(report, table, weights, uncertainty);
        var combined = new CombinedIntervals(statistics, scale, numbers);
        for (var i = 0; i < names.size(); i++) {
            values.put(names.get(i), value(i, bootstrap, combined, classReach.reach(i)));
        }
        var families = report.families();
        for (var c = 0; c < statistics.included(); c++) {
            for (var family = 0; family < families.size(); family++) {
                values.put(
                        MetricDescription.named(
                                families.get(family).name(), table.labels().get(c)),
                        families.get(family)
                                .estimate(statistics.counts(c), classReach.reach(c, family), scale, report.settings()));
            }
        }
        if (report.settings().detailed()) {
            likelihoodRatios(values);
        }
        return values;
    }

    private void likelihoodRatios(Map<String, MetricValue> values) {
        var failures = table.failures() > 0;
        for (var c = 0; c < statistics.included(); c++) {
            var ratios = new LikelihoodRatios(statistics.counts(c));
            var label = table.labels().get(c);
            values.put(
                    MetricDescription.named(ReportNames.POSITIVE_RATIO, label),
                    ratios.positive(weights.scale(), uncertainty.level(), failures));
            values.put(
                    MetricDescription.named(ReportNames.NEGATIVE_RATIO, label),
                    ratios.negative(weights.scale(), uncertainty.level(), failures));
        }
    }

    private MetricValue value(int i, CellBootstrap bootstrap, CombinedIntervals combined, Reach reach) {
        if (Double.isNaN(numbers[i])) {
            return new Undefined(undefined(i));
        }
        Interval interval =
                combined.isExact(i) || combined.hasSmallClass(i) ? combined.of(i) : bootstrap.interval(i, numbers[i]);
        return estimate(numbers[i], interval == null ? combined.of(i) : interval, weights.n(), reach);
    }

    private String undefined(int i) {
        if (i == ConfusionStatistics.MCC || i == ConfusionStatistics.KAPPA || i >= statistics.details()) {
            return "all references and predictions considered are of one class";
        }
        return (i - ConfusionStatistics.MICRO) % statistics.families() == 0
                ? "no class was ever predicted"
                : "no example has one of the classes";
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
