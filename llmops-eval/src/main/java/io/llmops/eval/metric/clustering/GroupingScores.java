package io.llmops.eval.metric.clustering;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.List;

/** The scores that are functions of a contingency table's cells. */
final class GroupingScores implements RowStatistics {

    static final List<MetricDescription> VALUES = List.of(
            unit("rand", "pairs of examples that both groupings put together or both apart / all pairs (Rand 1971)"),
            new MetricDescription(
                    "adjusted_rand",
                    Direction.HIGHER_IS_BETTER,
                    Range.SIGNED_UNIT,
                    "Rand's index beyond what chance gives groups of these sizes (Hubert and Arabie 1985)"),
            unit("fowlkes_mallows", "pairs together in both / geometric mean of pairs together in each (1983)"),
            new MetricDescription(
                    "mutual_info",
                    Direction.HIGHER_IS_BETTER,
                    Range.NOT_NEGATIVE,
                    "information that the groupings share, in nats"),
            unit("nmi", "mutual information / mean of the groupings' entropies"),
            unit("homogeneity", "mutual information / entropy of the references (Rosenberg and Hirschberg 2007)"),
            unit("completeness", "mutual information / entropy of the answers (Rosenberg and Hirschberg 2007)"),
            unit("v_measure", "harmonic mean of homogeneity and completeness (Rosenberg and Hirschberg 2007)"));

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public Computation over(RowTable rows) {
        return (weights, into) -> {
            var table = Contingency.of(rows, weights);
            pairs(table, into);
            information(table, into);
        };
    }

    /** Ordered pairs: both together, in the references, in the answers, all. */
    private static void pairs(Contingency table, double[] into) {
        var n = table.total();
        var both = table.squares() - n;
        var references = Contingency.squares(table.rows()) - n;
        var answers = Contingency.squares(table.columns()) - n;
        var all = n * (n - 1);
        if (!(all > 0)) {
            into[0] = Double.NaN;
            into[1] = Double.NaN;
            into[2] = Double.NaN;
            return;
        }
        var apart = all - references - answers + both;
        into[0] = Range.UNIT.clamp((both + apart) / all);
        var onlyReferences = references - both;
        var onlyAnswers = answers - both;
        into[1] = onlyReferences <= 0 && onlyAnswers <= 0
                ? 1
                : Range.SIGNED_UNIT.clamp(2
                        * (both * apart - onlyReferences * onlyAnswers)
                        / (references * (onlyReferences + apart) + answers * (onlyAnswers + apart)));
        into[2] = both <= 0 ? 0 : Range.UNIT.clamp(Math.sqrt(both / references) * Math.sqrt(both / answers));
    }

    private static void information(Contingency table, double[] into) {
        var shared = table.information();
        var references = table.entropy(table.rows());
        var answers = table.entropy(table.columns());
        var homogeneity = references == 0 ? 1 : Range.UNIT.clamp(shared / references);
        var completeness = answers == 0 ? 1 : Range.UNIT.clamp(shared / answers);
        var mean = (references + answers) / 2;
        into[3] = shared;
        into[4] = mean == 0 ? 1 : Range.UNIT.clamp(shared / mean);
        into[5] = homogeneity;
        into[6] = completeness;
        into[7] = homogeneity + completeness == 0 ? 0 : 2 * homogeneity * completeness / (homogeneity + completeness);
    }
}
