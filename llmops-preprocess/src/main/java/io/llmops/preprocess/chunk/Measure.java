package io.llmops.preprocess.chunk;

import io.llmops.core.pipeline.Description;
import java.util.Optional;

/** What sizes are counted in. Implementations are safe for use by many threads. */
sealed interface Measure permits CharacterMeasure, TokenMeasure {

    /** The number of units of a text by itself. */
    int count(String text);

    /** Where the units of a text start. */
    Units units(String text);

    Optional<Description> describe();
}
