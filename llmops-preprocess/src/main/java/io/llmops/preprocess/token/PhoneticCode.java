package io.llmops.preprocess.token;

/** Ways of writing a word as it sounds, as Apache Commons Codec does them. Immutable. */
public enum PhoneticCode {
    /** American Soundex: a letter and three digits. */
    SOUNDEX,
    /** Metaphone (Philips 1990), whole. */
    METAPHONE,
    /** Double Metaphone (Philips 2000), the primary code, whole. */
    DOUBLE_METAPHONE,
    /** The New York State Identification and Intelligence System's code, whole. */
    NYSIIS,
    /** The Match Rating Approach's code: up to six letters. */
    MATCH_RATING,
    /** Kölner Phonetik, for German. */
    COLOGNE
}
