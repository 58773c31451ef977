package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A metric of other answers and references, over those that a text stands for. */
record Adapted<O, R>(Metric<O, R> metric, Function<String, O> answer, Function<String, R> reference)
        implements Metric<Object, Object> {

    static <O, R> Metric<Object, Object> of(
            Metric<O, R> metric, Function<String, O> answer, Function<String, R> reference) {
        return new Adapted<>(metric, answer, reference);
    }

    @Override
    public List<MetricDescription> describe() {
        return metric.describe();
    }

    @Override
    public Metric.Accumulator<Object, Object> accumulator() {
        return new Sum<>(this, metric.accumulator());
    }

    private record Sum<O, R>(Adapted<O, R> adapted, Metric.Accumulator<O, R> sum)
            implements Metric.Accumulator<Object, Object> {

        @Override
        public void add(Observation<?, ?, ?> observation, double weight) {
            var example = io.llmops.core.dataset.Example.of(
                    observation.id(),
                    "",
                    adapted.reference.apply(observation.reference().toString()));
            Outcome<O> outcome = observation
                    .outcome()
                    .match(
                            text -> Outcome.answered(adapted.answer.apply(text.toString())),
                            Outcome::abstained,
                            Outcome::failed);
            sum.add(Observation.of(example, outcome), weight);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void merge(Metric.Accumulator<Object, Object> other, double weight) {
            sum.merge(((Sum<O, R>) (Metric.Accumulator<?, ?>) other).sum, weight);
        }

        @Override
        public Map<String, MetricValue> values(Uncertainty uncertainty) {
            return sum.values(uncertainty);
        }

        @Override
        public OptionalDouble value(String name) {
            return sum.value(name);
        }
    }
}
