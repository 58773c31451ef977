package io.llmops.core.model;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A vector of which most values are zero: the positions of the others, ascending, and their values. Two are equal if
 * all their values are. Immutable.
 */
public final class SparseVector {

    /** Values nearer to zero than this count as zero, so that a square is never lost in underflow. */
    private static final double LEAST_VALUE = 1e-150;

    /** A longer vector is refused, so that no product of two overflows. */
    private static final double GREATEST_NORM = 1e150;

    private static final int SHOWN = 10;

    private final int[] indices;
    private final double[] values;
    private final double norm;

    private SparseVector(int[] indices, double[] values) {
        this.indices = indices;
        this.values = values;
        this.norm = Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
        if (norm > GREATEST_NORM) {
            throw new IllegalArgumentException(
                    "expected a vector of length " + GREATEST_NORM + " at most, found " + norm);
        }
    }

    /**
     * Returns a vector. The arrays are copied; values of magnitude under 1e-150 count as zero and are left out.
     *
     * @param indices the positions, 0 or more, each greater than the one before
     * @param values the values at these positions, finite
     * @return the vector
     * @throws IllegalArgumentException if the arrays differ in length, a position is negative or out of order, a value is
     *     not finite, or the vector is longer than 1e150
     */
    public static SparseVector of(int[] indices, double[] values) {
        if (indices.length != values.length) {
            throw new IllegalArgumentException(
                    "expected as many values as indices, found " + values.length + " and " + indices.length);
        }
        for (var i = 0; i < indices.length; i++) {
            var before = i == 0 ? -1 : indices[i - 1];
            if (indices[i] <= before) {
                throw new IllegalArgumentException(
                        "expected ascending indices of 0 or more, found " + indices[i] + " after " + before);
            }
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "expected finite values, found " + values[i] + " at index " + indices[i]);
            }
        }
        var kept = IntStream.range(0, values.length)
                .filter(i -> Math.abs(values[i]) >= LEAST_VALUE)
                .toArray();
        return new SparseVector(
                Arrays.stream(kept).map(i -> indices[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
    }

    /** {@return how many values are not zero} */
    public int size() {
        return indices.length;
    }

    /**
     * Returns the position of the n-th value that is not zero.
     *
     * @param n from 0 to {@link #size()} − 1
     * @return the position
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public int index(int n) {
        return indices[n];
    }

    /**
     * Returns the n-th value that is not zero.
     *
     * @param n from 0 to {@link #size()} − 1
     * @return the value
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public double value(int n) {
        return values[n];
    }

    /** {@return the positions, ascending; a copy} */
    public int[] indices() {
        return indices.clone();
    }

    /** {@return the values at these positions; a copy} */
    public double[] values() {
        return values.clone();
    }

    /** {@return the Euclidean length, 0 for a vector of zeros} */
    public double norm() {
        return norm;
    }

    /**
     * Returns the dot product with another.
     *
     * @param other the other
     * @return the sum of the products of their values, finite
     */
    public double dot(SparseVector other) {
        var sum = 0.0;
        var i = 0;
        var j = 0;
        while (i < indices.length && j < other.indices.length) {
            if (indices[i] == other.indices[j]) {
                sum += values[i++] * other.values[j++];
            } else if (indices[i] < other.indices[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /**
     * Returns the cosine of the angle to another.
     *
     * @param other the other
     * @return from −1 to 1; 0 if one of them is all zeros
     */
    public double cosine(SparseVector other) {
        if (norm == 0 || other.norm == 0) {
            return 0;
        }
        return Math.max(-1, Math.min(1, dot(other) / norm / other.norm));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector that
                && Arrays.equals(indices, that.indices)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indices) + Arrays.hashCode(values);
    }

    /** {@return the values by position, e.g. {@code {3=0.5, 17=1.0}}, ten at most} */
    @Override
    public String toString() {
        return IntStream.range(0, Math.min(SHOWN, size()))
                .mapToObj(i -> indices[i] + "=" + values[i])
                .collect(Collectors.joining(", ", "{", size() > SHOWN ? ", …}" : "}"));
    }
}
