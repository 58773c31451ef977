package io.llmops.eval.metric.text;

import java.util.Locale;

/**
 * What BLEU takes for the precision of n-grams of which none is right, as sacreBLEU has it (Chen and Cherry 2014).
 * Immutable.
 */
public final class BleuSmoothing {

    private static final BleuSmoothing NONE = new BleuSmoothing(Kind.NONE, 0);
    private static final BleuSmoothing EXPONENTIAL = new BleuSmoothing(Kind.EXPONENTIAL, 0);

    private final Kind kind;
    private final double value;

    private enum Kind {
        NONE,
        FLOOR,
        ADD_K,
        EXPONENTIAL
    }

    private BleuSmoothing(Kind kind, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a finite number of 0 or more, found " + value);
        }
        this.kind = kind;
        this.value = value;
    }

    /** {@return no smoothing: 0, and BLEU is 0} */
    public static BleuSmoothing none() {
        return NONE;
    }

    /** {@return half, a quarter, an eighth … of one n-gram for each length that has none; the standard} */
    public static BleuSmoothing exponential() {
        return EXPONENTIAL;
    }

    /**
     * Returns a small number of n-grams in the place of none.
     *
     * @param value finite, 0 or more; sacreBLEU's is 0.1
     * @return the smoothing
     */
    public static BleuSmoothing floor(double value) {
        return new BleuSmoothing(Kind.FLOOR, value);
    }

    /**
     * Returns a number that is added to right and to all n-grams of two tokens and more.
     *
     * @param k finite, 0 or more; sacreBLEU's is 1
     * @return the smoothing
     */
    public static BleuSmoothing addK(double k) {
        return new BleuSmoothing(Kind.ADD_K, k);
    }

    double added(int order) {
        return kind == Kind.ADD_K && order > 1 ? value : 0;
    }

    /** Returns how many n-grams count in the place of none, for the first, second … such length. */
    double ofNone(int time) {
        return switch (kind) {
            case EXPONENTIAL -> StrictMath.pow(0.5, time);
            case FLOOR -> value;
            case NONE, ADD_K -> 0;
        };
    }

    /** {@return how sacreBLEU writes it in its signature, e.g. {@code exp} or {@code floor[0.10]}} */
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "none";
            case EXPONENTIAL -> "exp";
            case FLOOR -> String.format(Locale.ROOT, "floor[%.2f]", value);
            case ADD_K -> String.format(Locale.ROOT, "add-k[%.2f]", value);
        };
    }
}
