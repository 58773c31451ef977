package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionsTest {

    /** Bentur et al. 2009 as worked in Fagerland, Lydersen and Laake (2014). */
    private static final PairedCounts AIRWAYS = new PairedCounts(1, 1, 7, 12);

    @Test
    void newcombesIntervalIsThatOfTheTextbook() {
        Interval interval = Proportions.newcombe(AIRWAYS, 0.95);
        assertThat(interval.lower()).isCloseTo(-0.507, within(0.0005));
        assertThat(interval.upper()).isCloseTo(-0.026, within(0.0005));
    }

    @Test
    void tangosIntervalIsThatOfTheTextbook() {
        Interval interval = Proportions.tango(AIRWAYS, 0.95);
        assertThat(interval.lower()).isCloseTo(-0.517, within(0.0005));
        assertThat(interval.upper()).isCloseTo(-0.026, within(0.0005));
    }

    /** Without a discordant pair Tango's bounds are ± z² / (n + z²), by hand. */
    @Test
    void tangosIntervalHasWidthEvenWithoutADiscordantPair() {
        Interval interval = Proportions.tango(new PairedCounts(60, 0, 0, 40), 0.95);
        double z = 1.959963984540054;
        assertThat(interval.upper()).isCloseTo(z * z / (100 + z * z), within(1e-12));
        assertThat(interval.lower()).isCloseTo(-z * z / (100 + z * z), within(1e-12));
    }

    @Test
    void swappingTheTwoMirrorsTheInterval() {
        for (long seed = 0; seed < 300; seed++) {
            RandomStream random = RandomStream.of(seed);
            double[] c = random.split(1).nextInt(3) == 0
                    ? new double[] {random.nextInt(3), random.nextInt(3), random.nextInt(3), 1}
                    : new double[] {random.nextInt(90), random.nextInt(20), random.nextInt(20), 1 + random.nextInt(50)};
            PairedCounts table = new PairedCounts(c[0], c[1], c[2], c[3]);
            PairedCounts swapped = new PairedCounts(c[0], c[2], c[1], c[3]);
            assertMirrored("seed " + seed, Proportions.tango(table, 0.9), Proportions.tango(swapped, 0.9));
            assertMirrored("seed " + seed, Proportions.newcombe(table, 0.9), Proportions.newcombe(swapped, 0.9));
            assertThat(Proportions.tango(table, 0.9).contains(table.difference()))
                    .as("seed " + seed)
                    .isTrue();
            assertThat(Proportions.tango(table, 0.9).width()).as("seed " + seed).isPositive();
        }
    }

    private static void assertMirrored(String seed, Interval one, Interval other) {
        assertThat(one.lower()).as(seed).isCloseTo(-other.upper(), within(1e-9));
        assertThat(one.upper()).as(seed).isCloseTo(-other.lower(), within(1e-9));
    }

    @Test
    void scoreIntervalsNeverHaveZeroWidth() {
        assertThat(Proportions.wilson(0, 1, 0.95).width()).isPositive();
        assertThat(Proportions.wilson(7, 7, 0.95)).returns(1.0, Interval::upper);
        assertThat(Proportions.wilson(0, 7, 0.95)).returns(0.0, Interval::lower);
        assertThat(Proportions.clopperPearson(0, 1_000_000, 0.95).upper()).isCloseTo(3.688872e-6, within(1e-11));
    }

    @Test
    void takesFractionalCounts() {
        Interval half = Proportions.wilson(2.5, 10.25, 0.95);
        assertThat(half.lower()).isBetween(Proportions.wilson(2, 10, 0.95).lower(), 0.25);
    }

    @Test
    void hasTheRatioOfTwoRatesWithItsInterval() {
        // scipy.stats.contingency.relative_risk(27, 122, 44, 487), its documentation
        Interval ratio = Proportions.ratio(27, 122, 44, 487, 0.95);

        assertThat(ratio.lower()).isCloseTo(1.5836990926700116, within(1e-12));
        assertThat(ratio.upper()).isCloseTo(3.7886786315466354, within(1e-12));
        assertThat(Proportions.ratio(5, 5, 7, 7, 0.95).width()).isPositive();
        assertThat(Proportions.ratio(0, 5, 7, 7, 0.95).lower()).isPositive();
    }

    @Test
    void refusesWhatIsNotARate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportions.wilson(1, 0, 0.95))
                .withMessage("expected trials above 0 and successes from 0 to them, found 1.0 of 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Proportions.wilson(Double.NaN, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Proportions.jeffreys(2, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Proportions.clopperPearson(1, 2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportions.agrestiCoull(1, Double.POSITIVE_INFINITY, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> new PairedCounts(0, 0, 0, 0));
    }
}
