package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Finds the key phrases of a text by RAKE (Rose, Engel, Cramer and Cowley: Automatic keyword extraction from individual
 * documents; in Text Mining: Applications and Theory, 2010), without a model.
 *
 * <pre>{@code
 * KeyPhrases.forLanguage("en").apply("The minimal set of linear constraints").get(0).text();   // minimal set
 * }</pre>
 *
 * <p>A candidate is a run of words with no stopword and no punctuation in it; hyphens inside a word are no punctuation, an
 * empty line is. A word's score is its degree (the lengths of the candidates it is in, one for each time it is in one)
 * divided by its frequency; a candidate's score is the sum of its words'. Words are compared in lower case. The paper's
 * joining of candidates over a stopword (axis of evil) is left out. Languages written without spaces give whole clauses.
 *
 * <p>Safe for use by many threads.
 */
public final class KeyPhrases implements Stage<String, List<KeyPhrase>> {

    private final Stopwords stopwords;

    private KeyPhrases(Stopwords stopwords) {
        this.stopwords = stopwords;
    }

    /**
     * Returns a finder with the stopwords of a language.
     *
     * @param language the language's code, see {@link Stopwords#of(String)}
     * @return the finder
     * @throws IllegalArgumentException if there is no list of stopwords; the message names those there are
     */
    public static KeyPhrases forLanguage(String language) {
        return of(Stopwords.of(language));
    }

    /**
     * Returns a finder with stopwords of one's own. A longer list gives shorter phrases.
     *
     * @param stopwords the words between phrases, in lower case
     * @return the finder
     */
    public static KeyPhrases of(Stopwords stopwords) {
        return new KeyPhrases(stopwords);
    }

    /**
     * Returns the key phrases of a text, the highest score first, and of equal ones the first to occur.
     *
     * @param text the text, perhaps cleaned (its case and punctuation left)
     * @return all candidates; none if the text has only stopwords. The paper keeps a third of them
     */
    public List<KeyPhrase> find(Text text) {
        return new RakeScores(Candidates.of(text, stopwords)).ranked();
    }

    @Override
    public List<KeyPhrase> apply(String text) {
        return find(Text.of(text));
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(Description.of("key-phrases").with("stopwords", stopwords.describe()));
    }

    /** {@return {@code key-phrases(stopwords)}} */
    @Override
    public String toString() {
        return "key-phrases(" + stopwords + ")";
    }
}
