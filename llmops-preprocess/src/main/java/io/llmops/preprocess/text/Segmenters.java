package io.llmops.preprocess.text;

import java.util.Collection;
import java.util.Set;

/**
 * The shelf of segmenters: user-perceived characters, words, sentences, by the rules of Unicode (UAX #29, version 15).
 *
 * <pre>{@code
 * Segmenters.graphemes().spans("👍🏽!").size();              // 2
 * Segmenters.sentences("en").spans("Dr. No left. So did I."); // two sentences
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Segmenters {

    private Segmenters() {}

    /** {@return extended grapheme clusters: what a reader takes for one character} */
    public static Segmenter graphemes() {
        return Graphemes::end;
    }

    /** {@return words and what stands between them: each space run, each punctuation mark is a segment too} */
    public static Segmenter words() {
        return WordSegments::end;
    }

    /** {@return sentences, each with the white space behind it; every full stop before a capital ends one} */
    public static Segmenter sentences() {
        return Sentences::end;
    }

    /**
     * Returns sentences that do not end behind the customary abbreviations of a language.
     *
     * @param language {@code de}, {@code en}, {@code es}, {@code fr}, {@code it} or {@code pt}
     * @return the segmenter
     * @throws IllegalArgumentException if there is no list for the language; the message names those there are
     */
    public static Segmenter sentences(String language) {
        return new AbbreviationAwareSentences(Abbreviations.of(language));
    }

    /**
     * Returns sentences that do not end behind certain abbreviations.
     *
     * @param abbreviations the abbreviations without their last full stop, e.g. {@code Dr} and {@code e.g}
     * @return the segmenter
     */
    public static Segmenter sentences(Collection<String> abbreviations) {
        return new AbbreviationAwareSentences(Set.copyOf(abbreviations));
    }
}
