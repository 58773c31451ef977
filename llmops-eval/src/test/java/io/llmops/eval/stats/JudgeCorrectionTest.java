package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.llmops.eval.stats.JudgeCorrection.Corrected;
import io.llmops.eval.stats.JudgeCorrection.Validation;
import org.junit.jupiter.api.Test;

class JudgeCorrectionTest {

    /** By hand: (0.62 + 0.8 − 1) / (0.9 + 0.8 − 1) = 0.6. */
    @Test
    void correctsARateByRoganAndGladen() {
        Corrected corrected = JudgeCorrection.roganGladen(620, 1000, new Validation(90, 100, 80, 100), 0.95);
        assertThat(corrected.value()).isCloseTo(0.6, within(1e-12));
        assertThat(corrected.interval().contains(0.6)).isTrue();
        assertThat(corrected.interval().width())
                .isGreaterThan(Proportions.wilson(600, 1000, 0.95).width());
    }

    /** A perfect judge that is known exactly corrects nothing: the interval becomes that of Agresti and Coull. */
    @Test
    void aPerfectJudgeNeedsNoCorrection() {
        Validation perfect = new Validation(1_000_000_000, 1_000_000_000, 1_000_000_000, 1_000_000_000);
        Corrected corrected = JudgeCorrection.roganGladen(30, 100, perfect, 0.95);
        Interval plain = Proportions.agrestiCoull(30, 100, 0.95);
        assertThat(corrected.value()).isCloseTo(0.3, within(1e-12));
        assertThat(corrected.interval().lower()).isCloseTo(plain.lower(), within(1e-7));
        assertThat(corrected.interval().upper()).isCloseTo(plain.upper(), within(1e-7));
    }

    @Test
    void refusesAJudgeThatIsNoBetterThanChance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgeCorrection.roganGladen(5, 10, new Validation(3, 10, 7, 10), 0.95))
                .withMessageStartingWith("expected a judge better than chance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Validation(3, 0, 7, 10))
                .withMessage("expected positives and true ones among them, found 3 of 0");
    }

    @Test
    void aWorthlessJudgeLeavesTheHumanMean() {
        double[] human = {0, 1, 1, 0, 1, 1};
        double[] constant = {1, 1, 1, 1, 1, 1};
        Corrected corrected = JudgeCorrection.predictionPowered(human, constant, constant, 0.95);
        Interval plain = Means.student(human, 0.95);
        assertThat(corrected.value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(corrected.interval().lower()).isCloseTo(plain.lower(), within(1e-12));
        assertThat(corrected.interval().upper()).isCloseTo(plain.upper(), within(1e-12));
    }

    @Test
    void aGoodJudgeNarrowsTheInterval() {
        RandomStream random = RandomStream.of(31);
        double[] human = new double[100];
        double[] judge = new double[100];
        double[] judgeOnly = new double[5000];
        for (int i = 0; i < 5000; i++) {
            double quality = random.nextDouble();
            judgeOnly[i] = quality;
            if (i < 100) {
                judge[i] = quality;
                human[i] = quality + 0.1 * random.nextGaussian() - 0.2;
            }
        }
        Corrected corrected = JudgeCorrection.predictionPowered(human, judge, judgeOnly, 0.95);
        assertThat(corrected.interval().width())
                .isLessThan(0.6 * Means.student(human, 0.95).width());
        assertThat(corrected.value()).isCloseTo(0.3, within(0.05));
    }
}
