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
import java.util.List;
import java.util.Objects;

/**
 * BLEU of a corpus: the geometric mean of the precisions of n-grams, lowered where the answers are shorter than the
 * references (Papineni and others 2002), from 0 to 100, equal to sacreBLEU 2.6.0. Values: {@code bleu}, the precisions
 * {@code bleu/precision_1} and on as they are after smoothing, and {@code bleu/brevity_penalty}. An outcome that is no
 * answer is an empty text, which shortens the corpus. Immutable.
 */
public final class Bleu implements Metric<Object, Object> {

    private static final int MOST = 16;

    private final Settings settings;
    private final RowMetric<Object, Object> rows;

    private record Settings(
            String name,
            BleuTokenizer tokenizer,
            BleuSmoothing smoothing,
            int order,
            boolean lowercase,
            boolean effectiveOrder) {}

    private Bleu(Settings settings) {
        this.settings = settings;
        var formula = new BleuFormula(settings.order, settings.smoothing, settings.effectiveOrder);
        rows = RowMetric.of(
                descriptions(),
                new TextRows(new BleuRows(settings.tokenizer, settings.lowercase, settings.order)),
                RowStatistics.ofSums(BleuFormula.width(settings.order), formula::compute));
    }

    /** The BLEU that papers quote: tokenizer 13a, n-grams of one to four tokens, exponential smoothing, case kept. */
    static Bleu standard() {
        return new Bleu(new Settings("bleu", BleuTokenizer.V13A, BleuSmoothing.exponential(), 4, false, false));
    }

    /**
     * Returns this metric under another name, so that two can be used together.
     *
     * @param name e.g. {@code bleu_zh}
     * @return the changed copy
     */
    public Bleu withName(String name) {
        return new Bleu(new Settings(
                Objects.requireNonNull(name, "name"),
                settings.tokenizer,
                settings.smoothing,
                settings.order,
                settings.lowercase,
                settings.effectiveOrder));
    }

    /**
     * Returns this metric with another tokenizer.
     *
     * @param tokenizer how texts are cut
     * @return the changed copy
     */
    public Bleu withTokenizer(BleuTokenizer tokenizer) {
        return new Bleu(new Settings(
                settings.name,
                Objects.requireNonNull(tokenizer, "tokenizer"),
                settings.smoothing,
                settings.order,
                settings.lowercase,
                settings.effectiveOrder));
    }

    /**
     * Returns this metric with another smoothing.
     *
     * @param smoothing what stands for a precision of 0
     * @return the changed copy
     */
    public Bleu withSmoothing(BleuSmoothing smoothing) {
        return new Bleu(new Settings(
                settings.name,
                settings.tokenizer,
                Objects.requireNonNull(smoothing, "smoothing"),
                settings.order,
                settings.lowercase,
                settings.effectiveOrder));
    }

    /**
     * Returns this metric with longer or shorter n-grams.
     *
     * @param order the most tokens of an n-gram, from 1 to 16
     * @return the changed copy
     * @throws IllegalArgumentException if the number is out of range
     */
    public Bleu withOrder(int order) {
        if (order < 1 || order > MOST) {
            throw new IllegalArgumentException("expected an order from 1 to " + MOST + ", found " + order);
        }
        return new Bleu(new Settings(
                settings.name,
                settings.tokenizer,
                settings.smoothing,
                order,
                settings.lowercase,
                settings.effectiveOrder));
    }

    /**
     * Returns this metric with or without regard to case.
     *
     * @param lowercase true to lower the case of all texts first
     * @return the changed copy
     */
    public Bleu withLowercase(boolean lowercase) {
        return new Bleu(new Settings(
                settings.name,
                settings.tokenizer,
                settings.smoothing,
                settings.order,
                lowercase,
                settings.effectiveOrder));
    }

    /**
     * Returns this metric with or without the lengths of n-grams that the answers are too short for.
     *
     * @param effectiveOrder true to leave them out of the mean
     * @return the changed copy
     */
    public Bleu withEffectiveOrder(boolean effectiveOrder) {
        return new Bleu(new Settings(
                settings.name,
                settings.tokenizer,
                settings.smoothing,
                settings.order,
                settings.lowercase,
                effectiveOrder));
    }

    /**
     * Returns BLEU of one answer with these settings and effective order, as sacreBLEU's {@code sentence_bleu}; named
     * {@code sentence_bleu}, or {@code sentence_} and the name of this metric.
     *
     * @return the scorer, range 0 to 100
     */
    public Scorer<Object, Object> sentence() {
        var counts = new BleuRows(settings.tokenizer, settings.lowercase, settings.order);
        var formula = new BleuFormula(settings.order, settings.smoothing, true);
        var description = new MetricDescription(
                "sentence_" + settings.name,
                Direction.HIGHER_IS_BETTER,
                BleuFormula.PERCENT,
                "mean of BLEU of each answer (Papineni 2002, sacreBLEU), "
                        + withEffectiveOrder(true).settings());
        return new TextScorer(description, true, (answer, references) -> {
            var row = new double[BleuFormula.width(settings.order)];
            counts.count(answer, references, row);
            var values = new double[settings.order + 2];
            formula.compute(row, values);
            return values[0];
        });
    }

    /**
     * Returns the settings as sacreBLEU prints them, without its version.
     *
     * @param references how many each example has
     * @return e.g. {@code nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp}
     */
    public String signature(int references) {
        return "nrefs:" + references + "|" + settings();
    }

    private String settings() {
        return "case:" + (settings.lowercase ? "lc" : "mixed") + "|eff:" + (settings.effectiveOrder ? "yes" : "no")
                + "|tok:" + settings.tokenizer.signature() + "|smooth:" + settings.smoothing;
    }

    private List<MetricDescription> descriptions() {
        var all = new ArrayList<MetricDescription>();
        all.add(new MetricDescription(
                settings.name,
                Direction.HIGHER_IS_BETTER,
                BleuFormula.PERCENT,
                "brevity penalty × geometric mean of n-gram precisions (Papineni 2002, sacreBLEU), " + settings()));
        for (var n = 1; n <= settings.order; n++) {
            all.add(new MetricDescription(
                    settings.name + "/precision_" + n,
                    Direction.HIGHER_IS_BETTER,
                    BleuFormula.PERCENT,
                    "n-grams of " + n + " tokens that a reference has / all of the answers"));
        }
        all.add(new MetricDescription(
                settings.name + "/brevity_penalty",
                Direction.HIGHER_IS_BETTER,
                Range.UNIT,
                "exp(1 - tokens of the references / tokens of the answers), at most 1"));
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

    /** {@return name and settings} */
    @Override
    public String toString() {
        return settings.name + "|" + settings();
    }
}
