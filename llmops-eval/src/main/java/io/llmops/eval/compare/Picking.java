package io.llmops.eval.compare;

import io.llmops.eval.metric.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Chooses among those that can't be told from the best. */
final class Picking {

    private Picking() {}

    static <O, R> Pick<O, R> from(String metric, List<Standing<O, R>> standings, PairTests<O, R> tests) {
        var tied = standings.stream().filter(Standing::isTiedWithFirst).toList();
        var first = tied.get(0);
        if (tied.size() == 1) {
            return new Pick<>(first.candidate(), value(metric, first) + ", better than all others by more than chance");
        }
        var priced =
                tied.stream().allMatch(one -> one.candidate().costPerThousand().isPresent());
        var chosen = tied.stream()
                .min(priced ? Comparator.comparing(Picking::cost) : Comparator.comparing(Picking::time))
                .orElse(first);
        var why = (priced ? "the cheapest" : "the quickest") + " of " + tied.size() + " that cannot be told apart ("
                + (priced ? costs(chosen, tied) : times(chosen, tied)) + ")";
        if (chosen.equals(first)) {
            return new Pick<>(first.candidate(), value(metric, first) + ", the best value; " + why);
        }
        return new Pick<>(
                chosen.candidate(),
                value(metric, chosen) + ", " + why + "; against '"
                        + first.candidate().name() + "' with " + value(metric, first) + " it changes by "
                        + change(tests.fromFirst(standings.indexOf(chosen)).change()));
    }

    private static BigDecimal cost(Standing<?, ?> one) {
        return one.candidate().costPerThousand().orElseThrow();
    }

    private static Duration time(Standing<?, ?> one) {
        return one.candidate().medianTime().orElse(Duration.ZERO);
    }

    private static String costs(Standing<?, ?> chosen, List<? extends Standing<?, ?>> tied) {
        return tied.stream()
                        .map(one ->
                                (one.equals(chosen) ? "" : "'" + one.candidate().name() + "' ")
                                        + cost(one).round(new MathContext(3)).toPlainString())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                + " for 1,000 examples";
    }

    private static String times(Standing<?, ?> chosen, List<? extends Standing<?, ?>> tied) {
        return tied.stream()
                        .map(one ->
                                (one.equals(chosen) ? "" : "'" + one.candidate().name() + "' ")
                                        + time(one).toMillis() + " ms")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                + " at the median";
    }

    private static String value(String metric, Standing<?, ?> one) {
        return metric + " " + number(one.value().value());
    }

    private static String change(MetricValue change) {
        return change.match(
                estimate -> number(estimate.value())
                        + estimate.interval()
                                .map(interval ->
                                        " [" + number(interval.lower()) + ", " + number(interval.upper()) + "]")
                                .orElse(""),
                reason -> "an undefined amount: " + reason);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
