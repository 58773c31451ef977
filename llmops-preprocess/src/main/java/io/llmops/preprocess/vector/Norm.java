package io.llmops.preprocess.vector;

import io.llmops.core.model.SparseVector;
import java.util.Arrays;

/** What length a vector is brought to. A vector of zeros stays one. Immutable. */
public enum Norm {
    /** As it is. */
    NONE,
    /** Absolute values add up to 1. */
    L1,
    /** Squares add up to 1, so that a dot product is a cosine. */
    L2;

    /** The vector of these values, brought to this length. */
    SparseVector vector(int[] indices, double[] values) {
        var divisor = divisor(values);
        return SparseVector.of(
                indices,
                divisor == 0
                        ? values
                        : Arrays.stream(values).map(value -> value / divisor).toArray());
    }

    private double divisor(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += this == L1 ? Math.abs(value) : value * value;
        }
        return switch (this) {
            case NONE -> 1;
            case L1 -> sum;
            case L2 -> Math.sqrt(sum);
        };
    }
}
