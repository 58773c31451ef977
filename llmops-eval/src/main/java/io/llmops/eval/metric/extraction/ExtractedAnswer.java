package io.llmops.eval.metric.extraction;

import java.util.Objects;

/**
 * An answer taken from a text, and how sure the system is that there is none. Immutable.
 *
 * @param text the answer; empty to say that there is none
 * @param noAnswerProbability from 0 to 1
 */
public record ExtractedAnswer(String text, double noAnswerProbability) {

    /**
     * Checks the probability.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public ExtractedAnswer {
        Objects.requireNonNull(text, "text");
        if (!(noAnswerProbability >= 0 && noAnswerProbability <= 1)) {
            throw new IllegalArgumentException("expected a probability from 0 to 1, found " + noAnswerProbability);
        }
    }
}
