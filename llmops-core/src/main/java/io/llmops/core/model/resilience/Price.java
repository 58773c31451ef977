package io.llmops.core.model.resilience;

import java.math.BigDecimal;

/**
 * What a model's tokens cost, in any one currency. Immutable.
 *
 * @param inputPerMillion for a million tokens sent
 * @param outputPerMillion for a million tokens received
 */
public record Price(BigDecimal inputPerMillion, BigDecimal outputPerMillion) {

    private static final int MILLION_DIGITS = 6;

    /** Refuses negative prices, and drops zeros that say nothing. */
    public Price {
        if (inputPerMillion.signum() < 0 || outputPerMillion.signum() < 0) {
            throw new IllegalArgumentException(
                    "expected prices of 0 or more, found " + inputPerMillion + " and " + outputPerMillion);
        }
        inputPerMillion = inputPerMillion.stripTrailingZeros();
        outputPerMillion = outputPerMillion.stripTrailingZeros();
    }

    /**
     * Returns a price.
     *
     * @param inputPerMillion for a million tokens sent, e.g. {@code "0.15"}
     * @param outputPerMillion for a million tokens received
     * @return the price
     */
    public static Price of(String inputPerMillion, String outputPerMillion) {
        return new Price(new BigDecimal(inputPerMillion), new BigDecimal(outputPerMillion));
    }

    /**
     * Returns what a call costs.
     *
     * @param inputTokens tokens sent
     * @param outputTokens tokens received
     * @return the cost, exactly
     */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return inputPerMillion
                .multiply(BigDecimal.valueOf(inputTokens))
                .add(outputPerMillion.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION_DIGITS);
    }
}
