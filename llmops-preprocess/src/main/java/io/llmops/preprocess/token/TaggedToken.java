package io.llmops.preprocess.token;

import java.util.Objects;

/**
 * A word with its part of speech and its lemma. A token that holds several words (weren't, German im) comes once for each
 * of them, at the same place. Immutable.
 *
 * @param token the token the word is in
 * @param tag what it is
 * @param lemma the form a dictionary lists
 */
public record TaggedToken(Token token, PartOfSpeech tag, String lemma) {

    /** Checks that nothing is missing. */
    public TaggedToken {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(lemma, "lemma");
    }
}
