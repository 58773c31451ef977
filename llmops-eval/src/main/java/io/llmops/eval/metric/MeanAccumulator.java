package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The weighted mean of a scorer's scores, gathered as a sum, and the squared distances from a running mean (West 1979;
 * merged as Chan, Golub and LeVeque 1979), which keep their digits.
 */
final class MeanAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final Scorer<O, R> scorer;
    private final Weights weights = new Weights();
    private double total;
    private double runningMean;
    private double distances;
    private boolean binary = true;
    private double excluded;
    private double failed;
    private double failedTotal;
    private double failedExcluded;

    MeanAccumulator(Scorer<O, R> scorer) {
        this.scorer = scorer;
    }

    /** What matters of an observation: its score, and whether its outcome had failed. */
    static <O, R> Object cell(Scorer<O, R> scorer, Observation<?, ? extends O, ? extends R> observation) {
        var failed = observation.outcome() instanceof Outcome.Failed<?>;
        return Map.entry(
                score(scorer, observation).match(Optional::of, no -> Optional.empty(), no -> Optional.empty()), failed);
    }

    private static <O, R> Score score(Scorer<O, R> scorer, Observation<?, ? extends O, ? extends R> observation) {
        if (scorer.range().equals(Range.UNIT) && !(observation.outcome() instanceof Outcome.Answered<?>)) {
            return Score.of(worst(scorer));
        }
        var known = observation.scores().get(scorer.name());
        return known == null ? scorer.judge(observation) : known;
    }

    private static double worst(Scorer<?, ?> scorer) {
        return scorer.direction() == Direction.LOWER_IS_BETTER ? 1 : 0;
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        Weights.require(weight);
        var outcomeFailed = observation.outcome() instanceof Outcome.Failed<?>;
        if (score(scorer, observation) instanceof Score.Scored scored) {
            weights.add(weight);
            total += scored.value() * weight;
            join(scored.value(), 0, weight);
            binary &= scored.value() == 0 || scored.value() == 1;
            failed += outcomeFailed ? weight : 0;
            failedTotal += outcomeFailed ? scored.value() * weight : 0;
        } else {
            excluded += weight;
            failedExcluded += outcomeFailed ? weight : 0;
        }
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof MeanAccumulator<O, R> mine)
                || !mine.scorer.name().equals(scorer.name())) {
            throw new IllegalArgumentException("expected an accumulator of '" + scorer.name() + "', found another's");
        }
        var before = weights.sum();
        weights.merge(mine.weights, weight);
        total += mine.total * weight;
        join(mine.runningMean, mine.distances * weight, weights.sum() - before);
        binary &= mine.binary;
        excluded += mine.excluded * weight;
        failed += mine.failed * weight;
        failedTotal += mine.failedTotal * weight;
        failedExcluded += mine.failedExcluded * weight;
    }

    /** Joins a group into the mean; its weight is already in the weights. */
    private void join(double otherMean, double otherDistances, double otherWeight) {
        if (otherWeight > 0) {
            var sum = weights.sum();
            var apart = otherMean - runningMean;
            distances += otherDistances + apart * apart * otherWeight * ((sum - otherWeight) / sum);
            runningMean += apart * (otherWeight / sum);
        }
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        return Map.of(scorer.name(), value(uncertainty));
    }

    private MetricValue value(Uncertainty uncertainty) {
        if (weights.sum() == 0) {
            return new Undefined(
                    excluded == 0 ? "no observations" : "no observation has a score; " + count(excluded) + " excluded");
        }
        var interval = MeanInterval.of(
                scorer.range(),
                new MeanInterval.Sums(weights.sum() * weights.scale(), mean(), distances * weights.scale(), binary),
                uncertainty.level());
        return new Estimate(mean(), interval, weights.n(), count(excluded), reach());
    }

    private double mean() {
        return scorer.range().clamp(total / weights.sum());
    }

    private Reach reach() {
        var mean = mean();
        var range = scorer.range();
        var unknown = failed + failedExcluded;
        if (unknown == 0) {
            return Reach.at(mean);
        }
        var known = (total - failedTotal) / (weights.sum() + failedExcluded);
        var share = unknown / (weights.sum() + failedExcluded);
        return new Reach(Math.min(mean, known + share * range.min()), Math.max(mean, known + share * range.max()));
    }

    private static long count(double weight) {
        return (long) Math.ceil(weight);
    }

    @Override
    public OptionalDouble value(String name) {
        return name.equals(scorer.name()) && weights.sum() > 0 ? OptionalDouble.of(mean()) : OptionalDouble.empty();
    }
}
