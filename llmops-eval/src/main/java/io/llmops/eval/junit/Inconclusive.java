package io.llmops.eval.junit;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a test whose data show neither that a requirement is met nor that it is not. Immutable. */
public enum Inconclusive {
    /** The test is aborted at its end, shown as skipped, with what is missing; a later failure of it is still seen. */
    ABORT,
    /** The test fails: a release wants evidence. */
    FAIL,
    /** The test passes. */
    PASS;

    /**
     * The system property or JUnit configuration parameter that says it for all tests, {@code abort}, {@code fail} or
     * {@code pass}; it is stronger than {@link WhenInconclusive}, for who runs a suite knows what the answer is for.
     */
    public static final String PROPERTY = "llmops.inconclusive";

    static Inconclusive parse(String text) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected " + PROPERTY + " to be abort, fail or pass, found another value"));
    }
}
