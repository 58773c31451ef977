package io.llmops.preprocess.token;

import io.llmops.core.Fingerprint;
import io.llmops.core.pipeline.Description;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words too common to tell texts apart, for one language or of the user's own. Words are compared as they are written
 * here; put {@link TokenFilters#lowercase()} before.
 *
 * <pre>{@code
 * Stopwords words = Stopwords.of("en").plus("please", "thanks").minus("not");
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Stopwords {

    private final String name;
    private final @Nullable String language;
    private final SortedSet<String> words;

    private Stopwords(String name, @Nullable String language, Collection<String> words) {
        this.name = name;
        this.language = language;
        this.words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    /**
     * Returns the list Lucene ships for a language (for English, the Snowball project's).
     *
     * @param language an ISO 639-1 code, e.g. {@code de}; {@code ckb} is Sorani, {@code cjk} serves Chinese, Japanese
     *     and Korean, {@code pt-BR} Brazilian Portuguese
     * @return the words
     * @throws IllegalArgumentException if there is no list; the message names those there are
     */
    public static Stopwords of(String language) {
        return new Stopwords(language, language, StopwordLists.words(language));
    }

    /**
     * Returns a list of one's own.
     *
     * @param name what the list is called when it is printed
     * @param words the words
     * @return the list
     */
    public static Stopwords of(String name, Collection<String> words) {
        return new Stopwords(Objects.requireNonNull(name, "name"), null, words);
    }

    /** {@return the codes of the languages there is a list for, sorted} */
    public static SortedSet<String> languages() {
        return StopwordLists.languages();
    }

    /**
     * Returns this list with more words.
     *
     * @param more the words to add
     * @return the longer list
     */
    public Stopwords plus(String... more) {
        var joined = new TreeSet<>(words);
        Collections.addAll(joined, more);
        return new Stopwords(name + "+" + (joined.size() - words.size()), language, joined);
    }

    /**
     * Returns this list without some words.
     *
     * @param fewer the words to take out; one that is not there is no mistake
     * @return the shorter list
     */
    public Stopwords minus(String... fewer) {
        var left = new TreeSet<>(words);
        left.removeAll(Set.of(fewer));
        return new Stopwords(name + "-" + (words.size() - left.size()), language, left);
    }

    /** {@return the words, sorted} */
    public SortedSet<String> words() {
        return words;
    }

    /**
     * Returns whether a word is in the list.
     *
     * @param word a word
     * @return whether it is a stopword
     */
    public boolean contains(String word) {
        return words.contains(word);
    }

    /** A language's list by its code, its hash and what was changed of it; another list by its name and all its words. */
    Description describe() {
        var stop = Description.of("stop");
        if (language == null) {
            return stop.with("name", name).with("words", JsonSetting.of(words));
        }
        var list = StopwordLists.words(language);
        var hash = Fingerprint.of(words.toArray(String[]::new)).brief();
        var described = stop.with("language", language).with("sha256", hash);
        var plus = new TreeSet<>(words);
        list.forEach(plus::remove);
        var minus = new TreeSet<>(list);
        minus.removeAll(words);
        described = plus.isEmpty() ? described : described.with("plus", JsonSetting.of(plus));
        return minus.isEmpty() ? described : described.with("minus", JsonSetting.of(minus));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stopwords list && words.equals(list.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    /** {@return the name of the list, with the number of words added and taken out, e.g. {@code en+2-1}} */
    @Override
    public String toString() {
        return name;
    }
}
