package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.LabelCodes;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowTally;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What answers without looking would reach on the references, see {@link Baselines}. Immutable. */
final class BaselineMetric implements Metric<Object, Object> {

    @Override
    public List<MetricDescription> describe() {
        return Baselines.DESCRIPTIONS;
    }

    @Override
    public Metric.Accumulator<Object, Object> accumulator() {
        return new References();
    }

    @Override
    public Object cell(Observation<?, ?, ?> observation) {
        return observation.reference().toString();
    }

    @Override
    public String toString() {
        return "baselines";
    }

    private static final class References implements Metric.Accumulator<Object, Object> {

        private final LabelCodes codes = new LabelCodes();
        private final RowTally tally = new RowTally(1);

        @Override
        public void add(Observation<?, ?, ?> observation, double weight) {
            if (Weights.require(weight) > 0) {
                tally.add(new double[] {codes.code(observation.reference().toString())}, weight);
            }
        }

        @Override
        public void merge(Metric.Accumulator<Object, Object> other, double weight) {
            Weights.require(weight);
            if (!(other instanceof References references)) {
                throw new IllegalArgumentException("expected an accumulator of baselines, found another's");
            }
            if (weight > 0) {
                var mine = codes.translate(references.codes);
                tally.merge(references.tally.mapped(1, (row, into) -> into[0] = mine[(int) row[0]]), weight);
            }
        }

        @Override
        public Map<String, MetricValue> values(Uncertainty uncertainty) {
            var places = codes.places(LabelCodes.inOrder(codes.labels()));
            return tally.mapped(1, (row, into) -> into[0] = places[(int) row[0]])
                    .values(Baselines.DESCRIPTIONS, new Baselines(places.length), uncertainty);
        }

        @Override
        public OptionalDouble value(String name) {
            var numbers = tally.numbers(
                    Baselines.DESCRIPTIONS.size(), new Baselines(codes.labels().size()));
            return IntStream.range(0, numbers.length)
                    .filter(i -> Baselines.DESCRIPTIONS.get(i).name().equals(name) && !Double.isNaN(numbers[i]))
                    .mapToDouble(i -> numbers[i])
                    .findFirst();
        }
    }
}
