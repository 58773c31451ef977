package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PowerTest {

    /** G*Power: paired t test, d = 0.5, α = 0.05, power 0.80: 34 pairs, actual power 0.8077775. */
    @Test
    void aPairedTTestNeedsWhatGPowerSays() {
        Power power = Power.pairedMeans(0.05);
        assertThat(power.sampleSize(0.5, 0.8)).hasValue(34);
        assertThat(power.power(34, 0.5)).isCloseTo(0.8077775, within(5e-8));
        assertThat(power.power(34, -0.5)).isCloseTo(0.8077775, within(5e-8));
        assertThat(power.power(34, 0)).isCloseTo(0.05, within(1e-9));
    }

    /** The textbook formula by hand: (1.96 · 0.5 + 0.8416 · √0.24)² / 0.1² = 193.8. */
    @Test
    void aRateOfSixtyAgainstFiftyPercentNeedsAHundredAndNinetyFour() {
        assertThat(Power.oneProportion(0.5, 0.05).sampleSize(0.1, 0.8)).hasValue(194);
    }

    /** Connor's formula by hand: (1.959964 √0.2 + 0.841621 √(0.2 − 0.01))² / 0.1² = 154.6. */
    @Test
    void mcNemarsTestNeedsWhatConnorsFormulaSays() {
        assertThat(Power.pairedProportions(0.2, 0.05).sampleSize(0.1, 0.8)).hasValue(155);
    }

    @Test
    void theDetectableEffectIsTheOneOfThatSampleSize() {
        for (Power power :
                List.of(Power.pairedMeans(0.05), Power.pairedProportions(0.3, 0.01), Power.oneProportion(0.8, 0.05))) {
            double effect = power.detectableEffect(400, 0.9).orElseThrow();
            assertThat(power.power(400, effect)).isCloseTo(0.9, within(1e-9));
            assertThat(power.sampleSize(effect * 1.0001, 0.9).orElseThrow()).isBetween(399L, 400L);
        }
    }

    @Test
    void saysWhenNoSampleOrEffectIsEnough() {
        assertThat(Power.pairedMeans(0.05).sampleSize(0, 0.8)).isEmpty();
        assertThat(Power.pairedProportions(0.1, 0.05).detectableEffect(5, 0.8)).isEmpty();
        assertThat(Power.oneProportion(0.9, 0.05).detectableEffect(3, 0.99)).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Power.pairedProportions(0.1, 0.05).power(100, 0.2))
                .withMessage("expected an effect of at most 0.1, found 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Power.pairedMeans(0.05).power(1, 0.2))
                .withMessage("expected at least 2 examples, found 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Power.pairedMeans(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Power.pairedMeans(0.05).power(10, Double.NaN));
    }

    /** A shift of 0 is Student's distribution; with many degrees of freedom the normal one, shifted. */
    @Test
    void theNoncentralDistributionMeetsItsLimits() {
        assertThat(NoncentralStudent.cdf(1.3, 7, 0)).isCloseTo(Distributions.studentCdf(1.3, 7), within(1e-13));
        assertThat(NoncentralStudent.cdf(-1.3, 7, 0)).isCloseTo(Distributions.studentCdf(-1.3, 7), within(1e-13));
        assertThat(NoncentralStudent.cdf(3, 1e7, 2)).isCloseTo(Distributions.normalCdf(1), within(1e-6));
    }
}
