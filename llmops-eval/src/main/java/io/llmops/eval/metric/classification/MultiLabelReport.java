package io.llmops.eval.metric.classification;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.ZeroDivision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Any number of labels for each example: the share of examples with exactly the right set ({@code subset_accuracy}), the
 * share of wrong yes-or-no answers ({@code hamming_loss}), and precision, recall, Jaccard index and F-scores of every
 * label, averaged as micro, macro, weighted, and over the examples ({@code f1/samples}). Definitions are those of
 * scikit-learn, equal to its numbers. Labels are told apart by their {@code toString}; one that no reference has is
 * shown, never dropped. An abstention or failure counts as the empty set.
 *
 * <p>Numbers of one label have Wilson's interval, the others those of a {@link io.llmops.eval.metric.RowMetric}.
 * Immutable.
 */
public final class MultiLabelReport implements Metric<Collection<?>, Collection<?>> {

    static final String SUBSET_ACCURACY = "subset_accuracy";
    static final String HAMMING_LOSS = "hamming_loss";
    static final List<String> AVERAGES = List.of("micro", "macro", "weighted", "samples");

    private final ReportSettings settings;

    MultiLabelReport(ReportSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns this report with other F-scores.
     *
     * @param newBetas how many times recall weighs as much as precision, each above 0 and finite; 1 makes {@code f1}
     * @return the changed copy
     * @throws IllegalArgumentException if one is not above 0 and finite, or there is none
     */
    public MultiLabelReport withBetas(double... newBetas) {
        return new MultiLabelReport(settings.withBetas(newBetas));
    }

    /**
     * Returns this report about some labels only: those have values, and averages are over those. Subset accuracy and
     * Hamming loss stay over all.
     *
     * @param newLabels the labels, in the order to show them; empty for all there are
     * @return the changed copy
     * @throws IllegalArgumentException if a label comes twice
     */
    public MultiLabelReport withLabels(List<String> newLabels) {
        return new MultiLabelReport(settings.withLabels(newLabels));
    }

    /**
     * Returns this report with another rule for ratios that divide by nothing.
     *
     * @param newZeroDivision the rule
     * @return the changed copy
     */
    public MultiLabelReport withZeroDivision(ZeroDivision newZeroDivision) {
        return new MultiLabelReport(settings.withZeroDivision(newZeroDivision));
    }

    ReportSettings settings() {
        return settings;
    }

    List<ClassFamily> families() {
        var families = new ArrayList<>(List.of(ClassFamily.PRECISION, ClassFamily.RECALL, ClassFamily.JACCARD));
        settings.betas().forEach(beta -> families.add(ClassFamily.f(beta)));
        return families;
    }

    /** Returns what the statistics over all labels are, in their order. */
    List<MetricDescription> statistics() {
        var all = new ArrayList<MetricDescription>();
        all.add(unit(SUBSET_ACCURACY, "examples whose set of labels is right / all observations"));
        all.add(new MetricDescription(
                HAMMING_LOSS,
                Direction.LOWER_IS_BETTER,
                Range.UNIT,
                "labels wrongly given or wrongly lacking / (observations × labels)"));
        for (var average : AVERAGES) {
            families()
                    .forEach(family ->
                            all.add(unit(family.name() + "/" + average, family.definition() + "; " + average)));
        }
        return all;
    }

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    @Override
    public List<MetricDescription> describe() {
        var all = new ArrayList<>(statistics());
        families().forEach(family -> all.add(unit(family.name() + "/{label}", family.definition())));
        return all;
    }

    @Override
    public MultiLabelCounts accumulator() {
        return new MultiLabelCounts(this);
    }

    @Override
    public Object cell(Observation<?, ? extends Collection<?>, ? extends Collection<?>> observation) {
        return List.of(
                texts(observation.reference()),
                observation
                        .outcome()
                        .match(
                                answer -> texts(answer),
                                reason -> Outcome.Abstained.class,
                                (stage, reason) -> Outcome.Failed.class));
    }

    private static Object texts(Collection<?> labels) {
        var texts = new TreeSet<String>();
        labels.forEach(label -> texts.add(label.toString()));
        return texts;
    }

    @Override
    public boolean isMean(String name) {
        return name.equals(SUBSET_ACCURACY);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultiLabelReport report && settings.equals(report.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    /** {@return the settings} */
    @Override
    public String toString() {
        return "multi-label report" + settings;
    }
}
