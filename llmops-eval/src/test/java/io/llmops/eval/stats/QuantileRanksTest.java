package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QuantileRanksTest {

    /** Conover, "Practical Nonparametric Statistics", and any table of the sign test: 10 values 2 and 9, 20 values 6 and 15. */
    @Test
    void isTheIntervalOfTheSignTestForTheMedian() {
        assertThat(QuantileRanks.of(0.5, 10, 0.95)).isEqualTo(new QuantileRanks(2, 9));
        assertThat(QuantileRanks.of(0.5, 20, 0.95)).isEqualTo(new QuantileRanks(6, 15));
        assertThat(QuantileRanks.of(0.5, 100, 0.95)).isEqualTo(new QuantileRanks(40, 61));
    }

    @Test
    void hasNoBoundWhereThereAreTooFewValues() {
        assertThat(QuantileRanks.of(0.5, 5, 0.95)).isEqualTo(new QuantileRanks(0, 6));
        assertThat(QuantileRanks.of(0.5, 6, 0.95)).isEqualTo(new QuantileRanks(1, 6));
        assertThat(QuantileRanks.of(0.95, 71, 0.95).upper()).isEqualTo(72);
        assertThat(QuantileRanks.of(0.95, 72, 0.95).upper()).isEqualTo(72);
    }

    /** Summed exactly: the chance that so few, or so many, values lie below the quantile. */
    @Test
    void missesOnEachSideNoOftenerThanItSays() {
        for (var quantile : new double[] {0.5, 0.9, 0.95, 0.99}) {
            for (var n : new int[] {10, 50, 200, 1000}) {
                var ranks = QuantileRanks.of(quantile, n, 0.95);
                var above = Distributions.binomialCdf(ranks.lower() - 1.0, n, quantile);
                var below = Distributions.binomialSf(ranks.upper() - 1.0, n, quantile);
                assertThat(above).as("%s of %s", quantile, n).isLessThanOrEqualTo(0.025);
                assertThat(ranks.upper() > n ? 0 : below)
                        .as("%s of %s", quantile, n)
                        .isLessThanOrEqualTo(0.025);
                assertThat(Distributions.binomialCdf((double) ranks.lower(), n, quantile))
                        .as("the next rank would be too much")
                        .isGreaterThan(0.025);
            }
        }
    }

    @Test
    void isWiderWhereValuesTellLess() {
        var alone = QuantileRanks.of(0.5, 100, 0.95);
        var grouped = QuantileRanks.of(0.5, 100, 25, 0.95);

        assertThat(grouped.upper() - grouped.lower()).isBetween(36L, 48L);
        assertThat(alone.upper() - alone.lower()).isEqualTo(21);
    }

    @Test
    void refusesWhatIsNoQuantileOrNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> QuantileRanks.of(1, 10, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> QuantileRanks.of(0.5, 0, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> QuantileRanks.of(0.5, 10, 11, 0.95));
    }
}
