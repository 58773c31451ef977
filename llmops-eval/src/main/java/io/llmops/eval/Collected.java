package io.llmops.eval;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Keeps results by their index and tells the listener. */
final class Collected<T extends Observation<?, ?, ?>> {

    private final List<T> results = new ArrayList<>();
    private final ProgressListener listener;
    private final OptionalLong total;
    private final long start = System.nanoTime();
    private long done;
    private long abstained;
    private long failed;

    Collected(ProgressListener listener, OptionalLong total) {
        this.listener = listener;
        this.total = total;
    }

    void accept(long index, T result) {
        while (results.size() <= index) {
            results.add(result);
        }
        results.set((int) index, result);
        done++;
        abstained += result.outcome() instanceof Outcome.Abstained<?> ? 1 : 0;
        failed += result.outcome() instanceof Outcome.Failed<?> ? 1 : 0;
        listener.onProgress(new Progress(done, total, abstained, failed, Duration.ofNanos(System.nanoTime() - start)));
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
