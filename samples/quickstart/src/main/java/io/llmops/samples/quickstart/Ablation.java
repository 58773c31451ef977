package io.llmops.samples.quickstart;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.util.Locale;
import java.util.function.Function;

/** What stopwords and stemming are worth: the same pipeline with each of them off. */
final class Ablation {

    private static final String METRIC = "f1/macro";

    private Ablation() {}

    /**
     * Returns a line for each variant.
     *
     * @param full the run with both on
     * @param evaluate runs the pipeline with other terms
     * @return the lines
     */
    static String of(
            EvaluationRun<String, String, String> full,
            Function<Tokenizer, EvaluationRun<String, String, String>> evaluate) {
        var words = Tokenizers.words().then(TokenFilters.lowercase());
        var stop = TokenFilters.stop("en");
        var stem = TokenFilters.snowball("en");
        return "ablation of the lexical pipeline            f1/macro                change, paired\n"
                + line("stopwords out, stemming  (as above)", full.metric(METRIC), "")
                + line("stopwords out, no stemming", full, evaluate.apply(words.then(stop)))
                + line("stopwords in,  stemming", full, evaluate.apply(words.then(stem)))
                + line("stopwords in,  no stemming", full, evaluate.apply(words));
    }

    private static String line(
            String variant, EvaluationRun<String, String, String> full, EvaluationRun<String, String, String> without) {
        var difference = Comparison.of(full, without).difference(METRIC);
        return line(variant, difference.other(), shown(difference.change(), "%+.3f"));
    }

    private static String line(String variant, MetricValue value, String change) {
        return String.format(Locale.ROOT, "  %-36s%s  %s", variant, shown(value, "%.3f"), change)
                        .stripTrailing() + "\n";
    }

    private static String shown(MetricValue value, String number) {
        return value.match(
                estimate -> String.format(Locale.ROOT, number, estimate.value())
                        + estimate.interval()
                                .map(interval -> String.format(
                                        Locale.ROOT,
                                        " [" + number + ", " + number + "]",
                                        interval.lower(),
                                        interval.upper()))
                                .orElse(""),
                reason -> reason);
    }
}
