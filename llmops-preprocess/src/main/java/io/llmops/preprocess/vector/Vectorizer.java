package io.llmops.preprocess.vector;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.Tokenizer;
import java.util.HashMap;
import java.util.Map;

/**
 * How texts become vectors, before it has seen any: which terms count, and what they weigh. {@link #fit} learns the
 * vocabulary. Definitions and options are those of scikit-learn's CountVectorizer and TfidfVectorizer.
 *
 * <pre>{@code
 * FittedVectorizer vectors = Vectorizer.tfidf(Analyzers.english()).withNgrams(1, 2).withMinDocuments(2).fit(texts);
 * vectors.apply("Where is my card?").cosine(vectors.apply("My card has not come"));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Vectorizer {

    private final Recipe recipe;
    private final Selection selection;

    private Vectorizer(Recipe recipe, Selection selection) {
        this.recipe = recipe;
        this.selection = selection;
    }

    private static Vectorizer of(Tokenizer terms, boolean binary, Idf idf, Norm norm) {
        var weighting = new Weighting(binary, false, idf, norm);
        return new Vectorizer(new Recipe(Analyzer.of(terms), new Ngrams(1, 1), weighting), Selection.ALL);
    }

    /**
     * Returns TF-IDF: counts, weighed by {@link Idf#SMOOTH}, of length 1 by {@link Norm#L2}.
     *
     * @param terms what makes terms of a text
     * @return the vectorizer
     */
    public static Vectorizer tfidf(Tokenizer terms) {
        return of(terms, false, Idf.SMOOTH, Norm.L2);
    }

    /**
     * Returns plain counts.
     *
     * @param terms what makes terms of a text
     * @return the vectorizer
     */
    public static Vectorizer counts(Tokenizer terms) {
        return of(terms, false, Idf.NONE, Norm.NONE);
    }

    /**
     * Returns 1 for each term that is there.
     *
     * @param terms what makes terms of a text
     * @return the vectorizer
     */
    public static Vectorizer binary(Tokenizer terms) {
        return of(terms, true, Idf.NONE, Norm.NONE);
    }

    /**
     * Returns this vectorizer with runs of neighbouring terms as terms, joined by a space.
     *
     * @param min the shortest run, at least 1
     * @param max the longest, not shorter than {@code min}
     * @return the changed copy
     */
    public Vectorizer withNgrams(int min, int max) {
        return with(new Recipe(recipe.analyzer(), new Ngrams(min, max), recipe.weighting()));
    }

    /** {@return this vectorizer with a term counted once a text} */
    public Vectorizer withBinaryCounts() {
        var now = recipe.weighting();
        return with(new Weighting(true, now.sublinear(), now.idf(), now.norm()));
    }

    /** {@return this vectorizer with {@code 1 + ln(count)} in place of counts} */
    public Vectorizer withSublinearCounts() {
        var now = recipe.weighting();
        return with(new Weighting(now.binary(), true, now.idf(), now.norm()));
    }

    /**
     * Returns this vectorizer with another weight of rare terms.
     *
     * @param idf the weight
     * @return the changed copy
     */
    public Vectorizer withIdf(Idf idf) {
        var now = recipe.weighting();
        return with(new Weighting(now.binary(), now.sublinear(), idf, now.norm()));
    }

    /**
     * Returns this vectorizer with another length of vectors.
     *
     * @param norm the length
     * @return the changed copy
     */
    public Vectorizer withNorm(Norm norm) {
        var now = recipe.weighting();
        return with(new Weighting(now.binary(), now.sublinear(), now.idf(), norm));
    }

    /**
     * Returns this vectorizer with only those terms that so many documents have (min_df).
     *
     * @param documents 0 or more; 1 is the default
     * @return the changed copy
     */
    public Vectorizer withMinDocuments(int documents) {
        return with(new Selection(DocumentLimit.count(documents), selection.max(), selection.maxFeatures()));
    }

    /**
     * Returns this vectorizer with only those terms that such a share of the documents has (min_df).
     *
     * @param share from 0 to 1
     * @return the changed copy
     */
    public Vectorizer withMinShare(double share) {
        return with(new Selection(DocumentLimit.share(share), selection.max(), selection.maxFeatures()));
    }

    /**
     * Returns this vectorizer with only those terms that no more documents have (max_df).
     *
     * @param documents 0 or more
     * @return the changed copy
     */
    public Vectorizer withMaxDocuments(int documents) {
        return with(new Selection(selection.min(), DocumentLimit.count(documents), selection.maxFeatures()));
    }

    /**
     * Returns this vectorizer with only those terms that no greater share of the documents has (max_df).
     *
     * @param share from 0 to 1, the default
     * @return the changed copy
     */
    public Vectorizer withMaxShare(double share) {
        return with(new Selection(selection.min(), DocumentLimit.share(share), selection.maxFeatures()));
    }

    /**
     * Returns this vectorizer with the most frequent terms only; of two equally frequent ones the first in code point
     * order.
     *
     * @param features how many, at least 1
     * @return the changed copy
     */
    public Vectorizer withMaxFeatures(int features) {
        return with(new Selection(selection.min(), selection.max(), features));
    }

    private Vectorizer with(Weighting weighting) {
        return with(new Recipe(recipe.analyzer(), recipe.ngrams(), weighting));
    }

    private Vectorizer with(Recipe changed) {
        return new Vectorizer(changed, selection);
    }

    private Vectorizer with(Selection changed) {
        return new Vectorizer(recipe, changed);
    }

    /**
     * Learns the vocabulary and the weights from the inputs of a dataset, which are read once and not kept.
     *
     * @param documents the dataset
     * @return the fitted vectorizer
     * @throws IllegalArgumentException if no term is left for the vocabulary
     */
    public FittedVectorizer fit(Dataset<String, ?> documents) {
        try (var examples = documents.stream()) {
            return fit(() -> examples.map(Example::input).iterator());
        }
    }

    /**
     * Learns the vocabulary and the weights from documents, which are read once and not kept.
     *
     * @param documents the documents
     * @return the fitted vectorizer
     * @throws IllegalArgumentException if no term is left for the vocabulary
     */
    public FittedVectorizer fit(Iterable<String> documents) {
        var statistics = new HashMap<String, TermStatistics>();
        var number = 0;
        var binary = recipe.weighting().binary();
        for (var document : documents) {
            var current = number++;
            recipe.forEachTerm(
                    document,
                    term -> statistics
                            .computeIfAbsent(term, key -> new TermStatistics())
                            .see(current, binary));
        }
        var kept = selection.select(statistics, number);
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("expected documents with terms to keep, found " + number
                    + " documents with " + statistics.size() + " terms, none of them kept");
        }
        var count = number;
        var idf = recipe.weighting().idf();
        var weights = kept.stream()
                .mapToDouble(term -> idf.of(term.getValue().documents, count))
                .toArray();
        var terms = kept.stream().map(Map.Entry::getKey).toList();
        return new FittedVectorizer(recipe, new Vocabulary(terms), weights);
    }
}
