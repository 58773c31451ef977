package io.llmops.eval.metric.text;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowReader;
import io.llmops.eval.metric.RowStatistics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Perplexity of a corpus from the natural logarithms of its tokens' probabilities. */
final class Perplexity {

    private static final double LN_2 = StrictMath.log(2);

    private Perplexity() {}

    static <O> Metric<O, Object> of(
            Function<? super O, double[]> logProbabilities, Function<? super O, ? extends CharSequence> text) {
        RowReader<O, Object> reader = (observation, into) -> {
            if (!(observation.outcome() instanceof Outcome.Answered<? extends O> answered)) {
                return false;
            }
            for (var logProbability : logProbabilities.apply(answered.value())) {
                if (!(logProbability <= 0 && logProbability > Double.NEGATIVE_INFINITY)) {
                    throw new IllegalArgumentException("example '" + observation.id()
                            + "': expected finite logarithms of probabilities, 0 or less, found " + logProbability);
                }
                into[0] -= logProbability;
                into[1]++;
            }
            into[2] = text.apply(answered.value()).toString().getBytes(StandardCharsets.UTF_8).length;
            return true;
        };
        return RowMetric.of(descriptions(), reader, RowStatistics.ofSums(3, Perplexity::compute));
    }

    private static void compute(double[] sums, double[] into) {
        var mean = sums[1] > 0 ? sums[0] / sums[1] : Double.NaN;
        var perplexity = StrictMath.exp(mean);
        into[0] = Double.isFinite(perplexity) ? perplexity : Double.NaN;
        into[1] = mean;
        into[2] = sums[2] > 0 ? sums[0] / LN_2 / sums[2] : Double.NaN;
    }

    private static List<MetricDescription> descriptions() {
        return List.of(
                new MetricDescription(
                        "perplexity",
                        Direction.LOWER_IS_BETTER,
                        new Range(1, Double.POSITIVE_INFINITY),
                        "exp(- sum of ln p of all tokens / tokens)"),
                new MetricDescription(
                        "perplexity/mean_nll",
                        Direction.LOWER_IS_BETTER,
                        Range.NOT_NEGATIVE,
                        "- sum of ln p of all tokens / tokens"),
                new MetricDescription(
                        "perplexity/bits_per_byte",
                        Direction.LOWER_IS_BETTER,
                        Range.NOT_NEGATIVE,
                        "- sum of log2 p of all tokens / bytes of the texts in UTF-8"));
    }
}
