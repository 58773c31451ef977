package io.llmops.eval.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of a match report over the numbers of its labels: averages first, then label by label. */
final class MatchStatistics {

    private static final int FAMILIES = MatchReport.FAMILIES.size();
    private static final int LABELS = MatchReport.AVERAGES.size() * FAMILIES;
    private static final int MACRO = FAMILIES;
    private static final int WEIGHTED = 2 * FAMILIES;
    private static final int RECALL = 1;

    private final MatchReport<?, ?> report;
    private final List<String> labels;
    private final double inAverages;
    private final double alone;

    MatchStatistics(MatchReport<?, ?> report, List<String> labels) {
        this.report = report;
        this.labels = labels;
        inAverages = report.zeroDivision().inAverages();
        alone = report.zeroDivision().alone();
    }

    private int size() {
        return LABELS + labels.size() * FAMILIES;
    }

    /** Returns how many numbers {@link #compute} takes. */
    int width() {
        return labels.size() * MatchTally.WIDTH;
    }

    List<String> names() {
        var names = new ArrayList<String>();
        for (var average = 0; average < MatchReport.AVERAGES.size(); average++) {
            for (var family = 0; family < FAMILIES; family++) {
                names.add(report.averageName(average, family));
            }
        }
        for (var label : labels) {
            for (var family = 0; family < FAMILIES; family++) {
                names.add(report.labelName(label, family));
            }
        }
        return names;
    }

    /** Returns which label a value is about, or −1 for an average. */
    static int label(int statistic) {
        return statistic < LABELS ? -1 : (statistic - LABELS) / FAMILIES;
    }

    static int average(int statistic) {
        return statistic / FAMILIES;
    }

    static int family(int statistic) {
        return statistic % FAMILIES;
    }

    double[] numbers(MatchTally totals, boolean nothing) {
        var numbers = new double[size()];
        if (nothing) {
            Arrays.fill(numbers, Double.NaN);
        } else {
            var sums = new double[width()];
            totals.write(labels, sums);
            compute(sums, numbers);
        }
        return numbers;
    }

    /** Computes every value from the numbers of the labels, in their order; NaN for one that is undefined. */
    void compute(double[] sums, double[] into) {
        Arrays.fill(into, 0);
        var all = new double[MatchTally.WIDTH];
        for (var label = 0; label < labels.size(); label++) {
            for (var i = 0; i < all.length; i++) {
                all[i] += sums[label * MatchTally.WIDTH + i];
            }
            ratios(sums, label * MatchTally.WIDTH, into, LABELS + label * FAMILIES);
        }
        ratios(all, 0, into, 0);
        average(sums, all, into);
    }

    private void average(double[] sums, double[] all, double[] into) {
        var present = 0;
        for (var label = 0; label < labels.size(); label++) {
            var at = label * MatchTally.WIDTH;
            var support = sums[at + MatchTally.REFERENCED];
            if (support > 0 || sums[at + MatchTally.ANSWERED] > 0) {
                present++;
                for (var family = 0; family < FAMILIES; family++) {
                    var value = into[LABELS + label * FAMILIES + family];
                    var counted = Double.isNaN(value) ? inAverages : value;
                    into[MACRO + family] += counted;
                    into[WEIGHTED + family] += counted * support;
                }
            }
        }
        var support = all[MatchTally.REFERENCED];
        for (var family = 0; family < FAMILIES; family++) {
            var undefined = Double.isNaN(into[family]);
            into[MACRO + family] = undefined || present == 0 ? Double.NaN : into[MACRO + family] / present;
            into[WEIGHTED + family] = undefined
                    ? Double.NaN
                    : support > 0
                            ? into[WEIGHTED + family] / support
                            : present > 0 && family != RECALL ? 0 : inAverages;
        }
    }

    /** F1 as matches over things, which is the harmonic mean of precision and recall, and is there if one of them is. */
    private void ratios(double[] sums, int from, double[] into, int at) {
        var answered = sums[from + MatchTally.ANSWERED];
        var referenced = sums[from + MatchTally.REFERENCED];
        var answers = sums[from + MatchTally.ANSWERS_MATCHED];
        var references = sums[from + MatchTally.REFERENCES_MATCHED];
        into[at] = ratio(answers, answered);
        into[at + RECALL] = ratio(references, referenced);
        into[at + 2] = ratio(answers + references, answered + referenced);
    }

    private double ratio(double part, double whole) {
        return whole > 0 ? Math.min(1, part / whole) : alone;
    }
}
