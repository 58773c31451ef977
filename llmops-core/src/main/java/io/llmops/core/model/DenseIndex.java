package io.llmops.core.model;

import dev.langchain4j.data.embedding.Embedding;
import io.llmops.core.Fingerprint;
import java.util.List;
import java.util.Optional;

/**
 * Cosine over embeddings, stored block by block and in a block dimension by dimension: a column holds one dimension of
 * all the block's vectors. So the inner loop adds to many sums at once, which runs on vector registers; one that adds to
 * a single sum does not, since the order of its additions would change. Immutable.
 */
final class DenseIndex implements NeighbourIndex<Embedding> {

    /** Vectors in a block: their sums stay in the nearest cache. */
    private static final int BLOCK = 1024;

    /** Columns added in one go; the dimensions are filled up with zeros to a multiple of it. */
    private static final int STRIDE = 4;

    private final int size;
    private final int dimension;
    private final float[][][] blocks;
    private final Fingerprint fingerprint;

    DenseIndex(List<Embedding> embeddings) {
        size = embeddings.size();
        dimension = embeddings.get(0).dimension();
        blocks = new float[(size + BLOCK - 1) / BLOCK][][];
        for (var block = 0; block < blocks.length; block++) {
            blocks[block] = new float[padded()][Math.min(BLOCK, size - block * BLOCK)];
        }
        var hasher = Fingerprint.hasher();
        for (var position = 0; position < size; position++) {
            var unit = unit(embeddings.get(position), " as example number " + (position + 1));
            var columns = blocks[position / BLOCK];
            for (var d = 0; d < dimension; d++) {
                columns[d][position % BLOCK] = unit[d];
                hasher.add(Float.floatToIntBits(unit[d]));
            }
        }
        fingerprint = hasher.finish();
    }

    private int padded() {
        return (dimension + STRIDE - 1) / STRIDE * STRIDE;
    }

    private float[] unit(Embedding embedding, String place) {
        var vector = embedding.vector();
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "expected an embedding of " + dimension + " dimensions, found one of " + vector.length + place);
        }
        var squares = 0.0;
        for (var value : vector) {
            squares += (double) value * value;
        }
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException("expected an embedding of finite values, found one that is not" + place);
        }
        var norm = squares == 0 ? 1 : Math.sqrt(squares);
        var unit = new float[padded()];
        for (var d = 0; d < dimension; d++) {
            unit[d] = (float) (vector[d] / norm);
        }
        return unit;
    }

    @Override
    public List<Hit> nearest(Embedding query, int k) {
        var unit = unit(query, " as input");
        var hits = new NearestHits(k);
        for (var block = 0; block < blocks.length; block++) {
            var sums = multiply(unit, blocks[block]);
            for (var i = 0; i < sums.length; i++) {
                hits.offer(block * BLOCK + i, Math.min(1, sums[i]));
            }
        }
        return hits.nearestFirst();
    }

    private static float[] multiply(float[] query, float[][] columns) {
        var sums = new float[columns.length == 0 ? 0 : columns[0].length];
        for (var d = 0; d < columns.length; d += STRIDE) {
            add(query, columns, d, sums);
        }
        return sums;
    }

    private static void add(float[] query, float[][] columns, int d, float[] sums) {
        var weight0 = query[d];
        var weight1 = query[d + 1];
        var weight2 = query[d + 2];
        var weight3 = query[d + 3];
        var column0 = columns[d];
        var column1 = columns[d + 1];
        var column2 = columns[d + 2];
        var column3 = columns[d + 3];
        for (var i = 0; i < sums.length; i++) {
            sums[i] += weight0 * column0[i] + weight1 * column1[i] + weight2 * column2[i] + weight3 * column3[i];
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Optional<Content> content() {
        return Optional.of(new Content("cosine", fingerprint));
    }
}
