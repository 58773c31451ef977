package io.llmops.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A measured run.
 *
 * @param seconds on the clock
 * @param cpu seconds of the processors, by all threads of this process, in steps of 0.01
 */
record Span(double seconds, double cpu) {

    private static final double NANOS = 1e9;

    /** Returns how long work takes. */
    static Span of(Callable<?> work) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = system.getProcessCpuTime();
        var start = System.nanoTime();
        work.call();
        return new Span((System.nanoTime() - start) / NANOS, (system.getProcessCpuTime() - cpu) / NANOS);
    }

    /** Returns the spans of so many runs after one that does not count. */
    static List<Span> warm(int runs, Callable<?> work) throws Exception {
        work.call();
        var spans = new ArrayList<Span>();
        for (var run = 0; run < runs; run++) {
            spans.add(of(work));
        }
        return spans;
    }

    static double medianSeconds(List<Span> spans) {
        return spans.stream().mapToDouble(Span::seconds).sorted().toArray()[spans.size() / 2];
    }

    /** Returns the mean, for the steps are too large for the processor time of one run. */
    static double meanCpu(List<Span> spans) {
        return spans.stream().mapToDouble(Span::cpu).average().orElseThrow();
    }
}
