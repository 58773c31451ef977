package io.llmops.eval.compare;

import java.util.List;
import java.util.Optional;

/** Whom no other beats in quality, cost and time together. */
final class ParetoFront {

    private ParetoFront() {}

    /** The candidates on the front; {@code ranked} has the best first. */
    static <O, R> List<Candidate<O, R>> of(String metric, List<Candidate<O, R>> ranked) {
        return ranked.stream()
                .filter(one -> ranked.stream().noneMatch(other -> beats(metric, ranked, other, one)))
                .toList();
    }

    private static <O, R> boolean beats(
            String metric, List<Candidate<O, R>> ranked, Candidate<O, R> one, Candidate<O, R> other) {
        var same = one.run()
                .metric(metric)
                .estimate()
                .map(e -> e.value())
                .equals(other.run().metric(metric).estimate().map(e -> e.value()));
        var quality = same ? 0 : Integer.compare(ranked.indexOf(one), ranked.indexOf(other));
        var cost = compare(one.costPerThousand(), other.costPerThousand());
        var time = compare(one.medianTime(), other.medianTime());
        return quality <= 0 && cost <= 0 && time <= 0 && (quality < 0 || cost < 0 || time < 0);
    }

    /** Below 0 if the first is less; 0 if one is unknown. */
    private static <T extends Comparable<T>> int compare(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() ? one.get().compareTo(other.get()) : 0;
    }
}
