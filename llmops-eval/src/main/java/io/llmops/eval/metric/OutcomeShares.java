package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.stats.Proportions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The shares of observations that are abstentions and failures: {@code share/abstained} and {@code share/failed}. Every
 * run has them. Immutable.
 */
public final class OutcomeShares implements Metric<Object, Object> {

    /** The name of the share of abstentions. */
    public static final String ABSTAINED = "share/abstained";

    /** The name of the share of failures. */
    public static final String FAILED = "share/failed";

    /** Creates the metric. */
    public OutcomeShares() {}

    @Override
    public List<MetricDescription> describe() {
        return List.of(
                new MetricDescription(
                        ABSTAINED, Direction.LOWER_IS_BETTER, Range.UNIT, "abstained observations / all observations"),
                new MetricDescription(
                        FAILED, Direction.LOWER_IS_BETTER, Range.UNIT, "failed observations / all observations"));
    }

    @Override
    public Metric.Accumulator<Object, Object> accumulator() {
        return new Shares();
    }

    @Override
    public Object cell(Observation<?, ?, ?> observation) {
        return observation.outcome().getClass();
    }

    @Override
    public boolean isMean(String name) {
        return true;
    }

    private static final class Shares implements Metric.Accumulator<Object, Object> {

        private final Weights weights = new Weights();
        private double abstained;
        private double failed;

        @Override
        public void add(Observation<?, ?, ?> observation, double weight) {
            weights.add(Weights.require(weight));
            abstained += observation.outcome() instanceof Outcome.Abstained<?> ? weight : 0;
            failed += observation.outcome() instanceof Outcome.Failed<?> ? weight : 0;
        }

        @Override
        public void merge(Metric.Accumulator<Object, Object> other, double weight) {
            if (!(other instanceof Shares shares)) {
                throw new IllegalArgumentException("expected an accumulator of outcome shares, found another's");
            }
            weights.merge(shares.weights, Weights.require(weight));
            abstained += shares.abstained * weight;
            failed += shares.failed * weight;
        }

        @Override
        public Map<String, MetricValue> values(Uncertainty uncertainty) {
            var values = new LinkedHashMap<String, MetricValue>();
            values.put(ABSTAINED, share(abstained, uncertainty));
            values.put(FAILED, share(failed, uncertainty));
            return values;
        }

        private MetricValue share(double part, Uncertainty uncertainty) {
            if (weights.sum() == 0) {
                return new Undefined("no observations");
            }
            var scale = weights.scale();
            return Estimate.of(
                    part / weights.sum(),
                    Proportions.wilson(part * scale, weights.sum() * scale, uncertainty.level()),
                    weights.n());
        }

        @Override
        public OptionalDouble value(String name) {
            if (weights.sum() == 0) {
                return OptionalDouble.empty();
            }
            return switch (name) {
                case ABSTAINED -> OptionalDouble.of(abstained / weights.sum());
                case FAILED -> OptionalDouble.of(failed / weights.sum());
                default -> OptionalDouble.empty();
            };
        }
    }
}
