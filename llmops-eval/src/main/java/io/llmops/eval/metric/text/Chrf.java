package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.Scorer;
import java.util.List;
import java.util.Objects;

/**
 * chrF of a corpus: the F-score of character n-grams (Popović 2015), and of word n-grams beside them in chrF++ (2017),
 * from 0 to 100, equal to sacreBLEU 2.6.0. Of several references of an answer the best counts. An outcome that is no
 * answer is an empty text. Immutable.
 */
public final class Chrf implements Metric<Object, Object> {

    private static final int MOST = 16;

    private final String name;
    private final ChrfRows settings;
    private final RowMetric<Object, Object> rows;

    private Chrf(String name, ChrfRows settings) {
        this.name = Objects.requireNonNull(name, "name");
        this.settings = settings;
        var formula = settings.formula();
        rows = RowMetric.of(
                List.of(description(name, "F-score of n-gram counts of the corpus")),
                new TextRows(settings),
                RowStatistics.ofSums(formula.width(), (sums, into) -> into[0] = formula.score(sums)));
    }

    /** Characters only: n-grams of up to 6 characters, recall counting twice as much, white space left out. */
    static Chrf characters() {
        return new Chrf("chrf", new ChrfRows(new ChrfFormula(6, 0, 2, false), false, false));
    }

    /** The same, and n-grams of up to 2 words. */
    static Chrf plusPlus() {
        return new Chrf("chrf++", new ChrfRows(new ChrfFormula(6, 2, 2, false), false, false));
    }

    /**
     * Returns this metric under another name, so that two can be used together.
     *
     * @param newName e.g. {@code chrf_lc}
     * @return the changed copy
     */
    public Chrf withName(String newName) {
        return new Chrf(newName, settings);
    }

    /**
     * Returns this metric with longer or shorter n-grams.
     *
     * @param characters the most characters of an n-gram, from 1 to 16
     * @param words the most words of an n-gram, from 0 (none: chrF) to 16
     * @return the changed copy
     * @throws IllegalArgumentException if a number is out of range
     */
    public Chrf withOrders(int characters, int words) {
        if (characters < 1 || characters > MOST || words < 0 || words > MOST) {
            throw new IllegalArgumentException("expected 1 to " + MOST + " characters and 0 to " + MOST
                    + " words, found " + characters + " and " + words);
        }
        return with(new ChrfFormula(
                characters, words, settings.formula().beta(), settings.formula().epsilonSmoothing()));
    }

    /**
     * Returns this metric with another weight of recall.
     *
     * @param beta how many times recall counts as much as precision, above 0
     * @return the changed copy
     * @throws IllegalArgumentException if beta is not above 0 and finite
     */
    public Chrf withBeta(double beta) {
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a beta above 0, found " + beta);
        }
        var formula = settings.formula();
        return with(new ChrfFormula(formula.characterOrder(), formula.wordOrder(), beta, formula.epsilonSmoothing()));
    }

    /**
     * Returns this metric with the mean over lengths taken as chrF++.py does, or as sacreBLEU does.
     *
     * @param epsilonSmoothing true for the former: the mean of F-scores over all lengths
     * @return the changed copy
     */
    public Chrf withEpsilonSmoothing(boolean epsilonSmoothing) {
        var formula = settings.formula();
        return with(new ChrfFormula(formula.characterOrder(), formula.wordOrder(), formula.beta(), epsilonSmoothing));
    }

    /**
     * Returns this metric with or without regard to case.
     *
     * @param lowercase true to lower the case of all texts first
     * @return the changed copy
     */
    public Chrf withLowercase(boolean lowercase) {
        return new Chrf(name, new ChrfRows(settings.formula(), lowercase, settings.whitespace()));
    }

    /**
     * Returns this metric with or without white space.
     *
     * @param whitespace true to count white space as a character
     * @return the changed copy
     */
    public Chrf withWhitespace(boolean whitespace) {
        return new Chrf(name, new ChrfRows(settings.formula(), settings.lowercase(), whitespace));
    }

    private Chrf with(ChrfFormula formula) {
        return new Chrf(name, new ChrfRows(formula, settings.lowercase(), settings.whitespace()));
    }

    /**
     * Returns chrF of one answer with these settings, named {@code sentence_} and the name of this metric.
     *
     * @return the scorer, range 0 to 100
     */
    public Scorer<Object, Object> sentence() {
        return new TextScorer(
                description("sentence_" + name, "mean of the F-score of n-grams of each answer"),
                true,
                (answer, references) -> {
                    var row = new double[settings.formula().width()];
                    settings.count(answer, references, row);
                    return settings.formula().score(row);
                });
    }

    private MetricDescription description(String named, String definition) {
        return new MetricDescription(
                named,
                Direction.HIGHER_IS_BETTER,
                BleuFormula.PERCENT,
                definition + " (Popović 2015, sacreBLEU), beta "
                        + settings.formula().beta() + ", " + settings());
    }

    /**
     * Returns the settings as sacreBLEU prints them, without its version.
     *
     * @param references how many each example has
     * @return e.g. {@code nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no}
     */
    public String signature(int references) {
        return "nrefs:" + references + "|" + settings();
    }

    private String settings() {
        var formula = settings.formula();
        return "case:" + (settings.lowercase() ? "lc" : "mixed") + "|eff:" + (formula.epsilonSmoothing() ? "no" : "yes")
                + "|nc:" + formula.characterOrder() + "|nw:" + formula.wordOrder() + "|space:"
                + (settings.whitespace() ? "yes" : "no");
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
        return name + "|" + settings();
    }
}
