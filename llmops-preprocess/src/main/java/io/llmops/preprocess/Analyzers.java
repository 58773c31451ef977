package io.llmops.preprocess;

import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.token.Analyzer;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The shelf of customary chains, one a language: standard cleaning, words, lower case, stopwords, stemming.
 *
 * <pre>{@code
 * Analyzers.english().terms("The runners’ shoes");   // [runner, shoe]
 * Analyzers.forLanguage("de").toString();            // clean ▸ words ▸ lowercase ▸ stop(de) ▸ snowball(de)
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Analyzers {

    private Analyzers() {}

    /** {@return {@code clean ▸ words ▸ lowercase ▸ stop(en) ▸ snowball(en)}} */
    public static Analyzer english() {
        return forLanguage("en");
    }

    /**
     * Returns the customary chain of a language. Its steps are those of Lucene's analyzer for the language, with the
     * Snowball stemmer where there is one. Chinese, Japanese and Korean are cut into pairs of characters.
     *
     * @param language an ISO 639-1 code, e.g. {@code de}; {@code ckb} is Sorani, {@code pt-BR} Brazilian Portuguese
     * @return the chain
     * @throws IllegalArgumentException if the language is unknown; the message names the known ones
     */
    public static Analyzer forLanguage(String language) {
        return LanguageChains.of(language).after(TextCleaner.standard());
    }

    /**
     * Returns a chain that finds out the language of each text and goes the customary way of that language. A text whose
     * language is unsure, or without a customary chain, gets {@code clean ▸ words ▸ lowercase}.
     *
     * @param detector says the code of a text's language, or nothing, e.g.
     *     {@link io.llmops.preprocess.token.LanguageDetector#standard()}
     * @return the chain
     */
    public static Analyzer forDetectedLanguage(Stage<String, Optional<String>> detector) {
        return Analyzer.of(new DetectedLanguageChain(Objects.requireNonNull(detector, "detector")));
    }

    /** {@return the codes {@link #forLanguage} knows, sorted} */
    public static SortedSet<String> languages() {
        return LanguageChains.languages();
    }
}
