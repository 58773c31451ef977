package io.llmops.samples.peers;

import io.llmops.samples.benchmarks.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs two jobs in turn, so that neither profits from a warmer machine, and compares the medians. */
final class Race {

    private static final int RUNS = 7;
    private static final double MILLIS = 1e6;

    private Race() {}

    static Line of(String what, Callable<?> ours, String peer, Callable<?> theirs) throws Exception {
        var ourTimes = new ArrayList<Double>();
        var theirTimes = new ArrayList<Double>();
        for (var run = 0; run <= RUNS; run++) {
            ourTimes.add(millis(ours));
            theirTimes.add(millis(theirs));
        }
        return Line.of(what, "ms", median(ourTimes), peer, median(theirTimes));
    }

    private static double millis(Callable<?> job) throws Exception {
        var start = System.nanoTime();
        job.call();
        return (System.nanoTime() - start) / MILLIS;
    }

    private static double median(List<Double> times) {
        return times.stream().skip(1).sorted().toList().get(RUNS / 2);
    }
}
