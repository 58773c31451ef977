package io.llmops.preprocess.token;

import java.util.Objects;

/**
 * The shelf of taggers.
 *
 * <pre>{@code
 * var words = Tokenizers.learnedWords("en").apply("They weren't going");
 * Taggers.forLanguage("en").apply(words);   // They PRON they, weren't AUX be, weren't PART not, going VERB go
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Taggers {

    private Taggers() {}

    /**
     * Returns a tagger by OpenNLP's models of a language, which learned from a treebank of Universal Dependencies. Loading
     * them takes some tenths of a second: keep the tagger.
     *
     * <p>What the models give is put in order: a token they take for several words ({@code AUX+PART}, {@code be+not})
     * comes once for each; the lemma of a proper noun keeps its capitals, and so does that of a German noun; punctuation
     * and symbols are their own lemmas. A sentence ends behind {@code . ! ?} or 200 tokens. The lemma is asked of a word
     * and its tags alone, without its neighbours, and 40,000 answers are kept: what comes out does not depend on them.
     *
     * <p>Expect some ten thousand words a second and thread where they are new, and a few times that, which is the time of
     * the tags alone, where they were met before.
     *
     * @param language an ISO 639-1 code, e.g. {@code de}
     * @return the tagger
     * @throws IllegalStateException if {@code org.apache.opennlp:opennlp-tools}, or {@code opennlp-models-pos-…} or
     *     {@code opennlp-models-lemmatizer-…} of the language is not there; the message names what is missing
     */
    public static Tagger forLanguage(String language) {
        Objects.requireNonNull(language, "language");
        return OptionalLibrary.OPENNLP.use(() -> LearnedTagger.of(language));
    }
}
