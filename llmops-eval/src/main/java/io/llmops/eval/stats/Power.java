package io.llmops.eval.stats;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleBinaryOperator;

/**
 * How likely a two-sided test finds an effect, how many examples it needs, and which effect it can find. Immutable.
 *
 * <p>Before an evaluation: {@code Power.pairedProportions(0.10, 0.05).sampleSize(0.02, 0.80)} says how many examples show
 * that one system is right on 2 % more of them, when the two disagree on 10 %.
 */
public final class Power {

    private static final long MOST_EXAMPLES = 1_000_000_000_000L;

    private final DoubleBinaryOperator powerOfSizeAndEffect;
    private final long leastSize;
    private final double mostEffect;

    private Power(DoubleBinaryOperator powerOfSizeAndEffect, long leastSize, double mostEffect) {
        this.powerOfSizeAndEffect = powerOfSizeAndEffect;
        this.leastSize = leastSize;
        this.mostEffect = mostEffect;
    }

    /**
     * Returns the power of the paired t test, exact for normal differences (noncentral t). The effect is Cohen's d of
     * the differences.
     *
     * @param alpha the chance of a false alarm, above 0 and below 1
     * @return the power
     */
    public static Power pairedMeans(double alpha) {
        Numbers.requireLevel(alpha);
        return new Power(
                (n, effect) -> {
                    double critical = Distributions.studentCritical(1 - alpha, n - 1);
                    double shift = effect * Math.sqrt(n);
                    return NoncentralStudent.cdf(-critical, n - 1, shift)
                            + 1
                            - NoncentralStudent.cdf(critical, n - 1, shift);
                },
                2,
                1000);
    }

    /**
     * Returns the power of McNemar's test by the normal approximation (Connor 1987); good from about 10 examples on which
     * just one of the two is right. The effect is the difference of the two rates.
     *
     * @param discordant the share of examples on which just one of the two is right, above 0 and at most 1
     * @param alpha the chance of a false alarm, above 0 and below 1
     * @return the power
     */
    public static Power pairedProportions(double discordant, double alpha) {
        Numbers.requireLevel(alpha);
        if (!(discordant > 0 && discordant <= 1)) {
            throw new IllegalArgumentException(
                    "expected a discordant share above 0 and at most 1, found " + discordant);
        }
        double critical = Distributions.normalCritical(1 - alpha);
        return new Power(
                (n, effect) -> twoSided(
                        effect * Math.sqrt(n),
                        critical * Math.sqrt(discordant),
                        Math.sqrt(discordant - effect * effect)),
                1,
                discordant);
    }

    /**
     * Returns the power of the score test of a rate, whose interval is Wilson's, by the normal approximation; good where
     * about 10 successes and 10 failures are expected. The effect is the true rate minus the supposed one.
     *
     * @param rate the supposed rate, above 0 and below 1
     * @param alpha the chance of a false alarm, above 0 and below 1
     * @return the power
     */
    public static Power oneProportion(double rate, double alpha) {
        Numbers.requireLevel(alpha);
        Numbers.requireLevel(rate);
        double critical = Distributions.normalCritical(1 - alpha);
        return new Power(
                (n, effect) -> {
                    double truth = Numbers.clamp(rate + effect, 0, 1);
                    return twoSided(
                            effect * Math.sqrt(n),
                            critical * Math.sqrt(rate * (1 - rate)),
                            Math.sqrt(truth * (1 - truth)));
                },
                1,
                1 - rate);
    }

    /**
     * Returns the chance that the test finds an effect.
     *
     * @param examples how many, at least 2 for means and 1 for rates
     * @param effect its size in the unit of the test; for paired rates at most the discordant share, for one rate such
     *     that the true rate is from 0 to 1
     * @return from 0 to 1
     */
    public double power(long examples, double effect) {
        Numbers.requireFinite("effect", effect);
        if (examples < leastSize) {
            throw new IllegalArgumentException("expected at least " + leastSize + " examples, found " + examples);
        }
        return Numbers.clamp(powerOfSizeAndEffect.applyAsDouble((double) examples, requireReachable(effect)), 0, 1);
    }

    /**
     * Returns the least number of examples with which the test finds an effect with at least a chance.
     *
     * @param effect its size in the unit of the test
     * @param power the chance, above 0 and below 1
     * @return the number, or empty when 10^12 are not enough
     */
    public OptionalLong sampleSize(double effect, double power) {
        Numbers.requireLevel(power);
        long low = leastSize - 1;
        long high = leastSize;
        while (power(high, effect) < power) {
            low = high;
            high *= 2;
            if (high > MOST_EXAMPLES) {
                return OptionalLong.empty();
            }
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (power(middle, effect) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of(high);
    }

    /**
     * Returns the least effect above 0 that the test finds with at least a chance.
     *
     * @param examples how many, at least 2 for means and 1 for rates
     * @param power the chance, above 0 and below 1
     * @return the effect, or empty when none is large enough
     */
    public OptionalDouble detectableEffect(long examples, double power) {
        Numbers.requireLevel(power);
        if (power(examples, mostEffect) < power) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                Bisection.increasing(1e-9 * mostEffect, mostEffect, power, effect -> power(examples, effect)));
    }

    private double requireReachable(double effect) {
        if (Math.abs(effect) > mostEffect && effect > 0) {
            throw new IllegalArgumentException("expected an effect of at most " + mostEffect + ", found " + effect);
        }
        return effect;
    }

    private static double twoSided(double distance, double critical, double spread) {
        return spread > 0
                ? Distributions.normalSf((critical - distance) / spread)
                        + Distributions.normalCdf((-critical - distance) / spread)
                : Math.abs(distance) > critical ? 1 : 0;
    }
}
