package io.llmops.preprocess.chunk;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.token.Tokenizer;
import java.util.Optional;

/**
 * How large chunks may be, in what unit, and how much of a chunk is said again in the next one.
 *
 * <pre>{@code
 * ChunkSize.tokens(256, Tokenizers.subwords("cl100k_base")).withOverlap(32);
 * ChunkSize.characters(1_000);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ChunkSize {

    private final int max;
    private final int overlap;
    private final Measure measure;

    private ChunkSize(int max, int overlap, Measure measure) {
        if (max < 1) {
            throw new IllegalArgumentException("expected a chunk size of 1 or more, found " + max);
        }
        if (overlap < 0 || overlap >= max) {
            throw new IllegalArgumentException(
                    "expected an overlap of 0 or more and less than the chunk size of " + max + ", found " + overlap);
        }
        this.max = max;
        this.overlap = overlap;
        this.measure = measure;
    }

    /**
     * Returns a size in characters, without overlap.
     *
     * @param max the most characters (UTF-16 units) a chunk has, at least 1
     * @return the size
     */
    public static ChunkSize characters(int max) {
        return new ChunkSize(max, 0, new CharacterMeasure());
    }

    /**
     * Returns a size in tokens, without overlap. The tokens of a chunk are those of the chunk by itself, for a model's
     * subwords do not add up: two neighbours may have fewer together, or more.
     *
     * @param max the most tokens a chunk has, at least 1
     * @param tokenizer whose tokens count
     * @return the size
     */
    public static ChunkSize tokens(int max, Tokenizer tokenizer) {
        return new ChunkSize(max, 0, new TokenMeasure(tokenizer));
    }

    /**
     * Returns this size with an overlap: each chunk starts with the end of the one before, as much as whole units allow.
     *
     * @param most the most of a chunk that is said again, in the unit of the size, from 0 to less than the size
     * @return the changed copy
     * @throws IllegalArgumentException if the overlap is negative or not less than the size
     */
    public ChunkSize withOverlap(int most) {
        return new ChunkSize(max, most, measure);
    }

    int max() {
        return max;
    }

    int overlap() {
        return overlap;
    }

    Measure measure() {
        return measure;
    }

    Optional<Description> addTo(Description description) {
        return measure.describe()
                .map(unit ->
                        description.with("size", max).with("overlap", overlap).with("unit", unit));
    }

    /** {@return the size, e.g. {@code 256 subwords(cl100k_base), overlap 32}} */
    @Override
    public String toString() {
        return max + " " + measure + (overlap == 0 ? "" : ", overlap " + overlap);
    }
}
