package io.llmops.preprocess.token;

import java.util.function.Supplier;

/** A library the user adds when a shelf asks for it. Immutable. */
enum OptionalLibrary {
    COMMONS_CODEC("commons-codec:commons-codec"),
    DJL_TOKENIZERS("ai.djl.huggingface:tokenizers"),
    JTOKKIT("com.knuddels:jtokkit"),
    LUCENE_ICU("org.apache.lucene:lucene-analysis-icu"),
    OPENNLP("org.apache.opennlp:opennlp-tools");

    private final String coordinates;

    OptionalLibrary(String coordinates) {
        this.coordinates = coordinates;
    }

    <T> T use(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "expected the library " + coordinates + " on the class path, found none", e);
        }
    }
}
