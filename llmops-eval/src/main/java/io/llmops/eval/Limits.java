package io.llmops.eval;

import java.time.Duration;
import java.util.Optional;

/**
 * When an evaluation has had enough. Immutable.
 *
 * @param example how long one example may take
 * @param run how long all may take
 * @param failures how many may fail
 * @param failedShare which share of them may fail, once there are {@link #ENOUGH}
 */
record Limits(Optional<Duration> example, Optional<Duration> run, long failures, double failedShare) {

    /** Of fewer observations a share says nothing. */
    static final long ENOUGH = 20;

    static Limits none() {
        return new Limits(Optional.empty(), Optional.empty(), Long.MAX_VALUE, 1);
    }

    Limits withExample(Duration limit) {
        return new Limits(Optional.of(requirePositive(limit)), run, failures, failedShare);
    }

    Limits withRun(Duration limit) {
        return new Limits(example, Optional.of(requirePositive(limit)), failures, failedShare);
    }

    Limits withFailures(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("expected a number of failures of 0 or more, found " + most);
        }
        return new Limits(example, run, most, failedShare);
    }

    Limits withFailedShare(double most) {
        if (!(most >= 0 && most <= 1)) {
            throw new IllegalArgumentException("expected a share from 0 to 1, found " + most);
        }
        return new Limits(example, run, failures, most);
    }

    private static Duration requirePositive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("expected a time above 0, found " + limit);
        }
        return limit;
    }

    /** Returns why so many failures are too many, if they are. */
    Optional<String> tooMany(long failed, long done) {
        if (failed > failures) {
            return Optional.of(failed + " of " + done + " observations failed, more than the " + failures + " allowed");
        }
        return done >= ENOUGH && failed > failedShare * done
                ? Optional.of(failed + " of " + done + " observations failed, more than the share of " + failedShare
                        + " allowed")
                : Optional.empty();
    }
}
