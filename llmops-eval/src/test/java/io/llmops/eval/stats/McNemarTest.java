package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class McNemarTest {

    /** Bentur et al. 2009 as worked in Fagerland, Lydersen and Laake (2013). */
    @Test
    void givesTheNumbersOfTheTextbook() {
        assertThat(McNemar.exact(1, 7).pValue()).isCloseTo(18 / 256.0, within(1e-12));
        assertThat(McNemar.midP(1, 7).pValue()).isCloseTo(10 / 256.0, within(1e-12));
        assertThat(McNemar.chiSquared(1, 7, false).pValue()).isCloseTo(0.0339, within(5e-5));
        assertThat(McNemar.chiSquared(1, 7, true).statistic()).isEqualTo(25 / 8.0);
    }

    @Test
    void saysNothingWithoutADiscordantExample() {
        assertThat(McNemar.exact(0, 0).pValue()).isEqualTo(1);
        assertThat(McNemar.midP(0, 0).pValue()).isEqualTo(1);
        assertThat(McNemar.chiSquared(0, 0, true).pValue()).isEqualTo(1);
    }

    @Test
    void refusesNegativeCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.exact(-1, 3))
                .withMessage("expected onlyA of 0 or more, found -1");
    }
}
