package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.Arrays;
import java.util.List;

/** What answers without looking would reach. A row is the number of the right label. Immutable. */
record Baselines(int labels) implements RowStatistics {

    static final List<MetricDescription> DESCRIPTIONS = List.of(
            unit("baseline/majority/accuracy", "accuracy of always the most frequent label: its share"),
            unit("baseline/majority/f1/macro", "macro F1 of always the most frequent label"),
            unit("baseline/stratified/accuracy", "expected accuracy of labels drawn as often as they come: Σ share²"),
            unit(
                    "baseline/stratified/f1/macro",
                    "macro F1 of the counts expected of labels drawn as often as they come"),
            unit("baseline/uniform/accuracy", "expected accuracy of labels drawn alike: 1 / labels"),
            unit("baseline/uniform/f1/macro", "macro F1 of the counts expected of labels drawn alike"));

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public Computation over(RowTable rows) {
        return (weights, into) -> {
            var of = new double[labels];
            for (var row = 0; row < rows.size(); row++) {
                of[(int) rows.at(row, 0)] += weights[row];
            }
            compute(of, into);
        };
    }

    /** The labels are those that have examples. */
    private static void compute(double[] of, double[] into) {
        var all = Arrays.stream(of).sum();
        var present = Arrays.stream(of).filter(count -> count > 0).count();
        var most = Arrays.stream(of).max().orElse(0) / all;
        Arrays.fill(into, 0);
        into[0] = most;
        into[1] = 2 * most / (1 + most) / present;
        for (var count : of) {
            var share = count / all;
            into[2] += share * share;
            into[3] += share / present;
            into[5] += 2 * share / (1 + present * share) / present;
        }
        into[4] = 1.0 / present;
    }
}
