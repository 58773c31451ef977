package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
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

    @Test
    void isTheMeanItselfOnceAllOfAPopulationIsDrawn() {
        ConfidenceSequence sequence = ConfidenceSequence.withoutReplacement(0, 1, 0.95, 40);
        for (int i = 0; i < 40; i++) {
            sequence.add(i % 4 == 0 ? 0 : 1);
            assertThat(sequence.excludes(0.75)).as("after %s", i + 1).isFalse();
        }
        assertThat(sequence.interval().lower()).isCloseTo(0.75, within(1e-8));
        assertThat(sequence.interval().upper()).isCloseTo(0.75, within(1e-8));
        assertThatIllegalStateException()
                .isThrownBy(() -> sequence.add(1))
                .withMessage("expected 40 values at most, found one more");
    }

    /** 30 ones among the first 30 of 40: the mean is at least 30/40 whatever comes. */
    @Test
    void knowsWhatTheValuesSeenLeavePossible() {
        ConfidenceSequence sequence = ConfidenceSequence.withoutReplacement(0, 1, 0.95, 40);
        for (int i = 0; i < 30; i++) {
            sequence.add(1);
        }
        assertThat(sequence.interval().lower()).isGreaterThanOrEqualTo(0.75 - 1e-8);
        assertThat(sequence.excludes(0.7499)).isTrue();
        assertThat(sequence.excludes(1)).isFalse();
    }

    /** The chance that the mean of all is ever refuted while they are drawn is at most what the level leaves. */
    @Test
    void coversTheMeanOfAPopulationAtEveryMoment() {
        for (double rate : new double[] {0.5, 0.9, 0.99}) {
            int size = 200;
            double[] population = new double[size];
            java.util.Arrays.fill(population, 0, (int) Math.round(rate * size), 1);
            RandomStream root = RandomStream.of(12);
            int wrong = 0;
            for (int i = 0; i < 600; i++) {
                int[] order = new int[size];
                java.util.Arrays.setAll(order, k -> k);
                root.split(i).shuffle(order);
                ConfidenceSequence sequence = ConfidenceSequence.withoutReplacement(0, 1, 0.9, size);
                boolean ever = false;
                for (int k = 0; k < size && !ever; k++) {
                    sequence.add(population[order[k]]);
                    ever = sequence.excludes(rate);
                }
                wrong += ever ? 1 : 0;
            }
            assertThat(wrong / 600.0).as("rate %s", rate).isLessThanOrEqualTo(0.1 + 3 * Math.sqrt(0.09 / 600));
        }
    }

    @Test
    void isNarrowerThanForAnEndlessSourceOnceMuchIsDrawn() {
        ConfidenceSequence endless = ConfidenceSequence.of(0, 1, 0.95);
        ConfidenceSequence drawn = ConfidenceSequence.withoutReplacement(0, 1, 0.95, 500);
        for (int i = 0; i < 400; i++) {
            endless.add(i % 10 == 0 ? 0 : 1);
            drawn.add(i % 10 == 0 ? 0 : 1);
        }
        assertThat(drawn.interval().width()).isLessThan(0.6 * endless.interval().width());
        assertThat(drawn.interval().method()).isEqualTo("betting without replacement");
    }
}
