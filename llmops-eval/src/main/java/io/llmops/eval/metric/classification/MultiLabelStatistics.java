package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import io.llmops.eval.metric.RowTally;
import java.util.List;

/** The numbers of a multi-label report that are about all labels. A row is the number of a pair of sets. Immutable. */
final class MultiLabelStatistics implements RowStatistics {

    private final MultiLabelReport report;
    private final int labels;
    private final int included;
    private final List<LabelSets> all;
    private final List<LabelSets> counted;

    MultiLabelStatistics(MultiLabelReport report, int labels, List<LabelSets> sets) {
        this.report = report;
        this.labels = labels;
        included = report.settings().included(labels);
        all = sets;
        counted = included == labels
                ? sets
                : sets.stream().map(pair -> pair.below(included)).toList();
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public Computation over(RowTable rows) {
        var pairs = new int[rows.size()];
        for (var row = 0; row < pairs.length; row++) {
            pairs[row] = (int) rows.at(row, 0);
        }
        return new OfPairs(pairs);
    }

    /** Returns what counts the labels of all rows of a tally. */
    LabelTotals computation(RowTally tally) {
        var totals = new LabelTotals(labels);
        tally.forEach((row, weight) -> totals.add(all.get((int) row[0]), weight));
        return totals;
    }

    private final class OfPairs implements Computation {

        private final LabelSets[] sets;
        private final double[] wrong;
        private final double[][] samples;
        private final boolean[] known = new boolean[labels];
        private final List<ClassFamily> families = report.families();

        OfPairs(int[] pairs) {
            sets = new LabelSets[pairs.length];
            wrong = new double[pairs.length];
            samples = new double[pairs.length][families.size()];
            for (var row = 0; row < pairs.length; row++) {
                var whole = all.get(pairs[row]);
                wrong[row] = whole.reference().length + whole.answer().length - 2 * whole.hits();
                sets[row] = counted.get(pairs[row]);
                for (var label : sets[row].reference()) {
                    known[label] = true;
                }
                for (var label : sets[row].answer()) {
                    known[label] = true;
                }
                for (var f = 0; f < families.size(); f++) {
                    var value = families.get(f)
                            .value(sets[row].hits(), sets[row].reference().length, sets[row].answer().length, included);
                    samples[row][f] = Double.isNaN(value)
                            ? report.settings().zeroDivision().inAverages()
                            : value;
                }
            }
        }

        @Override
        public long cost(int rows) {
            return 2L * rows;
        }

        @Override
        public void compute(double[] weights, double[] into) {
            var totals = new LabelTotals(labels);
            var exact = 0.0;
            var errors = 0.0;
            var sums = new double[families.size()];
            for (var row = 0; row < sets.length; row++) {
                var weight = weights[row];
                if (weight > 0) {
                    totals.add(sets[row], weight);
                    exact += wrong[row] == 0 ? weight : 0;
                    errors += wrong[row] * weight;
                    for (var f = 0; f < sums.length; f++) {
                        sums[f] += weight * samples[row][f];
                    }
                }
            }
            into[0] = exact / totals.all();
            into[1] = labels == 0 ? Double.NaN : errors / totals.all() / labels;
            new ClassAverages(families, report.settings(), totals.right(), totals.referenced(), totals.predicted())
                    .compute(totals.all(), known, included, into, 2);
            for (var f = 0; f < sums.length; f++) {
                into[2 + 3 * sums.length + f] = sums[f] / totals.all();
            }
        }
    }
}
