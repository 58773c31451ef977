package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The shelf of metrics of a corpus of texts: counts are summed over the examples and then compared, which is not the mean
 * of the examples' scores. Each has an interval by resampling the examples, which from about 100 answers on covers 93–97 %
 * where 95 % are asked for. Scorers of {@link TextScorers} are metrics too: their means. Safe for use by many threads.
 */
public final class TextMetrics {

    private static final int NIST_ORDER = 5;

    private TextMetrics() {}

    /** {@return BLEU as papers quote it, from 0 to 100: tokenizer 13a, up to four tokens, exponential smoothing, case kept} */
    public static Bleu bleu() {
        return Bleu.standard();
    }

    /** {@return chrF, from 0 to 100: n-grams of up to six characters, beta 2; name {@code chrf}} */
    public static Chrf chrf() {
        return Chrf.characters();
    }

    /** {@return chrF++, from 0 to 100: chrF with n-grams of up to two words; name {@code chrf++}} */
    public static Chrf chrfPlusPlus() {
        return Chrf.plusPlus();
    }

    /** {@return translation edit rate in per cent, from 0, lower is better: case lowered, marks left; name {@code ter}} */
    public static Ter ter() {
        return Ter.standard();
    }

    /** {@return ROUGE-1, 2, L and Lsum as rouge_score computes them, from 0 to 1, without stemming} */
    public static Rouge rouge() {
        return Rouge.standard();
    }

    /**
     * Returns NIST on tokens of mteval-v13a, n-grams of up to five (Doddington 2002), from 0; name {@code nist}. What an
     * n-gram is worth comes from the references, so the value grows with their number: compare data sets of one size. The
     * interval is that of answers drawn again, for references as they are.
     *
     * @return the metric
     */
    public static Metric<Object, Object> nist() {
        return new Nist(NIST_ORDER);
    }

    /** {@return Google-BLEU on tokens of mteval-v13a (Wu 2016), from 0 to 1; name {@code gleu}} */
    public static Metric<Object, Object> gleu() {
        return RowMetric.of(
                List.of(new MetricDescription(
                        "gleu",
                        Direction.HIGHER_IS_BETTER,
                        Range.UNIT,
                        "common n-grams of 1 to 4 tokens / n-grams of the longer text, summed (Wu 2016)")),
                new TextRows(Gleu::count),
                RowStatistics.ofSums(2, (sums, into) -> into[0] = Gleu.score(sums)));
    }

    /** {@return word error rate, from 0, lower is better: edits of words / words of the references; undefined if they have none; name {@code wer}} */
    public static Metric<Object, Object> wordErrorRate() {
        return ErrorRate.ofWords();
    }

    /** {@return character error rate, from 0, lower is better, as {@link #wordErrorRate()}; name {@code cer}} */
    public static Metric<Object, Object> characterErrorRate() {
        return ErrorRate.ofCharacters();
    }

    /**
     * Returns how varied each answer is: different n-grams in it / n-grams in it, summed over the answers, n-grams of one
     * to three words (after Li and others 2016, who count over all answers together, which falls with their number);
     * names {@code distinct_1} to {@code distinct_3}, from 0 to 1. Undefined if no answer is long enough.
     *
     * @return the metric; it looks at no reference
     */
    public static Metric<Object, Object> distinct() {
        return TextDescriptions.distinct();
    }

    /**
     * Returns how long the answers are: means of words and of characters (code points), and the words of the inputs over
     * those of the answers, the compression of a summary (Grusky and others 2018); names {@code length/words}, {@code
     * length/characters}, {@code length/compression}, from 0. The last is undefined if no answer has a word.
     *
     * @return the metric; it looks at no reference
     */
    public static Metric<Object, Object> lengths() {
        return TextDescriptions.lengths();
    }

    /**
     * Returns perplexity over all tokens of the answers (not the mean of the answers' own), the mean negative logarithm
     * of a token's probability, and bits per byte; names {@code perplexity}, {@code perplexity/mean_nll}, {@code
     * perplexity/bits_per_byte}, lower is better. Outcomes that are no answer are excluded and counted.
     *
     * @param logProbabilities takes an answer, returns the natural logarithm of the probability of each token, 0 or less
     * @param text takes an answer, returns its text; an empty one leaves bits per byte out
     * @param <O> the type of the answers
     * @return the metric; it looks at no reference
     */
    public static <O> Metric<O, Object> perplexity(
            Function<? super O, double[]> logProbabilities, Function<? super O, ? extends CharSequence> text) {
        return Perplexity.of(logProbabilities, text);
    }

    /** {@return what the metrics of this shelf are by their standard names} */
    public static List<MetricDescription> describe() {
        return Stream.of(
                        bleu().describe().stream().filter(one -> !one.name().matches("bleu/precision_[2-9]")),
                        bleu().sentence().describe().stream(),
                        chrf().describe().stream(),
                        chrf().sentence().describe().stream(),
                        chrfPlusPlus().describe().stream(),
                        chrfPlusPlus().sentence().describe().stream(),
                        ter().describe().stream(),
                        rouge().withVariants(RougeVariant.values()).describe().stream(),
                        nist().describe().stream(),
                        gleu().describe().stream(),
                        wordErrorRate().describe().stream(),
                        characterErrorRate().describe().stream(),
                        distinct().describe().stream(),
                        lengths().describe().stream(),
                        perplexity(answer -> new double[0], Object::toString).describe().stream())
                .flatMap(descriptions -> descriptions)
                .map(one -> one.name().equals("bleu/precision_1") ? one.ofAny("1", 'n') : one)
                .toList();
    }
}
