package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many observations came to what, and for which reasons. */
final class Tally {

    private final Map<String, Long> abstained = new LinkedHashMap<>();
    private final Map<String, Long> failed = new LinkedHashMap<>();
    private final long size;
    private long right;
    private long answered;

    Tally(List<? extends Observation<?, ?, ?>> observations) {
        size = observations.size();
        for (var observation : observations) {
            if (observation.outcome() instanceof Outcome.Abstained<?> one) {
                abstained.merge(one.reason(), 1L, Long::sum);
            } else if (observation.outcome() instanceof Outcome.Failed<?> one) {
                failed.merge("stage '" + one.stage() + "': " + one.reason(), 1L, Long::sum);
            } else {
                answered++;
                right += observation.isRight() ? 1 : 0;
            }
        }
    }

    long size() {
        return size;
    }

    long answered() {
        return answered;
    }

    /** Returns how many answers equal their reference. */
    long right() {
        return right;
    }

    long abstained() {
        return total(abstained);
    }

    long failed() {
        return total(failed);
    }

    private static long total(Map<String, Long> reasons) {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the reasons of abstentions, the most frequent first. */
    List<Map.Entry<String, Long>> abstentions() {
        return sorted(abstained);
    }

    /** Returns the stages and reasons of failures, the most frequent first. */
    List<Map.Entry<String, Long>> failures() {
        return sorted(failed);
    }

    private static List<Map.Entry<String, Long>> sorted(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
    }
}
