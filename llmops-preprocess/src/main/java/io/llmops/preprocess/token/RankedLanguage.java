package io.llmops.preprocess.token;

import java.util.Objects;

/**
 * A language a text may be in. Immutable.
 *
 * @param code its ISO 639-1 code, as the shelves use it; its ISO 639-3 code if there is no shorter one
 * @param ratio how likely it is beside the likeliest, above 0; 1 for that one
 */
public record RankedLanguage(String code, double ratio) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the ratio is not in (0, 1]
     */
    public RankedLanguage {
        Objects.requireNonNull(code, "code");
        if (!(ratio > 0 && ratio <= 1)) {
            throw new IllegalArgumentException("expected 0 < ratio <= 1, found " + ratio);
        }
    }
}
