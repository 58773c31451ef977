package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricDescription;
import java.util.List;
import java.util.OptionalDouble;

/** The numbers of a report without their uncertainty. */
final class ReportPoints {

    private final ClassificationReport report;
    private final CellTable table;

    ReportPoints(ClassificationReport report, CellTable table) {
        this.report = report;
        this.table = table;
    }

    List<OptionalDouble> values(List<String> wanted) {
        var statistics = new ConfusionStatistics(report, table);
        var numbers = new double[statistics.size()];
        statistics.compute(table.weights(), numbers);
        var names = statistics.names();
        return wanted.stream()
                .map(name -> {
                    var place = names.indexOf(name);
                    var number = place >= 0 ? numbers[place] : classValue(statistics, name);
                    return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
                })
                .toList();
    }

    private double classValue(ConfusionStatistics statistics, String name) {
        var families = report.families();
        for (var family = 0; family < families.size(); family++) {
            var familyName = families.get(family).name();
            if (name.startsWith(familyName + "/")) {
                for (var c = 0; c < statistics.included(); c++) {
                    if (MetricDescription.named(familyName, table.labels().get(c))
                            .equals(name)) {
                        return report.settings().byRule(statistics.counts(c).value(families.get(family)));
                    }
                }
            }
        }
        return report.settings().detailed() ? likelihoodRatio(statistics, name) : Double.NaN;
    }

    private double likelihoodRatio(ConfusionStatistics statistics, String name) {
        for (var c = 0; c < statistics.included(); c++) {
            var label = table.labels().get(c);
            if (name.equals(MetricDescription.named(ReportNames.POSITIVE_RATIO, label))) {
                return new LikelihoodRatios(statistics.counts(c)).positive();
            }
            if (name.equals(MetricDescription.named(ReportNames.NEGATIVE_RATIO, label))) {
                return new LikelihoodRatios(statistics.counts(c)).negative();
            }
        }
        return Double.NaN;
    }
}
