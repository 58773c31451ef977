package io.llmops.eval.metric.classification;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.ZeroDivision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Accuracy, balanced accuracy, Matthews correlation, Cohen's κ; precision, recall and F-scores of every class and
 * averaged, named {@code f1/macro}, {@code recall/refund}. A label that is itself called {@code micro}, {@code macro} or
 * {@code weighted} is named {@code recall/label:macro}. Definitions are those of scikit-learn, equal to its numbers.
 *
 * <p>Precision, recall and accuracy have Wilson's interval, F1 of a class Wilson's of its Jaccard index (of which F1 is
 * a function); averages, Matthews correlation and κ a bootstrap over the cells of the confusion table, or, of fewer
 * than ten wrong or ten right answers, Wilson's at an effective number of examples. These intervals are approximate: expect
 * them to cover less than they say where classes have about five examples each, or where almost every answer is right.
 * Immutable.
 */
public final class ClassificationReport implements Metric<Object, Object> {

    private final List<Double> betas;
    private final List<String> labels;
    private final ZeroDivision zeroDivision;

    ClassificationReport(List<Double> betas, List<String> labels, ZeroDivision zeroDivision) {
        this.betas = List.copyOf(betas);
        this.labels = List.copyOf(labels);
        this.zeroDivision = Objects.requireNonNull(zeroDivision, "zeroDivision");
    }

    /**
     * Returns this report with other F-scores.
     *
     * @param newBetas how many times recall weighs as much as precision, each above 0 and finite; 1 makes {@code f1}
     * @return the changed copy
     * @throws IllegalArgumentException if one is not above 0 and finite, or there is none
     */
    public ClassificationReport withBetas(double... newBetas) {
        var list = new LinkedHashSet<Double>();
        for (var beta : newBetas) {
            if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("expected a beta above 0, found " + beta);
            }
            list.add(beta);
        }
        if (list.isEmpty()) {
            throw new IllegalArgumentException("expected at least one beta, found none");
        }
        return new ClassificationReport(List.copyOf(list), labels, zeroDivision);
    }

    /**
     * Returns this report about some classes only: those have values, and averages and κ are over those. Accuracy,
     * balanced accuracy and Matthews correlation stay over all. A label no observation has is a class without examples.
     *
     * @param newLabels the classes, in the order to show them; empty for all there are
     * @return the changed copy
     * @throws IllegalArgumentException if a label comes twice
     */
    public ClassificationReport withLabels(List<String> newLabels) {
        if (new LinkedHashSet<>(newLabels).size() < newLabels.size()) {
            throw new IllegalArgumentException("expected different labels, found one twice in " + newLabels);
        }
        return new ClassificationReport(betas, newLabels, zeroDivision);
    }

    /**
     * Returns this report with another rule for ratios that divide by nothing.
     *
     * @param newZeroDivision the rule
     * @return the changed copy
     */
    public ClassificationReport withZeroDivision(ZeroDivision newZeroDivision) {
        return new ClassificationReport(betas, labels, newZeroDivision);
    }

    List<Double> betas() {
        return betas;
    }

    List<String> labels() {
        return labels;
    }

    ZeroDivision zeroDivision() {
        return zeroDivision;
    }

    @Override
    public List<MetricDescription> describe() {
        var all = new ArrayList<MetricDescription>();
        all.add(unit(ReportNames.ACCURACY, "right answers / all observations"));
        all.add(unit(ReportNames.BALANCED_ACCURACY, "mean recall of the classes that have examples"));
        all.add(signed(ReportNames.MCC, "correlation of references and predictions (Matthews 1975, Gorodkin 2004)"));
        all.add(signed(ReportNames.KAPPA, "agreement of references and predictions beyond chance (Cohen 1960)"));
        var families = new ArrayList<>(List.of(
                List.of(ReportNames.PRECISION, "right answers of a class / answers of that class"),
                List.of(ReportNames.RECALL, "right answers of a class / examples of that class")));
        betas.forEach(beta -> families.add(List.of(
                ReportNames.f(beta),
                beta == 1
                        ? "2 precision recall / (precision + recall)"
                        : "(1 + b²) precision recall / (b² precision + recall), b = " + beta)));
        for (var family : families) {
            all.add(unit(family.get(0) + "/micro", family.get(1) + "; counts of all classes together"));
            all.add(unit(family.get(0) + "/macro", family.get(1) + "; mean over the classes"));
            all.add(unit(family.get(0) + "/weighted", family.get(1) + "; mean weighted by the classes' examples"));
            all.add(unit(family.get(0) + "/{label}", family.get(1)));
        }
        return all;
    }

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    private static MetricDescription signed(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.SIGNED_UNIT, definition);
    }

    @Override
    public ClassificationCounts accumulator() {
        return new ClassificationCounts(this);
    }

    @Override
    public Object cell(Observation<?, ?, ?> observation) {
        return List.of(
                observation.reference().toString(),
                observation
                        .outcome()
                        .match(
                                answer -> answer.toString(),
                                reason -> Outcome.Abstained.class,
                                (stage, reason) -> Outcome.Failed.class));
    }

    @Override
    public boolean isMean(String name) {
        return name.equals(ReportNames.ACCURACY);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassificationReport report
                && betas.equals(report.betas)
                && labels.equals(report.labels)
                && zeroDivision == report.zeroDivision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(betas, labels, zeroDivision);
    }

    /** {@return the settings, e.g. {@code classification report(betas=[1.0], labels=all, zero division undefined)}} */
    @Override
    public String toString() {
        return "classification report(betas=" + betas + ", labels=" + (labels.isEmpty() ? "all" : labels)
                + ", zero division " + zeroDivision.name().toLowerCase(java.util.Locale.ROOT) + ")";
    }
}
