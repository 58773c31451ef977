package io.llmops.eval.metric.regression;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.NumberPairs;
import io.llmops.eval.metric.RowMetric;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shelf of metrics of numbers against numbers. Errors are equal to those of scikit-learn, correlations to those of
 * SciPy. Safe for use by many threads.
 */
public final class Regression {

    private Regression() {}

    /**
     * Returns the errors of the answers, {@code mae}, {@code mse}, {@code rmse}, {@code mape}, {@code msle},
     * {@code median_ae} and {@code max_error}, and how much of the references' variance they explain, {@code r2} and
     * {@code explained_variance}. {@code mape} is undefined where a reference is 0, {@code msle} where a number is
     * negative. Where references do not vary, {@code r2} and {@code explained_variance} are 1 if nothing is wrong and else
     * 0. Intervals are bootstraps; {@code max_error} has none, as no resample holds an error larger than those seen.
     *
     * @return the metric
     */
    public static Metric<Number, Number> report() {
        return Metric.joined(List.of(
                RowMetric.of(ErrorSums.VALUES, NumberPairs.READER, ErrorSums.STATISTICS),
                RowMetric.of(List.of(ErrorOrder.MEDIAN), NumberPairs.READER, ErrorOrder.median()),
                RowMetric.of(List.of(ErrorOrder.LARGEST), NumberPairs.READER, ErrorOrder.largest())
                        .withoutIntervals()));
    }

    /**
     * Returns the pinball loss, {@code pinball@0.9} for 0.9: the error of answers that should be a quantile of what can
     * come.
     *
     * @param quantile above 0 and below 1
     * @return the metric
     * @throws IllegalArgumentException if the quantile is not between 0 and 1
     */
    public static Metric<Number, Number> pinball(double quantile) {
        return PinballLoss.of(quantile);
    }

    /**
     * Returns the correlations of references and answers: {@code pearson}, {@code spearman}, {@code kendall} (τ-b) and
     * {@code lin_ccc}. Undefined where one side does not vary. Intervals of the first three are Fisher's z with the variances of
     * Fisher, of Bonett and Wright, and of Fieller, Hartley and Pearson, which hold for pairs that are about normal
     * together; Lin's is a bootstrap.
     *
     * @return the metric
     */
    public static Metric<Number, Number> correlation() {
        return Metric.joined(List.of(
                RowMetric.of(PairCorrelations.VALUES, NumberPairs.READER, new PairCorrelations()),
                RowMetric.of(List.of(LinConcordance.VALUE), NumberPairs.READER, LinConcordance.STATISTICS)));
    }

    /** {@return what the metrics of this shelf are, for every setting} */
    public static List<MetricDescription> describe() {
        return Stream.of(
                        report().describe(),
                        List.of(PinballLoss.describe("{q}")),
                        correlation().describe())
                .flatMap(List::stream)
                .toList();
    }
}
