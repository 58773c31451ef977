package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.stats.Interval;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Decides on evidence. The interval is put to the rule three times: as it is, and shifted to where the value would have
 * been had the failed observations been answered at their worst and at their best. Only what holds all three times is
 * decided.
 *
 * @param requirement what is asked
 * @param allowedExcluded which share of observations may have no score
 * @param passes whether an interval shows that the requirement is met
 * @param fails whether an interval shows that it is not; asked where it does not pass
 */
record Rule(Requirement requirement, double allowedExcluded, Predicate<Interval> passes, Predicate<Interval> fails) {

    Decision decide(Interval pass, Interval fail) {
        return passes.test(pass) ? Decision.PASS : fails.test(fail) ? Decision.FAIL : Decision.INCONCLUSIVE;
    }

    /**
     * Returns what evidence comes to.
     *
     * @param examples how many there are of; more of them would be counted in the same unit
     */
    Finding finding(Evidence evidence, long examples, Levels levels) {
        var passing = evidence.at(levels.pass());
        var failing = levels.fail() == levels.pass() ? passing : evidence.at(levels.fail());
        var numbers = Shown.numbers(passing);
        if (passing.interval().isEmpty() || failing.interval().isEmpty()) {
            return open(passing, numbers + "; no method gives it an interval");
        }
        var forPass = passing.interval().get();
        var forFail = failing.interval().get();
        if (forPass.width() == 0 || forFail.width() == 0) {
            return open(passing, numbers + "; an interval without width is no evidence");
        }
        var all = passing.n() + passing.excluded();
        if (passing.excluded() > allowedExcluded * all) {
            return open(passing, numbers + "; " + passing.excluded() + " of " + all + " observations have no score");
        }
        var decided = decide(forPass, forFail);
        if (decided == Decision.INCONCLUSIVE) {
            var stricter = levels.fail() > levels.pass() ? failing : passing;
            var more = new Sizing(this, evidence, levels).more(passing.value(), forPass, forFail, examples);
            return new Finding(
                    requirement, Shown.finite(stricter), decided, more, Shown.numbers(stricter) + missing(more));
        }
        var shown = decided == Decision.PASS ? passing : failing;
        var reach = shown.reach();
        var down = reach.lowest() - shown.value();
        var up = reach.highest() - shown.value();
        if (decide(Shown.shifted(forPass, down), Shown.shifted(forFail, down)) != decided
                || decide(Shown.shifted(forPass, up), Shown.shifted(forFail, up)) != decided) {
            return open(
                    shown,
                    Shown.numbers(shown) + "; the failed observations alone could turn it from " + decided
                            + "; answered, they could make it "
                            + Shown.number(reach.lowest()) + " to "
                            + Shown.number(reach.highest()));
        }
        return Finding.of(requirement, Shown.finite(shown), decided, Shown.numbers(shown));
    }

    private Finding open(Estimate estimate, String reason) {
        return Finding.of(requirement, Shown.finite(estimate), Decision.INCONCLUSIVE, reason);
    }

    private static String missing(OptionalLong more) {
        return more.isPresent()
                ? "; about " + more.getAsLong() + " more examples would decide it"
                : "; no number of examples is likely to decide it";
    }
}
