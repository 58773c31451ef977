package io.llmops.eval.gate;

import io.llmops.eval.compare.Paired;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.util.List;

/**
 * How many pairs changed, and how. Pairs that a metric sees as changed, but of which neither or both are right, are taken
 * for changes in both directions.
 *
 * @param better only the other run is right, or half of those that changed in another way
 * @param worse only the baseline is right, or half of those that changed in another way
 * @param pairs how many pairs there are
 */
record ChangedPairs(double better, double worse, double pairs) {

    static <O, R> ChangedPairs of(List<Paired<O, R>> all, Metric<? super O, ? super R> metric) {
        var fixed = 0;
        var broken = 0;
        var otherwise = 0;
        for (var pair : all) {
            if (pair.baseline().isRight() != pair.other().isRight()) {
                fixed += pair.other().isRight() ? 1 : 0;
                broken += pair.other().isRight() ? 0 : 1;
            } else if (!metric.cell(pair.baseline()).equals(metric.cell(pair.other()))) {
                otherwise++;
            }
        }
        var repeats =
                all.stream().mapToInt(pair -> pair.baseline().repeat()).max().orElse(0) + 1.0;
        return new ChangedPairs(
                (fixed + otherwise / 2.0) / repeats, (broken + otherwise / 2.0) / repeats, all.size() / repeats);
    }

    boolean areNone() {
        return better + worse == 0;
    }

    /** Returns an interval with bounds as many standard errors away as Tango's of these pairs, if some changed. */
    Interval widened(double value, Interval interval) {
        var mean = (better - worse) / pairs;
        var error = Math.sqrt(((better + worse) / pairs - mean * mean) / pairs);
        return error > 0
                ? widened(value, interval, interval.width() / 2 / Normal.critical(interval.level()) / error)
                : interval;
    }

    /** Returns an interval with bounds so many times as far away as Tango's of these pairs. */
    Interval widened(double value, Interval interval, double times) {
        var mean = (better - worse) / pairs;
        var tango = Proportions.tango(new PairedCounts(0, better, worse, pairs - better - worse), interval.level());
        var lower = Math.min(interval.lower(), value - times * (mean - tango.lower()));
        var upper = Math.max(interval.upper(), value + times * (tango.upper() - mean));
        return new Interval(lower, upper, interval.level(), interval.method() + ", out to tango");
    }
}
