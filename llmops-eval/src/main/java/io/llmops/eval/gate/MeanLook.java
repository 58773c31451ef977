package io.llmops.eval.gate;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.gate.Condition.Checked;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.stats.ConfidenceSequence;
import io.llmops.eval.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Looks at the mean of one number an example. Two sequences say at any time where the mean of all examples, and of their
 * squares, will lie; if the rule comes to the same at all corners of that box, it will come to that.
 */
final class MeanLook<O, R> implements Look<O, R> {

    private static final double STEP = 1.05;
    private static final int FEW = 30;

    private final Rule rule;
    private final Setting<O, R> setting;
    private final ConfidenceSequence means;
    private final ConfidenceSequence squares;
    private final double largest;
    private boolean whole;
    private long seen;
    private long excluded;
    private long failed;
    private long next = 1;
    private double sum;
    private double sumOfSquares;

    /**
     * How to look.
     *
     * @param value of the repeats of one example, empty if nobody knows it
     * @param range of the values
     * @param forecast the interval of all
     * @param miss the chance that a sequence is wrong at any time
     * @param examples how many there are
     */
    record Setting<O, R>(
            Function<List<? extends Observation<?, O, R>>, OptionalDouble> value,
            Range range,
            Forecast forecast,
            double miss,
            long examples) {}

    MeanLook(Rule rule, Setting<O, R> setting) {
        this.rule = rule;
        this.setting = setting;
        var range = setting.range();
        var level = 1 - setting.miss() / 2;
        whole = setting.forecast().unit();
        largest = Math.max(range.min() * range.min(), range.max() * range.max());
        means = ConfidenceSequence.withoutReplacement(range.min(), range.max(), level, setting.examples());
        squares = ConfidenceSequence.withoutReplacement(0, largest, level, setting.examples());
    }

    @Override
    public void add(List<? extends Observation<?, O, R>> repeats) {
        seen++;
        if (repeats.stream().anyMatch(one -> one.outcome() instanceof Outcome.Failed<?>)) {
            failed++;
        }
        var value = setting.value().apply(repeats);
        if (value.isEmpty()) {
            excluded++;
            return;
        }
        var x = setting.range().clamp(value.getAsDouble());
        whole &= x == Math.rint(x);
        sum += x;
        sumOfSquares += x * x;
        means.add(x);
        squares.add(x * x);
    }

    @Override
    public Optional<Checked> certain() {
        if (excluded > 0) {
            return excluded > rule.allowedExcluded() * setting.examples()
                    ? Optional.of(withoutScores())
                    : Optional.empty();
        }
        if (seen < next || (!setting.forecast().unit() && setting.examples() < FEW)) {
            return Optional.empty();
        }
        next = Math.max(seen + 1, (long) Math.ceil(seen * STEP));
        var mean = means.interval();
        return atCorners(mean).map(decision -> Checked.of(finding(mean, decision)));
    }

    private Finding finding(Interval mean, Decision decision) {
        var value = sum / seen;
        var more = decision == Decision.INCONCLUSIVE
                ? setting.forecast().more(rule, value, sumOfSquares / seen, whole)
                : OptionalLong.empty();
        var missing = more.isPresent() ? "; about " + more.getAsLong() + " more than those would decide it" : "";
        return new Finding(
                rule.requirement(),
                new Estimate(value, Optional.of(mean), seen, 0, Reach.at(value)),
                decision,
                more,
                Shown.number(value) + ", n " + seen + "; of all " + setting.examples() + " it will be "
                        + Shown.interval(mean) + "; anywhere in there it comes to " + decision + missing);
    }

    /** The square of a rate is the rate itself: there the box is a line. */
    private Optional<Decision> atCorners(Interval mean) {
        var isRate = whole && setting.range().min() == 0;
        var square = isRate ? mean : squares.interval();
        var decided = decide(mean.lower(), square.lower());
        var by = (double) failed
                / seen
                * (setting.range().max() - setting.range().min());
        for (var s : isRate ? new double[] {0} : new double[] {square.lower(), square.upper()}) {
            for (var m : new double[] {mean.lower(), mean.upper()}) {
                var turned = failed > 0
                        && decided != Decision.INCONCLUSIVE
                        && (decide(m - by, s) != decided || decide(m + by, s) != decided);
                if (turned || decide(m, s) != decided) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(decided);
    }

    private Decision decide(double mean, double square) {
        var m = setting.range().clamp(mean);
        var most = whole ? Math.min(largest, Math.max(Math.abs(m), square)) : largest;
        return setting.forecast().decide(rule, m, Math.max(m * m, Math.min(most, square)), whole);
    }

    private Checked withoutScores() {
        return Checked.of(Finding.undefined(
                rule.requirement(),
                excluded + " of the first " + seen + " of " + setting.examples() + " examples have no score"));
    }
}
