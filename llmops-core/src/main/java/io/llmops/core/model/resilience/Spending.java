package io.llmops.core.model.resilience;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What was spent, or would be. Immutable.
 *
 * @param calls calls to the model, failed ones included
 * @param tokens tokens sent and received
 * @param money what they cost; 0 without prices
 */
public record Spending(long calls, long tokens, BigDecimal money) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Nothing. */
    public static final Spending NONE = new Spending(0, 0, BigDecimal.ZERO);

    /**
     * Returns the sum of this and another.
     *
     * @param other the other
     * @return the sum
     */
    public Spending plus(Spending other) {
        return new Spending(calls + other.calls, tokens + other.tokens, money.add(other.money));
    }

    Spending minus(Spending other) {
        return new Spending(calls - other.calls, tokens - other.tokens, money.subtract(other.money));
    }
}
