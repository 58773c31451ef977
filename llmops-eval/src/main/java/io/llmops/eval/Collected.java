package io.llmops.eval;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Counts results, keeps them by their index unless they are kept elsewhere, and tells the listener. */
final class Collected<T extends Observation<?, ?, ?>> {

    private final List<T> results = new ArrayList<>();
    private final boolean elsewhere;
    private final ProgressListener listener;
    private final OptionalLong total;
    private final long start = System.nanoTime();
    private long done;
    private long resumed;
    private long abstained;
    private long failed;
    private Usage usage = Usage.NONE;

    Collected(boolean elsewhere, ProgressListener listener, OptionalLong total) {
        this.elsewhere = elsewhere;
        this.listener = listener;
        this.total = total;
    }

    void accept(long index, T result, boolean known) {
        if (!elsewhere) {
            keep(index, result);
        }
        done++;
        abstained += result.outcome() instanceof Outcome.Abstained<?> ? 1 : 0;
        failed += result.outcome() instanceof Outcome.Failed<?> ? 1 : 0;
        if (known) {
            resumed++;
        } else {
            usage = usage.plus(result.trace().usage());
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - start);
        listener.onProgress(new Progress(done, total, resumed, abstained, failed, usage, elapsed));
    }

    private void keep(long index, T result) {
        while (results.size() <= index) {
            results.add(result);
        }
        results.set((int) index, result);
    }

    long done() {
        return done;
    }

    long failed() {
        return failed;
    }

    List<T> inOrder() {
        return results;
    }
}
