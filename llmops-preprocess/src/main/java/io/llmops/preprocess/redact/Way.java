package io.llmops.preprocess.redact;

import io.llmops.core.pipeline.Description;
import java.util.Optional;

/**
 * What is put in the place of something found. The shelf {@link Ways} has the customary ones.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Way {

    /**
     * Returns what stands in the text instead.
     *
     * @param type what was found
     * @param found its characters
     * @return the replacement; empty to remove it
     */
    String replace(EntityType type, String found);

    /**
     * Returns what this way is and how it is set, without any key, or empty if it cannot tell (a lambda).
     *
     * @return the description
     */
    default Optional<Description> describe() {
        return Optional.empty();
    }
}
