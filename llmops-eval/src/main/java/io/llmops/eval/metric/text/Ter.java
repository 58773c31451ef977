package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;
import java.util.Objects;

/**
 * Translation edit rate of a corpus: edits of words, moves of runs of words among them, to the nearest reference, per
 * 100 words of the references (Snover and others 2006), equal to sacreBLEU 2.6.0's Tercom. From 0 upwards, lower is
 * better. An answer of words against an empty reference counts 100 if the whole corpus is like that. Value: {@code ter}.
 * An outcome that is no answer is an empty text. Immutable.
 */
public final class Ter implements Metric<Object, Object> {

    private final String name;
    private final TercomTokenizer tokenizer;
    private final RowMetric<Object, Object> rows;

    private Ter(String name, TercomTokenizer tokenizer) {
        this.name = Objects.requireNonNull(name, "name");
        this.tokenizer = tokenizer;
        rows = RowMetric.of(
                List.of(new MetricDescription(
                        name,
                        Direction.LOWER_IS_BETTER,
                        Range.NOT_NEGATIVE,
                        "100 × edits of words and moves of runs / words of the references (Snover 2006, sacreBLEU), "
                                + settings())),
                new TextRows(counts()),
                RowStatistics.ofSums(2, (sums, into) -> into[0] = rate(sums[0], sums[1])));
    }

    /** Tercom's standard: case lowered, marks left where they are. */
    static Ter standard() {
        return new Ter("ter", new TercomTokenizer(false, false, true, false));
    }

    /**
     * Returns this metric under another name, so that two can be used together.
     *
     * @param newName e.g. {@code ter_normalized}
     * @return the changed copy
     */
    public Ter withName(String newName) {
        return new Ter(newName, tokenizer);
    }

    /**
     * Returns this metric with or without regard to case.
     *
     * @param caseSensitive true to keep the case
     * @return the changed copy
     */
    public Ter withCaseSensitive(boolean caseSensitive) {
        return new Ter(
                name,
                new TercomTokenizer(caseSensitive, tokenizer.normalized(), tokenizer.punctuation(), tokenizer.asian()));
    }

    /**
     * Returns this metric with or without marks set apart from words.
     *
     * @param normalized true to set them apart, and to read XML entities
     * @return the changed copy
     */
    public Ter withNormalized(boolean normalized) {
        return new Ter(
                name,
                new TercomTokenizer(tokenizer.caseSensitive(), normalized, tokenizer.punctuation(), tokenizer.asian()));
    }

    /**
     * Returns this metric with or without punctuation.
     *
     * @param punctuation false to leave it out
     * @return the changed copy
     */
    public Ter withPunctuation(boolean punctuation) {
        return new Ter(
                name,
                new TercomTokenizer(tokenizer.caseSensitive(), tokenizer.normalized(), punctuation, tokenizer.asian()));
    }

    /**
     * Returns this metric with or without support of Chinese and Japanese, beside {@link #withNormalized}.
     *
     * @param asian true to take each of their characters for a word
     * @return the changed copy
     */
    public Ter withAsianSupport(boolean asian) {
        return new Ter(
                name,
                new TercomTokenizer(tokenizer.caseSensitive(), tokenizer.normalized(), tokenizer.punctuation(), asian));
    }

    TextRows.Counts counts() {
        return this::count;
    }

    private void count(String hypothesis, List<String> references, double[] into) {
        var ids = new TokenIds();
        var words = ids.of(tokenizer.tokens(hypothesis));
        var least = Integer.MAX_VALUE;
        var length = 0;
        for (var one : references) {
            var reference = ids.of(tokenizer.tokens(one));
            length += reference.length;
            least = Math.min(least, TerEdits.count(words, reference));
        }
        into[0] = least;
        into[1] = (double) length / references.size();
    }

    private static double rate(double edits, double length) {
        return length > 0 ? 100 * edits / length : edits > 0 ? 100 : 0;
    }

    /**
     * Returns the settings as sacreBLEU prints them, without its version.
     *
     * @param references how many each example has
     * @return e.g. {@code nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no}
     */
    public String signature(int references) {
        return "nrefs:" + references + "|" + settings();
    }

    private String settings() {
        return "case:" + (tokenizer.caseSensitive() ? "mixed" : "lc") + "|tok:tercom|norm:"
                + yes(tokenizer.normalized()) + "|punct:" + yes(tokenizer.punctuation()) + "|asian:"
                + yes(tokenizer.asian());
    }

    private static String yes(boolean setting) {
        return setting ? "yes" : "no";
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
