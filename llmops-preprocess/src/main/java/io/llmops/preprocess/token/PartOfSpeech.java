package io.llmops.preprocess.token;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A part of speech: the universal tags of Universal Dependencies, version 2. Immutable. */
public enum PartOfSpeech {
    /** Adjective. */
    ADJ,
    /** Preposition or postposition. */
    ADP,
    /** Adverb. */
    ADV,
    /** Auxiliary verb, the copula included. */
    AUX,
    /** Coordinating conjunction. */
    CCONJ,
    /** Determiner. */
    DET,
    /** Interjection. */
    INTJ,
    /** Noun. */
    NOUN,
    /** Numeral. */
    NUM,
    /** Particle: the English infinitive's to, a possessive 's, a negation. */
    PART,
    /** Pronoun. */
    PRON,
    /** Proper noun. */
    PROPN,
    /** Punctuation. */
    PUNCT,
    /** Subordinating conjunction. */
    SCONJ,
    /** Symbol. */
    SYM,
    /** Verb. */
    VERB,
    /** Anything else. */
    X;

    private static final Map<String, PartOfSpeech> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(PartOfSpeech::name, tag -> tag));

    static PartOfSpeech named(String name) {
        return BY_NAME.getOrDefault(name, X);
    }
}
