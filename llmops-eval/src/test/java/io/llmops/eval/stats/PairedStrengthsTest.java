package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedStrengthsTest {

    @Test
    void hasTheLogOddsOfTwoPlayersAndTheirStandardError() {
        var fit = PairedStrengths.fit(new double[][] {{0, 30}, {10, 0}}).orElseThrow();

        // s1 - s2 = ln 3 with the variance 1/30 + 1/10; each strength is half of it
        assertThat(fit.strengths()[0]).isCloseTo(Math.log(3) / 2, within(1e-12));
        assertThat(fit.strengths()[1]).isCloseTo(-Math.log(3) / 2, within(1e-12));
        assertThat(fit.standardErrors()[0]).isCloseTo(Math.sqrt(1 / 30.0 + 1 / 10.0) / 2, within(1e-9));
        assertThat(fit.interval(0, 0.95).method()).isEqualTo("information");
    }

    @Test
    void findsStrengthsThatExplainExpectedWinsExactly() {
        var strengths = new double[] {2, 0.5, -0.5, -2};
        var wins = new double[4][4];
        for (var i = 0; i < 4; i++) {
            for (var j = 0; j < 4; j++) {
                wins[i][j] = i == j ? 0 : 7 * (i + j) / (1 + Math.exp(strengths[j] - strengths[i]));
            }
        }

        assertThat(PairedStrengths.fit(wins).orElseThrow().strengths()).containsExactly(strengths, within(1e-9));
    }

    @Test
    void isEmptyWhereSomeNeverBeatTheOthers() {
        assertThat(PairedStrengths.fit(new double[][] {{0, 5}, {0, 0}})).isEmpty();
        assertThat(PairedStrengths.fit(new double[][] {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}}))
                .isEmpty();
        assertThat(PairedStrengths.fit(new double[][] {{0}})).isEmpty();
        assertThat(PairedStrengths.fit(new double[0][])).isEmpty();
    }

    @Test
    void refusesWinsThatAreNone() {
        assertThatThrownBy(() -> PairedStrengths.fit(new double[][] {{0, -1}, {1, 0}}))
                .hasMessage("expected finite wins of 0 or more, found [0.0, -1.0]");
        assertThatThrownBy(() -> PairedStrengths.fit(new double[][] {{0, 1}}))
                .hasMessage("expected as many columns as rows, found 2 and 1");
    }
}
