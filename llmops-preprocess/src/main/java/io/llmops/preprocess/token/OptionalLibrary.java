package io.llmops.preprocess.token;

import java.util.function.Supplier;

/** A library the user adds when a shelf asks for it. Immutable. */
public enum OptionalLibrary {
    /** Phonetic codes. */
    COMMONS_CODEC("commons-codec:commons-codec"),
    /** Subwords of a Hugging Face {@code tokenizer.json}. */
    DJL_TOKENIZERS("ai.djl.huggingface:tokenizers"),
    /** Subwords of language models. */
    JTOKKIT("com.knuddels:jtokkit"),
    /** Telephone numbers. */
    LIBPHONENUMBER("com.googlecode.libphonenumber:libphonenumber"),
    /** Words of scripts without spaces. */
    LUCENE_ICU("org.apache.lucene:lucene-analysis-icu"),
    /** Tags, lemmas, languages and names found by models. */
    OPENNLP("org.apache.opennlp:opennlp-tools");

    private final String coordinates;

    OptionalLibrary(String coordinates) {
        this.coordinates = coordinates;
    }

    /**
     * Makes something that needs the library.
     *
     * @param maker makes it
     * @param <T> its type
     * @return what the maker made
     * @throws IllegalStateException if the library is not on the class path; the message names its coordinates
     */
    public <T> T use(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "expected the library " + coordinates + " on the class path, found none", e);
        }
    }
}
