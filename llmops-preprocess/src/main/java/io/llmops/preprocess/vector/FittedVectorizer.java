package io.llmops.preprocess.vector;

import io.llmops.core.Fingerprint;
import io.llmops.core.model.SparseVector;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.Tokenizer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns texts into vectors over the vocabulary it was fitted on. Terms it does not know count for nothing; a text of none
 * other has the vector of zeros. Immutable.
 */
public final class FittedVectorizer implements Stage<String, SparseVector> {

    private final Recipe recipe;
    private final Vocabulary vocabulary;
    private final double[] idf;

    FittedVectorizer(Recipe recipe, Vocabulary vocabulary, double[] idf) {
        this.recipe = recipe;
        this.vocabulary = vocabulary;
        this.idf = idf.clone();
    }

    @Override
    public SparseVector apply(String text) {
        var found = new IndexBag();
        recipe.forEachTerm(text, term -> {
            var index = vocabulary.indexOrMinusOne(term);
            if (index >= 0) {
                found.add(index);
            }
        });
        return found.toVector(recipe.weighting(), idf);
    }

    /** {@return the terms the positions stand for} */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** {@return the weight of each term, in the order of the vocabulary; a copy} */
    public double[] idf() {
        return idf.clone();
    }

    /**
     * Writes this vectorizer as JSON: settings, vocabulary, weights, and what its chain of terms is called.
     *
     * @param file the file, which is replaced if it is there
     * @throws io.llmops.core.LlmopsException if it cannot be written
     */
    public void write(Path file) {
        VectorizerFile.write(file, FittedContent.of(this));
    }

    /**
     * Reads a vectorizer that {@link #write} wrote.
     *
     * @param file the file
     * @param terms what makes terms of a text, the same as when it was fitted
     * @return the vectorizer, which gives the same vectors
     * @throws io.llmops.core.LlmopsException if the file cannot be read or is not what was written
     * @throws IllegalArgumentException if the vectorizer was fitted on other terms
     */
    public static FittedVectorizer read(Path file, Tokenizer terms) {
        var analyzer = Analyzer.of(terms);
        return VectorizerFile.read(
                file, FittedContent.class, FittedContent.FORMAT, content -> content.vectorizer(analyzer));
    }

    Recipe recipe() {
        return recipe;
    }

    Fingerprint content() {
        var hasher = Fingerprint.hasher().add(vocabulary.fingerprint().sha256());
        Arrays.stream(idf).mapToLong(Double::doubleToLongBits).forEach(hasher::add);
        return hasher.finish();
    }

    /** Describes the settings, the terms, and the vocabulary with its weights by their hash. */
    @Override
    public Optional<Description> describe() {
        return recipe.describe("vectorizer")
                .map(description -> description.with("vocabulary", content().sha256()));
    }

    /** {@return what it is in one line, e.g. {@code vectorizer(1234 terms, idf SMOOTH, norm L2)}} */
    @Override
    public String toString() {
        var weighting = recipe.weighting();
        return "vectorizer(" + vocabulary + ", idf " + weighting.idf() + ", norm " + weighting.norm() + ")";
    }
}
