package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.ZeroDivision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a report is about, of one label an example or of many. Immutable. */
record ReportSettings(List<Double> betas, List<String> labels, ZeroDivision zeroDivision, boolean detailed) {

    static final ReportSettings STANDARD = new ReportSettings(List.of(1.0), List.of(), ZeroDivision.UNDEFINED, false);

    ReportSettings {
        betas = List.copyOf(new LinkedHashSet<>(betas));
        labels = List.copyOf(labels);
        Objects.requireNonNull(zeroDivision, "zeroDivision");
        if (betas.isEmpty()) {
            throw new IllegalArgumentException("expected at least one beta, found none");
        }
        for (var beta : betas) {
            if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("expected a beta above 0, found " + beta);
            }
        }
        if (new LinkedHashSet<>(labels).size() < labels.size()) {
            throw new IllegalArgumentException("expected different labels, found one twice in " + labels);
        }
    }

    ReportSettings withBetas(double... newBetas) {
        var list = new ArrayList<Double>();
        for (var beta : newBetas) {
            list.add(beta);
        }
        return new ReportSettings(list, labels, zeroDivision, detailed);
    }

    ReportSettings withLabels(List<String> newLabels) {
        return new ReportSettings(betas, newLabels, zeroDivision, detailed);
    }

    ReportSettings withZeroDivision(ZeroDivision newZeroDivision) {
        return new ReportSettings(betas, labels, newZeroDivision, detailed);
    }

    ReportSettings withDetails() {
        return new ReportSettings(betas, labels, zeroDivision, true);
    }

    /** Returns the labels to show of those that were seen: the ones wished for first. */
    List<String> shown(List<String> seen) {
        var all = new LinkedHashSet<>(labels);
        all.addAll(seen);
        return List.copyOf(all);
    }

    /** Returns how many of the shown labels the averages are over: the first ones. */
    int included(int shown) {
        return labels.isEmpty() ? shown : labels.size();
    }

    /** Returns a number by the rule for what divides by nothing. */
    double byRule(double number) {
        return Double.isNaN(number) ? zeroDivision.alone() : number;
    }

    @Override
    public String toString() {
        return "(betas=" + betas + ", labels=" + (labels.isEmpty() ? "all" : labels) + ", zero division "
                + zeroDivision.name().toLowerCase(Locale.ROOT) + (detailed ? ", details)" : ")");
    }
}
