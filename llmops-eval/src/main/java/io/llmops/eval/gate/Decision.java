package io.llmops.eval.gate;

/** What a gate says. Immutable. */
public enum Decision {
    /** The requirement is met, as far as the data can show. */
    PASS,
    /** The data show that the requirement is not met. */
    FAIL,
    /** The data do not show either. */
    INCONCLUSIVE;

    /** {@return the decision of two conditions that both have to hold} */
    Decision and(Decision other) {
        if (this == FAIL || other == FAIL) {
            return FAIL;
        }
        return this == PASS ? other : INCONCLUSIVE;
    }

    /** {@return the decision of two conditions of which one has to hold} */
    Decision or(Decision other) {
        if (this == PASS || other == PASS) {
            return PASS;
        }
        return this == FAIL ? other : INCONCLUSIVE;
    }
}
