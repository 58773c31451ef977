package io.llmops.preprocess.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {

    private static final int TRIALS = 2_000;

    /** Two sets of small numbers in a row, the worst food for a weak hash, of which {@code common} are in both. */
    private static long[][] sets(long first, int common, int own) {
        var one = new long[common + own];
        var other = new long[common + own];
        for (var i = 0; i < common + own; i++) {
            one[i] = first + i;
            other[i] = i < common ? first + i : first + own + i;
        }
        return new long[][] {one, other};
    }

    @Test
    void jaccardIsWhatIsSharedOverAllThereIs() {
        assertThat(Shingles.jaccard(new long[] {1, 2, 3}, new long[] {2, 3, 4, 5}))
                .isEqualTo(2 / 5.0);
        assertThat(Shingles.jaccard(new long[] {1}, new long[] {1})).isEqualTo(1);
        assertThat(Shingles.jaccard(new long[] {1}, new long[] {})).isZero();
    }

    /** The error over its stated deviation has mean 0 and deviation 1; both are known to within a few per cent here. */
    @ParameterizedTest
    @CsvSource({"128, 20, 40", "128, 60, 20", "128, 90, 5", "64, 50, 25", "256, 30, 30"})
    void theEstimateIsOffByItsStatedStandardError(int hashes, int common, int own) {
        var sum = 0.0;
        var squares = 0.0;
        for (var trial = 0; trial < TRIALS; trial++) {
            var sets = sets(1_000L * trial, common, own);
            var jaccard = Shingles.jaccard(sets[0], sets[1]);
            assertThat(jaccard).isEqualTo((double) common / (common + 2 * own));
            var minHash = new MinHash(hashes, trial);
            var estimate = MinHash.similarity(minHash.signature(sets[0]), minHash.signature(sets[1]));
            var error = (estimate - jaccard) / Math.sqrt(jaccard * (1 - jaccard) / hashes);
            sum += error;
            squares += error * error;
        }
        assertThat(sum / TRIALS).isCloseTo(0, within(4 / Math.sqrt(TRIALS)));
        assertThat(Math.sqrt(squares / TRIALS)).isCloseTo(1, within(4 / Math.sqrt(2 * TRIALS)));
    }

    @ParameterizedTest
    @CsvSource({"60, 20", "80, 10", "90, 5", "94, 3"})
    void pairsMeetInABandAsOftenAsTheCurveSays(int common, int own) {
        var banding = Banding.forThreshold(0.8, 128);
        var met = 0;
        for (var trial = 0; trial < TRIALS; trial++) {
            var sets = sets(1_000L * trial, common, own);
            var minHash = new MinHash(128, 7_000_000 + trial);
            var one = banding.keys(minHash.signature(sets[0]));
            var other = banding.keys(minHash.signature(sets[1]));
            var shared = false;
            for (var band = 0; band < one.length; band++) {
                shared |= one[band] == other[band];
            }
            met += shared ? 1 : 0;
        }
        var expected = banding.probability((double) common / (common + 2 * own));
        var deviation = Math.sqrt(expected * (1 - expected) / TRIALS);
        assertThat((double) met / TRIALS).isCloseTo(expected, within(4 * deviation + 0.001));
    }

    /** By hand: 1 - (1 - 0.8^7)^18 = 0.9855, and with 16 bands of 8 rows 0.9470, which is too little. */
    @Test
    void theBandingHasTheMostRowsThatStillFindTheThreshold() {
        assertThat(Banding.forThreshold(0.8, 128)).isEqualTo(new Banding(18, 7));
        assertThat(new Banding(18, 7).probability(0.8)).isCloseTo(0.9855, within(0.0001));
        assertThat(new Banding(16, 8).probability(0.8)).isCloseTo(0.9470, within(0.0001));
        assertThat(new Banding(18, 7).probability(0)).isZero();
        assertThat(new Banding(18, 7).probability(1)).isEqualTo(1);
        assertThat(Banding.forThreshold(1, 128)).isEqualTo(new Banding(1, 128));
    }

    @Test
    void refusesWhatCannotBeBanded() {
        assertThatThrownBy(() -> Banding.forThreshold(0, 128))
                .hasMessage("expected a threshold above 0 and at most 1, found 0.0");
        assertThatThrownBy(() -> Banding.forThreshold(Double.NaN, 128)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Banding.forThreshold(0.01, 128))
                .hasMessage(
                        "expected enough hashes to find a similarity of 0.01 with a probability of 0.95, found 128");
        assertThatThrownBy(() -> Banding.forThreshold(0.5, 0)).hasMessage("expected 1 hash or more, found 0");
        assertThatThrownBy(() -> new Banding(0, 1)).hasMessage("expected 1 band and 1 row or more, found 0 and 1");
    }

    /** The published first output of SplitMix64 for the seed 0 and of Java's SplittableRandom. */
    @Test
    void theMixIsSplitMix64() {
        assertThat(Hash.mix(0x9E3779B97F4A7C15L)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(Hash.mix(0x3C6EF372FE94F82AL)).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(Hash.mix(0x9E3779B97F4A7C15L)).isEqualTo(new SplittableRandom(0).nextLong());
    }

    /** Many near texts, none of which may collide in 64 bits, and every bit of which is set half the time. */
    @Test
    void hashesOfNearTextsAreSpreadOverAllBits() {
        var hashes = new long[200_000];
        var ones = new int[Long.SIZE];
        for (var i = 0; i < hashes.length; i++) {
            hashes[i] = Hash.of("text " + i);
            for (var bit = 0; bit < Long.SIZE; bit++) {
                ones[bit] += (int) (hashes[i] >>> bit & 1);
            }
        }
        assertThat(Arrays.stream(hashes).distinct().count()).isEqualTo(hashes.length);
        for (var count : ones) {
            assertThat(count).isBetween(100_000 - 1_100, 100_000 + 1_100);
        }
        assertThat(Hash.of("ab")).isNotEqualTo(Hash.of("ba"));
        assertThat(Hash.of("")).isNotEqualTo(Hash.of("\u0000"));
    }

    @Test
    void setsAreSortedAndHoldEachShingleOnce() {
        var shingles = Shingles.THREE_WORDS;
        assertThat(shingles.list("a b c a b c a")).hasSize(5);
        assertThat(shingles.set("A b, c a B c a")).hasSize(3).isSorted().isEqualTo(shingles.set("a b c a b c a"));
        assertThat(shingles.set("just two")).hasSize(1);
        assertThat(shingles.set("?!")).isEmpty();
        assertThatThrownBy(() -> new Shingles(shingles.terms(), 0))
                .hasMessage("expected shingles of 1 token or more, found 0");
    }

    /** Where the angle between two texts' counts is known, bits differ at the rate of that angle. */
    @ParameterizedTest
    @CsvSource({"181, 20", "101, 100", "1, 200"})
    void bitsOfSimHashDifferAtTheRateOfTheAngle(int common, int own) {
        var random = new Random(5);
        var differing = 0L;
        var trials = 4_000;
        for (var trial = 0; trial < trials; trial++) {
            var one = random.longs(common + own).toArray();
            var other = one.clone();
            for (var i = common; i < other.length; i++) {
                other[i] = random.nextLong();
            }
            differing += SimHash.distance(SimHash.of(one), SimHash.of(other));
        }
        var angle = Math.acos((double) common / (common + own));
        assertThat(differing / (64.0 * trials)).isCloseTo(angle / Math.PI, within(0.01));
    }

    @Test
    void printsWithinTheDistanceAgreeUnderOneMask() {
        var random = new Random(11);
        for (var distance = 0; distance <= SimHashDuplicates.FARTHEST; distance++) {
            var masks = SimHashTables.masks(distance, 1_000_000);
            assertThat(masks).hasSizeLessThanOrEqualTo(300).doesNotHaveDuplicates();
            for (var trial = 0; trial < 500; trial++) {
                var one = random.nextLong();
                var other = one;
                for (var flip = 0; flip < distance; flip++) {
                    other ^= 1L << random.nextInt(64);
                }
                var near = other;
                assertThat(masks).as("distance %d", distance).anyMatch(mask -> (one & mask) == (near & mask));
            }
        }
        assertThat(SimHashTables.masks(3, 10))
                .hasSize(4)
                .allSatisfy(mask -> assertThat(Long.bitCount(mask)).isEqualTo(16));
    }
}
