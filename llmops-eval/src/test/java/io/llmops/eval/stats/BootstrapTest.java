package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final double[] ONE_TO_HUNDRED_AND_ONE =
            IntStream.rangeClosed(1, 101).mapToDouble(i -> i).toArray();

    @Test
    void thePercentileIntervalTakesInterpolatedQuantiles() {
        Interval interval = Bootstrap.percentile(ONE_TO_HUNDRED_AND_ONE, 0.95);
        assertThat(interval.lower()).isCloseTo(3.5, within(1e-12));
        assertThat(interval.upper()).isCloseTo(98.5, within(1e-12));
        assertThat(interval.method()).isEqualTo("bootstrap percentile");
    }

    @Test
    void theBasicIntervalMirrorsAtTheEstimate() {
        Interval interval = Bootstrap.basic(60, ONE_TO_HUNDRED_AND_ONE, 0.90);
        assertThat(interval.lower()).isCloseTo(120 - 96, within(1e-12));
        assertThat(interval.upper()).isCloseTo(120 - 6, within(1e-12));
    }

    /** Without bias and skew BCa is the percentile interval; with them the quantiles are those of Efron's formula. */
    @Test
    void theBcaIntervalFollowsEfronsFormula() {
        double[] even = {1, 2, 3};
        Interval plain = Bootstrap.bca(51, ONE_TO_HUNDRED_AND_ONE, even, 0.95);
        assertThat(plain.lower()).isCloseTo(3.5, within(1e-9));
        assertThat(plain.upper()).isCloseTo(98.5, within(1e-9));

        double[] skewed = {1, 1, 1, 5};
        double mean = 2;
        double a = (3 * Math.pow(mean - 1, 3) + Math.pow(mean - 5, 3))
                / (6 * Math.pow(3 * Math.pow(mean - 1, 2) + Math.pow(mean - 5, 2), 1.5));
        double z0 = Distributions.normalQuantile(60.5 / 101);
        double z = z0 - 1.959963984540054;
        double lower = Distributions.normalCdf(z0 + z / (1 - a * z));
        Interval corrected = Bootstrap.bca(61, ONE_TO_HUNDRED_AND_ONE, skewed, 0.95);
        assertThat(corrected.lower()).isCloseTo(1 + 100 * lower, within(1e-9));
    }

    @Test
    void staysFiniteWhenTheEstimateLiesOutsideAllReplicates() {
        Interval interval = Bootstrap.bca(1000, ONE_TO_HUNDRED_AND_ONE, new double[] {1, 2}, 0.95);
        assertThat(interval.upper()).isCloseTo(101, within(1e-9));
    }

    @Test
    void givesTheSameReplicatesOnAnyNumberOfThreads() {
        double[] one = manyReplicates(1).get(0).values();
        assertThat(manyReplicates(2).get(0).values()).isEqualTo(one);
        assertThat(manyReplicates(5).get(0).values()).isEqualTo(one);
        assertThat(Bootstrap.replicates(1000, 17, RandomStream::nextDouble).values())
                .isEqualTo(one);
    }

    private static List<Replicates> manyReplicates(int threads) {
        return Bootstrap.replicates(1000, 17, threads, 2, () -> (random, into) -> {
            into[0] = random.nextDouble();
            into[1] = random.nextDouble();
        });
    }

    @Test
    void countsTheResamplesOnWhichTheStatisticIsNotDefined() {
        Replicates replicates =
                Bootstrap.replicates(1000, 5, random -> random.nextInt(10) == 0 ? Double.NaN : random.nextDouble());
        assertThat(replicates.undefined()).isBetween(60, 140);
        assertThat(replicates.values()).hasSize(1000 - replicates.undefined()).doesNotContain(Double.NaN);
        assertThat(replicates.undefinedShare()).isEqualTo(replicates.undefined() / 1000.0);
    }

    @Test
    void stopsItsThreadsAlsoWhenAReplicationFails() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        assertThatIllegalStateException()
                .isThrownBy(() -> Bootstrap.replicates(10_000, 1, 4, 1, () -> (random, into) -> {
                    threads.add(Thread.currentThread());
                    if (random.nextInt(1000) == 0) {
                        throw new IllegalStateException("planted");
                    }
                }))
                .withMessage("planted");
        assertThat(threads.stream().filter(t -> t != Thread.currentThread())).noneMatch(Thread::isAlive);
    }

    @Test
    void refusesReplicatesThatAreNotNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.percentile(new double[] {1, Double.NaN}, 0.95))
                .withMessage("expected finite replicates, found NaN at 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.percentile(new double[] {1}, 0.95))
                .withMessage("expected at least 2 values in replicates, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.percentile(new double[] {1, 2}, 1))
                .withMessage("expected a level above 0 and below 1, found 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.replicates(0, 1, RandomStream::nextDouble));
    }

    @Test
    void leavesTheReplicatesInTheirOrder() {
        double[] replicates = {3, 1, 2};
        Bootstrap.percentile(replicates, 0.5);
        assertThat(Arrays.equals(replicates, new double[] {3, 1, 2})).isTrue();
    }
}
