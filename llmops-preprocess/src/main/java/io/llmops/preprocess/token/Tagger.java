package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Stage;
import java.util.List;

/**
 * Gives each word of a text its part of speech and its lemma. It takes all tokens of a text, in order and unchanged (case
 * and punctuation help it), and returns them in order; a token that holds several words comes several times.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Tagger extends Stage<List<Token>, List<TaggedToken>> {}
