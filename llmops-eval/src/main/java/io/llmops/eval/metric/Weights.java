package io.llmops.eval.metric;

/**
 * How much was added to an accumulator: whole weights are counts; where others are among them, intervals go by the
 * effective number of observations, the square of the sum over the sum of the squares (Kish 1965). Not safe for use by
 * many threads.
 */
public final class Weights {

    private double sum;
    private double squares;
    private boolean whole = true;

    /** Starts at nothing. */
    public Weights() {}

    /**
     * Checks a weight.
     *
     * @param weight any number
     * @return the weight
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static double require(double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a finite weight of 0 or more, found " + weight);
        }
        return weight;
    }

    /**
     * Adds one weight.
     *
     * @param weight finite, 0 or more
     */
    public void add(double weight) {
        sum += weight;
        squares += weight * weight;
        whole &= weight == Math.rint(weight);
    }

    /**
     * Adds all weights of another, each times a factor.
     *
     * @param other left as it is
     * @param factor finite, 0 or more
     */
    public void merge(Weights other, double factor) {
        sum += other.sum * factor;
        squares += other.squares * factor * factor;
        whole &= other.whole && factor == Math.rint(factor);
    }

    /** {@return the sum of the weights} */
    public double sum() {
        return sum;
    }

    /** {@return whether every weight is a whole number} */
    public boolean areWhole() {
        return whole;
    }

    /** {@return what to multiply sums of weights with to make them effective counts; 1 for whole weights} */
    public double scale() {
        return whole || sum == 0 ? 1 : sum / squares;
    }

    /** {@return the number of observations: counted, or effective, rounded} */
    public long n() {
        return Math.round(sum * scale());
    }
}
