package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {

    @Test
    void knowsOnlyTheBoundsBeforeTheFirstValue() {
        assertThat(ConfidenceSequence.of(-2, 5, 0.95).interval())
                .returns(-2.0, Interval::lower)
                .returns(5.0, Interval::upper);
    }

    @Test
    void narrowsAroundTheMean() {
        ConfidenceSequence sequence = ConfidenceSequence.of(0, 1, 0.95);
        RandomStream random = RandomStream.of(6);
        double before = 1;
        double mean = 0;
        for (int n = 1; n <= 5000; n++) {
            double value = random.nextDouble() < 0.9 ? 1 : 0;
            mean += value;
            sequence.add(value);
            if (n == 50 || n == 500 || n == 5000) {
                Interval interval = sequence.interval();
                assertThat(interval.width()).isLessThan(before);
                assertThat(interval.contains(mean / n)).isTrue();
                before = interval.width();
            }
        }
        assertThat(before).isLessThan(3 * Proportions.wilson(4500, 5000, 0.95).width());
    }

    /** By hand: at level 0.2 a mean m is refuted from 2.5 on; the bet is cut to ½ / m, so 1 + ½ (1 − m) / m = 2.5. */
    @Test
    void theFirstValueIsWorthWhatItsBetEarns() {
        ConfidenceSequence sequence = ConfidenceSequence.of(0, 1, 0.2);
        sequence.add(1);
        assertThat(sequence.interval().lower()).isCloseTo(0.25, within(1e-12));
        assertThat(sequence.interval().upper()).isEqualTo(1);
    }

    @Test
    void excludesExactlyWhatIsOutsideTheInterval() {
        ConfidenceSequence sequence = ConfidenceSequence.of(0, 10, 0.9);
        RandomStream random = RandomStream.of(9);
        for (int i = 0; i < 400; i++) {
            sequence.add(2 + 3 * random.nextDouble());
        }
        Interval interval = sequence.interval();
        assertThat(sequence.excludes(interval.lower() - 1e-6)).isTrue();
        assertThat(sequence.excludes(interval.lower() + 1e-6)).isFalse();
        assertThat(sequence.excludes(interval.upper() - 1e-6)).isFalse();
        assertThat(sequence.excludes(interval.upper() + 1e-6)).isTrue();
        assertThat(sequence.count()).isEqualTo(400);
    }

    @Test
    void refusesValuesOutsideTheBounds() {
        ConfidenceSequence sequence = ConfidenceSequence.of(0, 1, 0.95);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence.add(1.5))
                .withMessage("expected a value from 0.0 to 1.0, found 1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> sequence.add(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ConfidenceSequence.of(1, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> ConfidenceSequence.of(0, Double.POSITIVE_INFINITY, 0.95));
    }
}
