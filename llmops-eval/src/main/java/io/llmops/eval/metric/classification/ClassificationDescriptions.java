package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricDescription;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** What the metrics of the shelf are, for every setting. */
final class ClassificationDescriptions {

    private static final String F2 = "f2/";

    private ClassificationDescriptions() {}

    static List<MetricDescription> all() {
        var names = new HashSet<String>();
        var reports = Stream.of(
                        Classification.report().withBetas(1, 2).withDetails().describe(),
                        Classification.multiLabel().withBetas(1, 2).describe())
                .flatMap(List::stream)
                .map(one -> one.name().startsWith(F2) ? ofAnyBeta(one) : one)
                .filter(one -> names.add(one.name()));
        var scores = Stream.of(
                        Classification.binaryScores("positive").describe(),
                        Classification.scores(10).describe().stream()
                                .map(one -> one.ofAny("10", 'k'))
                                .toList(),
                        Classification.multiLabelScores().describe(),
                        Classification.baselines().describe())
                .flatMap(List::stream);
        return Stream.concat(reports, scores).distinct().toList();
    }

    private static MetricDescription ofAnyBeta(MetricDescription f2) {
        return new MetricDescription(
                "f{b}/" + f2.name().substring(F2.length()),
                f2.direction(),
                f2.range(),
                f2.definition().replace(", b = 2.0", ""));
    }
}
