package io.llmops.eval.report;

import io.llmops.eval.metric.Observation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The times of observations in order. */
final class Times {

    private final long[] nanos;

    Times(List<? extends Observation<?, ?, ?>> observations) {
        nanos = observations.stream()
                .mapToLong(observation -> observation.time().toNanos())
                .sorted()
                .toArray();
    }

    boolean isEmpty() {
        return nanos.length == 0;
    }

    int size() {
        return nanos.length;
    }

    /** Returns the least time that a share of the observations did not exceed. */
    Duration quantile(double share) {
        return Duration.ofNanos(nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)]);
    }

    /** Returns how many times are in each of some bins of equal width from 0 to a time; what is longer is in the last. */
    int[] histogram(int bins, Duration longest) {
        var counts = new int[bins];
        var width = Math.max(1, longest.toNanos() / (double) bins);
        Arrays.stream(nanos).forEach(time -> counts[(int) Math.min(bins - 1, time / width)]++);
        return counts;
    }
}
