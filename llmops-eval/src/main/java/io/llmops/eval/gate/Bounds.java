package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.stats.Interval;
import java.util.Locale;
import java.util.function.Function;

/**
 * Decides on an estimate. The interval is put to the rule three times: as it is, and shifted to where the value would
 * have been had the failed observations been answered at their worst and at their best. Only what holds all three times
 * is decided.
 */
final class Bounds {

    private Bounds() {}

    /** What a rule says of an interval, and in which words. */
    record Rule(String condition, String metric, double allowedExcluded, Function<Interval, Decision> decision) {

        Finding finding(Estimate estimate) {
            var numbers = numbers(estimate);
            if (estimate.interval().isEmpty()) {
                return finding(estimate, Decision.INCONCLUSIVE, numbers + "; no method gives it an interval");
            }
            var interval = estimate.interval().get();
            if (interval.width() == 0) {
                return finding(estimate, Decision.INCONCLUSIVE, numbers + "; an interval without width is no evidence");
            }
            var all = estimate.n() + estimate.excluded();
            if (estimate.excluded() > allowedExcluded * all) {
                return finding(
                        estimate,
                        Decision.INCONCLUSIVE,
                        numbers + "; " + estimate.excluded() + " of " + all + " observations have no score");
            }
            var decided = decision.apply(interval);
            var worst = decision.apply(shifted(interval, estimate.reach().lowest() - estimate.value()));
            var best = decision.apply(shifted(interval, estimate.reach().highest() - estimate.value()));
            if (decided != Decision.INCONCLUSIVE && (worst != decided || best != decided)) {
                return finding(
                        estimate,
                        Decision.INCONCLUSIVE,
                        numbers + "; the failed observations alone could turn it from " + decided
                                + "; answered, they could make it "
                                + number(estimate.reach().lowest()) + " to "
                                + number(estimate.reach().highest()));
            }
            return finding(estimate, decided, numbers);
        }

        private Finding finding(Estimate estimate, Decision decided, String reason) {
            return new Finding(condition, metric, estimate, decided, reason);
        }
    }

    private static Interval shifted(Interval interval, double by) {
        var far = Double.MAX_VALUE;
        return new Interval(
                Math.max(-far, Math.min(far, interval.lower() + by)),
                Math.max(-far, Math.min(far, interval.upper() + by)),
                interval.level(),
                interval.method());
    }

    /** Returns the numbers a decision is made on. */
    static String numbers(Estimate estimate) {
        return number(estimate.value())
                + estimate.interval()
                        .map(interval -> String.format(
                                Locale.ROOT,
                                " [%s, %s] (%.0f %%, %s)",
                                number(interval.lower()),
                                number(interval.upper()),
                                100 * interval.level(),
                                interval.method()))
                        .orElse("")
                + ", n " + estimate.n();
    }

    static String number(double number) {
        var text = String.format(Locale.ROOT, "%.4f", number);
        return text.equals("-0.0000") ? "0.0000" : text;
    }
}
