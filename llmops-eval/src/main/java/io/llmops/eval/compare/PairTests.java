package io.llmops.eval.compare;

import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.TestResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The adjusted p-values of all pairs of ranked candidates, and the letters that follow from them. A group is a longest run
 * of neighbours no two of whom differ; each has a letter, the best's is {@code a} (Piepho 2004 for ranked means).
 */
final class PairTests<O, R> {

    private final List<Candidate<O, R>> ranked;
    private final String metric;
    private final double[] adjusted;
    private final double level;

    private PairTests(List<Candidate<O, R>> ranked, String metric, double[] adjusted, double level) {
        this.ranked = ranked;
        this.metric = metric;
        this.adjusted = adjusted;
        this.level = level;
    }

    static <O, R> PairTests<O, R> of(String metric, List<Candidate<O, R>> ranked, Correction correction) {
        var uncertainty = ranked.get(0).run().provenance().uncertainty();
        var p = new double[ranked.size() * (ranked.size() - 1) / 2];
        for (var j = 1; j < ranked.size(); j++) {
            for (var i = 0; i < j; i++) {
                p[pair(i, j)] = p(
                        metric, Comparison.of(ranked.get(i).run(), ranked.get(j).run()), uncertainty);
            }
        }
        return new PairTests<>(ranked, metric, correction.adjust(p), 1 - uncertainty.level());
    }

    private static double p(String metric, Comparison<?, ?> comparison, Uncertainty uncertainty) {
        return comparison
                .significance(List.of(metric), uncertainty)
                .get(0)
                .test()
                .map(TestResult::pValue)
                .orElse(1.0);
    }

    private static int pair(int i, int j) {
        return j * (j - 1) / 2 + i;
    }

    double adjusted(int i, int j) {
        return adjusted[pair(Math.min(i, j), Math.max(i, j))];
    }

    /** The change from the best to another, as an interval of the pairs. */
    Difference fromFirst(int i) {
        return Comparison.of(ranked.get(0).run(), ranked.get(i).run()).difference(metric);
    }

    /** Letters for each candidate, in their order. */
    List<String> letters() {
        var letters = new ArrayList<StringBuilder>();
        ranked.forEach(candidate -> letters.add(new StringBuilder()));
        var groups = 0;
        var reached = -1;
        for (var first = 0; first < ranked.size(); first++) {
            var last = last(first);
            if (last > reached) {
                for (var i = first; i <= last; i++) {
                    letters.get(i).append(letter(groups));
                }
                groups++;
                reached = last;
            }
        }
        return letters.stream().map(StringBuilder::toString).toList();
    }

    /** The last neighbour such that no two from the first on differ. */
    private int last(int first) {
        for (var next = first + 1; next < ranked.size(); next++) {
            for (var i = first; i < next; i++) {
                if (adjusted(i, next) < level) {
                    return next - 1;
                }
            }
        }
        return ranked.size() - 1;
    }

    private static String letter(int group) {
        return group < 26 ? String.valueOf((char) ('a' + group)) : "(" + (group + 1) + ")";
    }
}
