package io.llmops.eval.compare;

import java.util.Objects;

/**
 * How large a change is, apart from how sure it is. Immutable.
 *
 * @param method {@code Cohen's h} of two rates, {@code Cohen's d} of pairs otherwise (Cohen 1988)
 * @param value positive where the other run is higher, finite
 */
public record EffectSize(String method, double value) {

    private static final double SMALL = 0.2;
    private static final double MEDIUM = 0.5;
    private static final double LARGE = 0.8;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public EffectSize {
        Objects.requireNonNull(method, "method");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a finite effect size, found " + value);
        }
    }

    /** {@return Cohen's word for the size: negligible, small (from 0.2), medium (from 0.5) or large (from 0.8)} */
    public String word() {
        var size = Math.abs(value);
        return size >= LARGE ? "large" : size >= MEDIUM ? "medium" : size >= SMALL ? "small" : "negligible";
    }
}
