package io.llmops.preprocess.token;

/** What a token is. Immutable. */
public enum TokenType {
    /** A word of an alphabet, which may hold digits. */
    WORD,
    /** A number. */
    NUMBER,
    /** A Chinese character, or several that are one word. */
    IDEOGRAPHIC,
    /** Japanese hiragana. */
    HIRAGANA,
    /** Japanese katakana. */
    KATAKANA,
    /** A Korean word. */
    HANGUL,
    /** A run of Thai, Lao, Khmer or Myanmar, which are written without spaces. */
    SOUTHEAST_ASIAN,
    /** An emoji, with its modifiers. */
    EMOJI,
    /** A web address. */
    URL,
    /** An e-mail address. */
    EMAIL,
    /** Punctuation or a symbol. */
    PUNCTUATION,
    /** A user-perceived character. */
    GRAPHEME,
    /** A sentence. */
    SENTENCE,
    /** Several neighbouring tokens or characters as one. */
    NGRAM,
    /** A noun and what stands before it in its phrase. */
    NOUN_PHRASE,
    /** A verb with its auxiliaries. */
    VERB_PHRASE,
    /** A piece of a language model's vocabulary. */
    SUBWORD,
    /** Another word for a token at the same position. */
    SYNONYM,
    /** Whatever the tokenizer did not name. */
    OTHER
}
