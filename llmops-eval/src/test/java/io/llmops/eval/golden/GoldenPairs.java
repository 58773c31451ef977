package io.llmops.eval.golden;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;

/** References and answers of a case, beside each other, and what each pair counts. */
public record GoldenPairs<T>(List<T> references, List<T> answers, List<Double> weights) {

    /** Enough resamples for an interval to be there: the files have none of a bootstrap. */
    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(100);

    /** Returns pairs that count once each. */
    public static <T> GoldenPairs<T> of(List<T> references, List<T> answers) {
        return new GoldenPairs<>(
                references, answers, references.stream().map(one -> 1.0).toList());
    }

    /** Returns a metric's values over the pairs. */
    public <S> Map<String, MetricValue> values(Metric<S, S> metric, Class<S> type) {
        var accumulator = metric.accumulator();
        for (var i = 0; i < references.size(); i++) {
            accumulator.add(
                    Observation.of(
                            Example.of("pair" + i, i, type.cast(references.get(i))),
                            Outcome.answered(type.cast(answers.get(i)))),
                    weights.get(i));
        }
        return accumulator.values(QUICK);
    }

    /** Returns the value of a name; undefined is a refusal. */
    public static Callable<Double> value(Map<String, MetricValue> values, String name) {
        return () -> {
            if (!values.containsKey(name)) {
                throw new NoSuchElementException(name);
            }
            return values.get(name).<Double>match(MetricValue.Estimate::value, reason -> {
                throw new IllegalStateException(reason);
            });
        };
    }
}
