package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    /** The published sequence of xoshiro256++ from the state 1, 2, 3, 4. */
    @Test
    void drawsWhatTheReferenceProgramOfXoshiroDraws() {
        RandomStream stream = new RandomStream(0, 1, 2, 3, 4);
        assertThat(LongStream.generate(stream::nextLong).limit(6).toArray())
                .containsExactly(
                        41943041L,
                        58720359L,
                        3588806011781223L,
                        3591011842654386L,
                        Long.parseUnsignedLong("9228616714210784205"),
                        Long.parseUnsignedLong("9973669472204895162"));
    }

    /** The published sequence of SplitMix64 from seed 1234567. */
    @Test
    void fillsItsStateFromSplitMix() {
        RandomStream stream = RandomStream.of(1234567);
        RandomStream same = new RandomStream(
                1234567,
                6457827717110365317L,
                3203168211198807973L,
                Long.parseUnsignedLong("9817491932198370423"),
                4593380528125082431L);
        assertThat(stream.nextLong()).isEqualTo(same.nextLong());
    }

    @Test
    void splitsByIndexWhateverWasDrawnBefore() {
        RandomStream drawn = RandomStream.of(42);
        drawn.nextLong();
        assertThat(drawn.split(7).nextLong())
                .isEqualTo(RandomStream.of(42).split(7).nextLong())
                .isNotEqualTo(RandomStream.of(42).split(8).nextLong())
                .isNotEqualTo(RandomStream.of(43).split(7).nextLong());
    }

    @Test
    void splitStreamsAreUniformAcrossTheirFirstDraws() {
        RandomStream root = RandomStream.of(0);
        double[] counts = new double[64];
        for (int i = 0; i < 64_000; i++) {
            counts[(int) (root.split(i).nextDouble() * 64)]++;
        }
        assertThat(Distributions.chiSquaredSf(chiSquared(counts, 1000), 63)).isBetween(0.001, 0.999);
    }

    @Test
    void numbersBelowABoundAreEquallyLikely() {
        RandomStream stream = RandomStream.of(1);
        double[] counts = new double[77];
        for (int i = 0; i < 770_000; i++) {
            counts[stream.nextInt(77)]++;
        }
        assertThat(Distributions.chiSquaredSf(chiSquared(counts, 10_000), 76)).isBetween(0.001, 0.999);
        assertThat(stream.nextInt(1)).isZero();
        assertThat(stream.nextInt(Integer.MAX_VALUE)).isNotNegative();
    }

    @Test
    void shufflesKeepEveryValueAndReachEveryOrder() {
        RandomStream stream = RandomStream.of(3);
        double[] counts = new double[6];
        for (int i = 0; i < 60_000; i++) {
            int[] values = {0, 1, 2};
            stream.shuffle(values);
            assertThat(values).containsExactlyInAnyOrder(0, 1, 2);
            counts[values[0] * 2 + (values[1] > values[2] ? 1 : 0)]++;
        }
        assertThat(Distributions.chiSquaredSf(chiSquared(counts, 10_000), 5)).isBetween(0.001, 0.999);
    }

    @Test
    void binomialDrawsFollowTheirDistribution() {
        double[][] settings = {
            {1, 0.3},
            {30, 0.02},
            {40, 0.24},
            {40, 0.26},
            {60, 0.5},
            {100, 0.9},
            {1000, 0.1},
            {3000, 0.5},
            {100_000, 0.003},
            {1_000_000, 0.4},
            {3e9, 1e-8},
            {3e9, 0.3}
        };
        for (double[] setting : settings) {
            long n = (long) setting[0];
            double p = setting[1];
            assertThat(fitOfBinomial(RandomStream.of(99), n, p))
                    .as("seed 99, n %s, p %s", n, p)
                    .isBetween(1e-4, 1 - 1e-4);
        }
    }

    /** Returns the p-value of a goodness-of-fit test in 40 bins of about equal probability. */
    static double fitOfBinomial(RandomStream stream, long n, double p) {
        int draws = 200_000;
        double mean = n * p;
        double deviation = Math.sqrt(mean * (1 - p));
        int bins = 40;
        double[] upTo = new double[bins];
        for (int i = 0; i < bins; i++) {
            upTo[i] = i == bins - 1 ? n : Math.floor(mean + deviation * Distributions.normalQuantile((i + 1.0) / bins));
        }
        double[] counts = new double[bins];
        for (int i = 0; i < draws; i++) {
            long k = stream.nextBinomial(n, p);
            int bin = 0;
            while (k > upTo[bin]) {
                bin++;
            }
            counts[bin]++;
        }
        double statistic = 0;
        int used = 0;
        double before = 0;
        for (int i = 0; i < bins; i++) {
            double below = Distributions.binomialCdf(upTo[i], (double) n, p);
            double expected = draws * (below - before);
            before = below;
            if (expected > 0) {
                statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
                used++;
            } else {
                assertThat(counts[i]).isZero();
            }
        }
        return Distributions.chiSquaredSf(statistic, used - 1);
    }

    @Test
    void drawsNothingSurprisingAtTheEdges() {
        RandomStream stream = RandomStream.of(5);
        assertThat(stream.nextBinomial(0, 0.5)).isZero();
        assertThat(stream.nextBinomial(10, 0)).isZero();
        assertThat(stream.nextBinomial(10, 1)).isEqualTo(10);
        assertThat(stream.nextBinomial(Long.MAX_VALUE / 2, 1e-18)).isBetween(0L, 100L);
        assertThatIllegalArgumentException().isThrownBy(() -> stream.nextBinomial(-1, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.nextBinomial(1, Double.NaN))
                .withMessage("expected a probability from 0 to 1, found NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.nextInt(0))
                .withMessage("expected a bound above 0, found 0");
    }

    private static double chiSquared(double[] counts, double expected) {
        double sum = 0;
        for (double count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
