package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chooses the interval of a difference: Tango's for means of zeros and ones, the bootstrap of pairs for the rest. A metric
 * is such a mean if each single observation makes it 0 or 1 and it says that its values average.
 */
final class PairedIntervals {

    private PairedIntervals() {}

    static <O, R> Optional<Interval> of(
            Metric<? super O, ? super R> metric, String name, List<Paired<O, R>> pairs, Uncertainty uncertainty) {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        return of(metric, name, pairs, uncertainty, metric.isMean(name));
    }

    private static <O, R> Optional<Interval> of(
            Metric<O, R> metric,
            String name,
            List<? extends Paired<? extends O, ? extends R>> pairs,
            Uncertainty uncertainty,
            boolean mean) {
        if (mean) {
            var table = new long[4];
            var binary = true;
            for (var pair : pairs) {
                var from = value(metric, name, pair.baseline());
                var to = value(metric, name, pair.other());
                binary &= isBinary(from) && isBinary(to);
                if (binary) {
                    table[(from.getAsDouble() == 1 ? 0 : 2) + (to.getAsDouble() == 1 ? 0 : 1)]++;
                }
            }
            if (binary) {
                return Optional.of(Proportions.tango(
                        new PairedCounts(table[0], table[2], table[1], table[3]), uncertainty.level()));
            }
        }
        return new PairedBootstrap<O, R>(metric, name, pairs, uncertainty).interval();
    }

    private static boolean isBinary(OptionalDouble value) {
        return value.isPresent() && (value.getAsDouble() == 0 || value.getAsDouble() == 1);
    }

    private static <O, R> OptionalDouble value(
            Metric<O, R> metric, String name, Observation<?, ? extends O, ? extends R> observation) {
        var accumulator = metric.accumulator();
        accumulator.add(observation, 1);
        return accumulator.value(name);
    }
}
