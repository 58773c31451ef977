package io.llmops.eval.metric.classification;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.ZeroDivision;
import java.util.ArrayList;
import java.util.List;

/**
 * Accuracy, balanced accuracy, Matthews correlation, Cohen's κ; precision, recall and F-scores of every class and
 * averaged, named {@code f1/macro}, {@code recall/refund}. A label that is itself called {@code micro}, {@code macro} or
 * {@code weighted} is named {@code recall/label:macro}. Definitions are those of scikit-learn, equal to its numbers.
 *
 * <p>Precision, recall and accuracy have Wilson's interval, F1 of a class Wilson's of its Jaccard index (of which F1 is
 * a function); averages, Matthews correlation and κ a bootstrap over the cells of the confusion table, or, of fewer
 * than ten wrong or ten right answers, and for means over classes of which one has fewer than 15 examples, Wilson's at an
 * effective number of examples. These intervals are approximate: they cover 93–97 % for 95 % in simulations of 100 to
 * 1,000 examples, 2 to 10 classes the rarest of which has a tenth of the examples of the most frequent, and accuracies of
 * 0.6 to 0.95. Where the most frequent class itself has few examples nothing was simulated.
 * Immutable.
 */
public final class ClassificationReport implements Metric<Object, Object> {

    private final ReportSettings settings;

    ClassificationReport(ReportSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns this report with other F-scores.
     *
     * @param newBetas how many times recall weighs as much as precision, each above 0 and finite; 1 makes {@code f1}
     * @return the changed copy
     * @throws IllegalArgumentException if one is not above 0 and finite, or there is none
     */
    public ClassificationReport withBetas(double... newBetas) {
        return new ClassificationReport(settings.withBetas(newBetas));
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
        return new ClassificationReport(settings.withLabels(newLabels));
    }

    /**
     * Returns this report with another rule for ratios that divide by nothing.
     *
     * @param newZeroDivision the rule
     * @return the changed copy
     */
    public ClassificationReport withZeroDivision(ZeroDivision newZeroDivision) {
        return new ClassificationReport(settings.withZeroDivision(newZeroDivision));
    }

    /**
     * Returns this report with more numbers: specificity, Jaccard index and likelihood ratios of every class, the first
     * two averaged like recall; adjusted balanced accuracy and zero-one loss (of one label an example, the Hamming loss
     * is the same); and, if labels are set, κ weighted linearly and quadratically by how far apart two labels are in
     * their order, no answer being as far off as can be. The interval of a likelihood ratio is that of its logarithm.
     *
     * @return the changed copy
     */
    public ClassificationReport withDetails() {
        return new ClassificationReport(settings.withDetails());
    }

    ReportSettings settings() {
        return settings;
    }

    /** Returns what every class has a number of. */
    List<ClassFamily> families() {
        var families = new ArrayList<>(List.of(ClassFamily.PRECISION, ClassFamily.RECALL));
        if (settings.detailed()) {
            families.addAll(List.of(ClassFamily.SPECIFICITY, ClassFamily.JACCARD));
        }
        settings.betas().forEach(beta -> families.add(ClassFamily.f(beta)));
        return families;
    }

    @Override
    public List<MetricDescription> describe() {
        var all = new ArrayList<MetricDescription>();
        all.add(unit(ReportNames.ACCURACY, "right answers / all observations"));
        all.add(unit(ReportNames.BALANCED_ACCURACY, "mean recall of the classes that have examples"));
        all.add(signed(ReportNames.MCC, "correlation of references and predictions (Matthews 1975, Gorodkin 2004)"));
        all.add(signed(ReportNames.KAPPA, "agreement of references and predictions beyond chance (Cohen 1960)"));
        for (var family : families()) {
            all.add(unit(family.name() + "/micro", family.definition() + "; counts of all classes together"));
            all.add(unit(family.name() + "/macro", family.definition() + "; mean over the classes"));
            all.add(unit(
                    family.name() + "/weighted", family.definition() + "; mean weighted by the classes' examples"));
            all.add(unit(family.name() + "/{label}", family.definition()));
        }
        if (settings.detailed()) {
            details(all);
        }
        return all;
    }

    private static void details(List<MetricDescription> all) {
        all.add(new MetricDescription(
                ReportNames.ADJUSTED_BALANCED_ACCURACY,
                Direction.HIGHER_IS_BETTER,
                new Range(Double.NEGATIVE_INFINITY, 1),
                "balanced accuracy, moved and scaled so that guessing is 0 and perfect 1"));
        all.add(new MetricDescription(
                ReportNames.ZERO_ONE_LOSS, Direction.LOWER_IS_BETTER, Range.UNIT, "1 − accuracy"));
        all.add(signed(ReportNames.LINEAR_KAPPA, "κ weighted by the distance of the labels (Cohen 1968)"));
        all.add(signed(ReportNames.QUADRATIC_KAPPA, "κ weighted by the squared distance of the labels (Cohen 1968)"));
        all.add(new MetricDescription(
                ReportNames.POSITIVE_RATIO + "/{label}",
                Direction.HIGHER_IS_BETTER,
                Range.NOT_NEGATIVE,
                "recall / (1 − specificity)"));
        all.add(new MetricDescription(
                ReportNames.NEGATIVE_RATIO + "/{label}",
                Direction.LOWER_IS_BETTER,
                Range.NOT_NEGATIVE,
                "(1 − recall) / specificity"));
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
        return other instanceof ClassificationReport report && settings.equals(report.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    /** {@return the settings, e.g. {@code classification report(betas=[1.0], labels=all, zero division undefined)}} */
    @Override
    public String toString() {
        return "classification report" + settings;
    }
}
