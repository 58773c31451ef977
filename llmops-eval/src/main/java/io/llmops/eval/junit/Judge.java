package io.llmops.eval.junit;

import io.llmops.eval.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns decisions into what JUnit knows. A test that is to be aborted is so at its end, for a failure that comes after the
 * inconclusive assertion counts more; the log, which holds no examples, warns at once, for many build tools show a
 * skipped test by its number alone. Safe for use by many threads.
 */
final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    private final Inconclusive inconclusive;
    private final boolean hasAnEnd;
    private final List<TestAbortedException> undecided = new ArrayList<>();

    /** A judge of something that ends and is asked then to {@link #abort}, or of something that is not. */
    Judge(Inconclusive inconclusive, boolean hasAnEnd) {
        this.inconclusive = inconclusive;
        this.hasAnEnd = hasAnEnd;
    }

    void decide(TestName test, Verdict verdict, Supplier<String> message) {
        switch (verdict.decision()) {
            case PASS -> {}
            case FAIL -> throw failure(message.get());
            case INCONCLUSIVE -> undecided(test, verdict, message);
        }
    }

    static AssertionFailedError failure(String message) {
        return new AssertionFailedError(message);
    }

    private void undecided(TestName test, Verdict verdict, Supplier<String> message) {
        switch (inconclusive) {
            case PASS -> {}
            case FAIL -> throw failure(message.get());
            case ABORT -> {
                LOG.warn("{} is skipped, which is not passed: {}", test, verdict);
                var aborted = new TestAbortedException(message.get());
                if (!hasAnEnd) {
                    throw aborted;
                }
                synchronized (undecided) {
                    undecided.add(aborted);
                }
            }
        }
    }

    /** Aborts the test if an assertion was inconclusive; the first one says why, the others are with it. */
    void abort() {
        synchronized (undecided) {
            if (!undecided.isEmpty()) {
                var first = undecided.get(0);
                undecided.stream().skip(1).forEach(first::addSuppressed);
                throw first;
            }
        }
    }
}
