package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chooses the interval of a difference: Tango's for means of zeros and ones of examples tried once, the bootstrap of
 * examples for the rest. A metric
 * is such a mean if each single observation makes it 0 or 1 and it says that its values average.
 */
final class PairedIntervals {

    private PairedIntervals() {}

    /** Returns the interval of the difference of each name, all of which the metric has. */
    static <O, R> List<Optional<Interval>> of(
            Metric<O, R> metric,
            List<String> names,
            List<? extends Paired<? extends O, ? extends R>> pairs,
            Uncertainty uncertainty) {
        if (pairs.isEmpty()) {
            return names.stream().map(name -> Optional.<Interval>empty()).toList();
        }
        var repeated = pairs.stream().anyMatch(pair -> pair.baseline().repeat() > 0);
        var intervals = new ArrayList<Optional<Interval>>();
        var resampled = new ArrayList<String>();
        for (var name : names) {
            var tango = metric.isMean(name) && !repeated
                    ? tango(metric, name, pairs, uncertainty)
                    : Optional.<Interval>empty();
            intervals.add(tango);
            if (tango.isEmpty()) {
                resampled.add(name);
            }
        }
        if (!resampled.isEmpty()) {
            var found = new PairedBootstrap<O, R>(metric, resampled, pairs, uncertainty).intervals();
            for (var i = 0; i < resampled.size(); i++) {
                intervals.set(names.indexOf(resampled.get(i)), found.get(i));
            }
        }
        return intervals;
    }

    /** Returns Tango's interval; empty if an observation alone is neither 0 nor 1. */
    private static <O, R> Optional<Interval> tango(
            Metric<O, R> metric,
            String name,
            List<? extends Paired<? extends O, ? extends R>> pairs,
            Uncertainty uncertainty) {
        var values = new ExampleValues<O, R>(metric, name);
        var table = new long[4];
        for (var pair : pairs) {
            var from = values.of(pair.baseline());
            var to = values.of(pair.other());
            if (!isBinary(from) || !isBinary(to)) {
                return Optional.empty();
            }
            table[(from.getAsDouble() == 1 ? 0 : 2) + (to.getAsDouble() == 1 ? 0 : 1)]++;
        }
        return Optional.of(
                Proportions.tango(new PairedCounts(table[0], table[2], table[1], table[3]), uncertainty.level()));
    }

    private static boolean isBinary(OptionalDouble value) {
        return value.isPresent() && (value.getAsDouble() == 0 || value.getAsDouble() == 1);
    }
}
