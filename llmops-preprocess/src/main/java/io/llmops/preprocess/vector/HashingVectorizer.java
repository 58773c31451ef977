package io.llmops.preprocess.vector;

import io.llmops.core.model.SparseVector;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.util.StringHelper;

/**
 * Turns texts into vectors of a fixed size without having seen any: a term's position is its hash. Nothing is fitted and
 * nothing kept, so it suits a stream without end; in exchange, terms that share a position cannot be told apart.
 * Definitions and options are those of scikit-learn's HashingVectorizer: {@code h} being the 32 bits of MurmurHash3 (x86)
 * of a term's UTF-8 with seed 0, signed, the position is {@code |h| mod features}, and a term counts −1 where {@code h} is
 * negative, so that terms that meet cancel each other out rather than add up.
 *
 * <pre>{@code
 * HashingVectorizer vectors = HashingVectorizer.of(Analyzers.english(), 1 << 18).withNgrams(1, 2);
 * vectors.apply("Where is my card?").cosine(vectors.apply("My card has not come"));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class HashingVectorizer implements Stage<String, SparseVector> {

    private final Recipe recipe;
    private final int features;
    private final boolean signed;

    HashingVectorizer(Recipe recipe, int features, boolean signed) {
        if (features < 1) {
            throw new IllegalArgumentException("expected 1 feature or more, found " + features);
        }
        this.recipe = recipe;
        this.features = features;
        this.signed = signed;
    }

    /**
     * Returns signed counts of length 1 by {@link Norm#L2}.
     *
     * @param terms what makes terms of a text
     * @param features the size of the vectors, at least 1; scikit-learn's default is 2<sup>20</sup>
     * @return the vectorizer
     */
    public static HashingVectorizer of(Tokenizer terms, int features) {
        var weighting = new Weighting(false, false, Idf.NONE, Norm.L2);
        return new HashingVectorizer(new Recipe(Analyzer.of(terms), new Ngrams(1, 1), weighting), features, true);
    }

    /**
     * Returns this vectorizer with runs of neighbouring terms as terms, joined by a space.
     *
     * @param min the shortest run, at least 1
     * @param max the longest, not shorter than {@code min}
     * @return the changed copy
     */
    public HashingVectorizer withNgrams(int min, int max) {
        return with(new Recipe(recipe.analyzer(), new Ngrams(min, max), recipe.weighting()));
    }

    /** {@return this vectorizer with 1 at each position that a term of the text has} */
    public HashingVectorizer withBinaryCounts() {
        return with(new Weighting(true, false, Idf.NONE, recipe.weighting().norm()));
    }

    /**
     * Returns this vectorizer with another length of vectors.
     *
     * @param norm the length
     * @return the changed copy
     */
    public HashingVectorizer withNorm(Norm norm) {
        return with(new Weighting(recipe.weighting().binary(), false, Idf.NONE, norm));
    }

    /** {@return this vectorizer with every term counting +1 (scikit-learn's {@code alternate_sign=False})} */
    public HashingVectorizer withoutSigns() {
        return new HashingVectorizer(recipe, features, false);
    }

    private HashingVectorizer with(Weighting weighting) {
        return with(new Recipe(recipe.analyzer(), recipe.ngrams(), weighting));
    }

    private HashingVectorizer with(Recipe changed) {
        return new HashingVectorizer(changed, features, signed);
    }

    @Override
    public SparseVector apply(String text) {
        var found = new HashBag();
        recipe.forEachTerm(text, term -> {
            var hash = hash(term);
            found.add((int) (Math.abs((long) hash) % features), signed && hash < 0);
        });
        return found.toVector(recipe.weighting().binary(), recipe.weighting().norm());
    }

    /** A lone surrogate, which UTF-8 has no bytes for, hashes as a question mark. */
    private static int hash(String term) {
        var bytes = term.getBytes(StandardCharsets.UTF_8);
        return StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 0);
    }

    /**
     * Writes this vectorizer as JSON: its settings, and what its chain of terms is called.
     *
     * @param file the file, which is replaced if it is there
     * @throws io.llmops.core.LlmopsException if it cannot be written
     */
    public void write(Path file) {
        var terms = VectorizerFile.nameOf(recipe.analyzer());
        VectorizerFile.write(
                file, new HashingContent(HashingContent.FORMAT, terms, Settings.of(recipe), features, signed));
    }

    /**
     * Reads a vectorizer that {@link #write} wrote.
     *
     * @param file the file
     * @param terms what makes terms of a text, the same as when it was written
     * @return the vectorizer, which gives the same vectors
     * @throws io.llmops.core.LlmopsException if the file cannot be read or is not what was written
     * @throws IllegalArgumentException if the vectorizer was made for other terms
     */
    public static HashingVectorizer read(Path file, Tokenizer terms) {
        var analyzer = Analyzer.of(terms);
        return VectorizerFile.read(
                file, HashingContent.class, HashingContent.FORMAT, content -> content.vectorizer(analyzer));
    }

    @Override
    public Optional<Description> describe() {
        return recipe.describe("hashing-vectorizer")
                .map(description -> description.with("features", features).with("signed", signed));
    }

    /** {@return what it is in one line, e.g. {@code hashing-vectorizer(1048576 features, norm L2)}} */
    @Override
    public String toString() {
        return "hashing-vectorizer(" + features + " features, norm "
                + recipe.weighting().norm() + ")";
    }
}
