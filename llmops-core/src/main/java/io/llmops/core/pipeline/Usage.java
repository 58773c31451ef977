package io.llmops.core.pipeline;

/**
 * What calls to models used up. Counts that a model did not report are 0, and {@code unreported} says for how many
 * calls that was so. Immutable.
 *
 * @param calls calls made
 * @param inputTokens tokens sent
 * @param outputTokens tokens received
 * @param unreported calls of which the token counts are not known
 */
public record Usage(long calls, long inputTokens, long outputTokens, long unreported) {

    /** Nothing used. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public Usage {
        if (calls < 0 || inputTokens < 0 || outputTokens < 0 || unreported < 0) {
            throw new IllegalArgumentException("expected counts of 0 or more, found calls " + calls + ", input tokens "
                    + inputTokens + ", output tokens " + outputTokens + ", unreported " + unreported);
        }
    }

    /**
     * Returns the sum of this and another.
     *
     * @param other the other
     * @return the sum, count by count
     */
    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                unreported + other.unreported);
    }
}
