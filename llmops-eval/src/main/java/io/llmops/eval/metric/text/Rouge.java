package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * ROUGE (Lin 2004): the mean over the examples of precision, recall and F1 of what an answer and its reference have in
 * common, from 0 to 1, named {@code rouge1/f}, {@code rougeL/recall} and so on. Words are runs of ASCII letters and
 * digits in lower case, so texts in other scripts score 0, as in the reference programs. An outcome that is no answer is
 * an empty text: 0. Immutable.
 */
public final class Rouge implements Metric<Object, Object> {

    private static final List<String> MEASURES = List.of("precision", "recall", "f");

    private final RougeRows settings;
    private final RowMetric<Object, Object> rows;

    private Rouge(RougeRows settings) {
        this.settings = settings;
        rows = RowMetric.of(
                descriptions(), new TextRows(settings), RowStatistics.ofSums(settings.width(), settings::means));
    }

    /** ROUGE-1, 2, L and Lsum as rouge_score has them: no stemming, of several references the best F for each. */
    static Rouge standard() {
        return new Rouge(new RougeRows(
                List.of(RougeVariant.ROUGE_1, RougeVariant.ROUGE_2, RougeVariant.ROUGE_L, RougeVariant.ROUGE_LSUM),
                false,
                false));
    }

    /**
     * Returns this metric with other variants.
     *
     * @param variants in the order of their values
     * @return the changed copy
     * @throws IllegalArgumentException if there is none
     */
    public Rouge withVariants(RougeVariant... variants) {
        var different = new LinkedHashSet<>(List.of(variants));
        if (different.isEmpty()) {
            throw new IllegalArgumentException("expected at least one variant of ROUGE, found none");
        }
        return new Rouge(new RougeRows(List.copyOf(different), settings.stemming(), settings.pooled()));
    }

    /**
     * Returns this metric with or without Porter's stemmer, of words of more than three letters.
     *
     * @param stemming true to stem English words
     * @return the changed copy
     */
    public Rouge withStemming(boolean stemming) {
        return new Rouge(new RougeRows(settings.variants(), stemming, settings.pooled()));
    }

    /**
     * Returns this metric as ROUGE-1.5.5 computes it: counts of several references are added up, and the stemmer is
     * Porter's own. Its list of irregular forms, which it looks up in WordNet before stemming, is left out.
     *
     * @return the changed copy
     */
    public Rouge asPerlScript() {
        return new Rouge(new RougeRows(settings.variants(), settings.stemming(), true));
    }

    /**
     * Returns F1 of one variant as a scorer of each answer, named e.g. {@code rougeL/f}; not for use beside a metric that
     * has a value of this name.
     *
     * @param variant which
     * @return the scorer, range 0 to 1
     */
    public Scorer<Object, Object> scorer(RougeVariant variant) {
        var one = withVariants(variant);
        return new TextScorer(one.describe().get(2), true, (answer, references) -> {
            var row = new double[one.settings.width()];
            one.settings.count(answer, references, row);
            return row[2];
        });
    }

    private List<MetricDescription> descriptions() {
        var how = " (Lin 2004, " + (settings.pooled() ? "ROUGE-1.5.5" : "rouge_score")
                + (settings.stemming() ? ", stemmed)" : ")");
        var all = new ArrayList<MetricDescription>();
        for (var variant : settings.variants()) {
            for (var measure : MEASURES) {
                all.add(new MetricDescription(
                        variant.label() + "/" + measure,
                        Direction.HIGHER_IS_BETTER,
                        Range.UNIT,
                        "mean " + (measure.equals("f") ? "F1" : measure) + " of " + variant.label() + how));
            }
        }
        return all;
    }

    @Override
    public List<MetricDescription> describe() {
        return rows.describe();
    }

    @Override
    public Metric.Accumulator<Object, Object> accumulator() {
        return rows.accumulator();
    }

    @Override
    public Object cell(Observation<?, ?, ?> observation) {
        return rows.cell(observation);
    }

    @Override
    public boolean isMean(String name) {
        return true;
    }

    /** {@return the settings, e.g. {@code rouge(rouge1, rouge2, stemmed)}} */
    @Override
    public String toString() {
        return "rouge("
                + String.join(
                        ", ",
                        settings.variants().stream().map(RougeVariant::label).toList())
                + (settings.stemming() ? ", stemmed" : "") + (settings.pooled() ? ", as ROUGE-1.5.5" : "") + ")";
    }
}
