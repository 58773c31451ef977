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
        var families = ReportNames.families(report);
        for (var family = 0; family < families.size(); family++) {
            if (name.startsWith(families.get(family) + "/")) {
                for (var c = 0; c < statistics.included(); c++) {
                    if (MetricDescription.named(
                                    families.get(family), table.labels().get(c))
                            .equals(name)) {
                        var value = statistics.classValue(c, family);
                        return Double.isNaN(value) ? report.zeroDivision().alone() : value;
                    }
                }
            }
        }
        return Double.NaN;
    }
}
