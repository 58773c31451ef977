package io.llmops.eval.metric;

import java.util.List;

/** How many examples, and how many things, each value of a match report rests on, as effective numbers. */
final class MatchSupport {

    private static final int FAMILIES = MatchReport.FAMILIES.size();
    private static final int MICRO = 0;
    private static final int MACRO = 1;

    private final List<String> labels;
    private final MatchTally totals;
    private final double scale;
    private final double[][] examples;
    private final double[] examplesOfAny = new double[FAMILIES];

    MatchSupport(List<String> labels, MatchTally totals, double scale) {
        this.labels = labels;
        this.totals = totals;
        this.scale = scale;
        examples = new double[labels.size()][FAMILIES];
    }

    void add(MatchAccumulator.Part part) {
        var any = new boolean[FAMILIES];
        for (var label = 0; label < labels.size(); label++) {
            for (var family = 0; family < FAMILIES; family++) {
                if (things(part.tally(), labels.get(label), family) > 0) {
                    examples[label][family] += part.weight();
                    any[family] = true;
                }
            }
        }
        for (var family = 0; family < FAMILIES; family++) {
            examplesOfAny[family] += any[family] ? part.weight() : 0;
        }
    }

    private static double things(MatchTally tally, String label, int family) {
        return switch (family) {
            case 0 -> tally.answered(label);
            case 1 -> tally.referenced(label);
            default -> tally.answered(label) + tally.referenced(label);
        };
    }

    /** Returns how many examples a value is about. */
    double n(int statistic) {
        var label = MatchStatistics.label(statistic);
        var family = MatchStatistics.family(statistic);
        return scale * (label < 0 ? examplesOfAny[family] : examples[label][family]);
    }

    /** Returns how many examples a value rests on: of an average over labels, as many as the mean of as many rates. */
    double examples(int statistic) {
        var label = MatchStatistics.label(statistic);
        return label < 0 && MatchStatistics.average(statistic) != MICRO
                ? mean(statistic, (at, family) -> examples[at][family])
                : n(statistic);
    }

    /** Returns how many things a value rests on, which is what it could rest on at most. */
    double things(int statistic) {
        var label = MatchStatistics.label(statistic);
        var family = MatchStatistics.family(statistic);
        if (label >= 0) {
            return scale * things(totals, labels.get(label), family);
        }
        if (MatchStatistics.average(statistic) == MICRO) {
            return scale
                    * labels.stream()
                            .mapToDouble(one -> things(totals, one, family))
                            .sum();
        }
        return mean(statistic, (at, of) -> things(totals, labels.get(at), of));
    }

    @FunctionalInterface
    private interface Counts {
        double of(int label, int family);
    }

    /** The variance of a weighted mean of rates is the sum of the squared weights over their numbers. */
    private double mean(int statistic, Counts counts) {
        var family = MatchStatistics.family(statistic);
        var macro = MatchStatistics.average(statistic) == MACRO;
        var weights = 0.0;
        var variance = 0.0;
        for (var label = 0; label < labels.size(); label++) {
            var weight = macro ? 1 : totals.referenced(labels.get(label));
            var count = counts.of(label, family);
            if (count > 0 && weight > 0) {
                weights += weight;
                variance += weight * weight / count;
            }
        }
        return variance == 0 ? 0 : scale * weights * weights / variance;
    }
}
