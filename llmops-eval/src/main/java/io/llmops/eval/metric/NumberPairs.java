package io.llmops.eval.metric;

/**
 * Reads the reference and the answer of an observation as numbers, in this order; an observation without an answer has no
 * row. Safe for use by many threads.
 */
public enum NumberPairs implements RowReader<Number, Number> {
    /** The reader. */
    READER;

    @Override
    public boolean read(Observation<?, ? extends Number, ? extends Number> observation, double[] into) {
        into[0] = finite(observation, "reference", observation.reference());
        return observation
                .outcome()
                .match(
                        answer -> {
                            into[1] = finite(observation, "answer", answer);
                            return true;
                        },
                        reason -> false,
                        (stage, reason) -> false);
    }

    private static double finite(Observation<?, ?, ?> observation, String what, Number number) {
        var value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "example '" + observation.id() + "': expected a finite " + what + ", found " + value);
        }
        return value + 0.0;
    }
}
