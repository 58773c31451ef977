package io.llmops.core.model.resilience;

import io.llmops.core.model.decorate.Timekeeper;
import java.time.Duration;

/** Counts calls that fail in the same way one after another, and refuses more of them but for a probe now and then. */
final class IdenticalFailures {

    private final int most;
    private final Duration probeEvery;
    private final Timekeeper time;
    private String kind = "";
    private String name = "";
    private int count;
    private long lastProbe;

    IdenticalFailures(int most, Duration probeEvery, Timekeeper time) {
        this.most = most;
        this.probeEvery = probeEvery;
        this.time = time;
    }

    /** Whether this call is a probe, to be made once; an exception if it is not to be made at all. */
    synchronized boolean probing() {
        if (count < most) {
            return false;
        }
        if (time.nanos() - lastProbe < probeEvery.toNanos()) {
            throw new RepeatedFailureException(count, name);
        }
        lastProbe = time.nanos();
        return true;
    }

    synchronized void succeeded() {
        count = 0;
    }

    synchronized void failed(Throwable failure) {
        var found = Failures.kind(failure);
        count = count > 0 && found.equals(kind) ? count + 1 : 1;
        kind = found;
        name = Failures.name(failure);
        if (count == most) {
            lastProbe = time.nanos();
        }
    }
}
