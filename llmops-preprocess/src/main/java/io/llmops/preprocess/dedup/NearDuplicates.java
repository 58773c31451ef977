package io.llmops.preprocess.dedup;

import io.llmops.preprocess.token.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Texts whose sets of shingles (runs of neighbouring words) have at least a certain Jaccard similarity: the size of what
 * they share over the size of what they have together. Found by MinHash signatures in bands ({@link Banding}): a pair at the
 * threshold is looked at with a probability of at least 0.95, a pair above it with more, and nearly all pairs far below it
 * are not looked at. What is looked at is then compared exactly, so nothing below the threshold is joined.
 *
 * <p>A text is held against the last 128 before it that share a band with it and are not in its group yet; where more than
 * that are alike, yet none of them enough, a pair may be missed. A text without a token is a duplicate of none. Takes 8
 * bytes for each shingle and each band. Immutable.
 */
public final class NearDuplicates implements DuplicateFinder {

    private static final int HASHES = 128;

    /** The settings. */
    private record Recipe(double threshold, int hashes, long seed, Shingles shingles, boolean isExact) {}

    private final Recipe recipe;
    private final Banding banding;

    private NearDuplicates(Recipe recipe) {
        this.recipe = recipe;
        this.banding = Banding.forThreshold(recipe.threshold, recipe.hashes);
    }

    static NearDuplicates of(double threshold) {
        return new NearDuplicates(new Recipe(threshold, HASHES, 0, Shingles.THREE_WORDS, true));
    }

    /**
     * Returns this finder with other shingles; by default three words in lower case.
     *
     * @param tokens what makes tokens of a text, e.g. {@code Tokenizers.characterNgrams(5, 5)}
     * @param length how many neighbouring tokens make a shingle, at least 1; a text with fewer is one shingle
     * @return the changed copy
     */
    public NearDuplicates withShingles(Tokenizer tokens, int length) {
        return new NearDuplicates(
                new Recipe(recipe.threshold, recipe.hashes, recipe.seed, Shingles.of(tokens, length), recipe.isExact));
    }

    /**
     * Returns this finder with another number of hashes; by default 128. More find a sharper threshold in more time.
     *
     * @param hashes how many hashes a signature has, at least 1
     * @return the changed copy
     * @throws IllegalArgumentException if they are too few for the threshold
     */
    public NearDuplicates withHashes(int hashes) {
        return new NearDuplicates(new Recipe(recipe.threshold, hashes, recipe.seed, recipe.shingles, recipe.isExact));
    }

    /**
     * Returns this finder with other hash functions; by default those of seed 0.
     *
     * @param seed one seed, one set of hash functions
     * @return the changed copy
     */
    public NearDuplicates withSeed(long seed) {
        return new NearDuplicates(new Recipe(recipe.threshold, recipe.hashes, seed, recipe.shingles, recipe.isExact));
    }

    /**
     * Returns this finder without the exact comparison: similarities are estimated from signatures of {@code k} hashes, with
     * a standard error of {@code sqrt(J(1-J)/k)}, so pairs near the threshold may fall on either side. Takes 4 bytes a hash
     * for each text, however long it is.
     *
     * @return the changed copy
     */
    public NearDuplicates withEstimatedSimilarity() {
        return new NearDuplicates(new Recipe(recipe.threshold, recipe.hashes, recipe.seed, recipe.shingles, false));
    }

    /** {@return how the signatures are cut, and so what is found} */
    public Banding banding() {
        return banding;
    }

    @Override
    public <T> Deduplication<T> in(List<T> items, Function<? super T, String> text) {
        return Deduplication.of(items, text, this::find);
    }

    private Matches find(List<String> texts) {
        var sketches = new Sketches(texts.size());
        for (var i = 0; i < texts.size(); i++) {
            sketches.add(i, recipe.shingles.set(texts.get(i)));
        }
        Candidates.Test test = (one, other) -> sketches.similarity(one, other) >= recipe.threshold;
        var groups = new UnionFind(texts.size());
        var keys = new ArrayList<Candidates.Key>();
        keys.add(text -> sketches.whole[text]);
        for (var band : sketches.bands) {
            keys.add(text -> band[text]);
        }
        var comparisons = Candidates.join(sketches.present(), groups, test, keys);
        return new Matches(groups, sketches::similarity, comparisons);
    }

    /** What is remembered of each text. Not safe for use by many threads. */
    private final class Sketches {

        private final MinHash minHash = new MinHash(recipe.hashes, recipe.seed);
        private final long[][] bands;
        private final long[] whole;
        private final long[][] sets;
        private final int[][] signatures;
        private final int[] present;
        private int size;

        Sketches(int texts) {
            bands = new long[banding.bands()][texts];
            whole = new long[texts];
            present = new int[texts];
            sets = new long[recipe.isExact ? texts : 0][];
            signatures = new int[recipe.isExact ? 0 : texts][];
        }

        void add(int text, long[] set) {
            if (set.length == 0) {
                return;
            }
            present[size++] = text;
            var signature = minHash.signature(set);
            var own = banding.keys(signature);
            for (var band = 0; band < own.length; band++) {
                bands[band][text] = own[band];
            }
            whole[text] = Hash.of(set, 0, set.length);
            if (recipe.isExact) {
                sets[text] = set;
            } else {
                signatures[text] = signature;
            }
        }

        int[] present() {
            return Arrays.copyOf(present, size);
        }

        double similarity(int one, int other) {
            return recipe.isExact
                    ? Shingles.jaccard(sets[one], sets[other])
                    : MinHash.similarity(signatures[one], signatures[other]);
        }
    }

    /** {@return what it looks for, e.g. {@code near(0.8, 18 bands of 7)}} */
    @Override
    public String toString() {
        return "near(" + recipe.threshold + ", " + banding.bands() + " bands of " + banding.rows() + ")";
    }
}
