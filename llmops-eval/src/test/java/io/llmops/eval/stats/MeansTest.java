package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeansTest {

    private static final double[] VALUES = {0.2, 0.9, 0.4, 0.4, 0.7, 0.1};

    @Test
    void groupsOfOneAreIndependentValues() {
        Interval student = Means.student(VALUES, 0.9);
        Interval clustered = Means.clustered(VALUES, new int[] {5, 4, 3, 2, 1, 0}, 0.9);
        Interval weighted = Means.weighted(VALUES, new double[] {2, 2, 2, 2, 2, 2}, 0.9);
        assertThat(clustered.lower()).isCloseTo(student.lower(), within(1e-14));
        assertThat(clustered.upper()).isCloseTo(student.upper(), within(1e-14));
        assertThat(weighted.upper()).isCloseTo(student.upper(), within(1e-14));
    }

    /** By hand, with the closed form of the quantile of two degrees of freedom: group sums of residuals −0.9, 0.3, 0.6 around the mean 0.45; 3/2 · 1.26 / 36 is the squared error. */
    @Test
    void groupsAreJoinedBeforeTheyAreSquared() {
        double[] values = {0, 0, 0.6, 0.6, 0.75, 0.75};
        Interval interval = Means.clustered(values, new int[] {7, 7, 8, 8, 9, 9}, 0.95);
        double error = Math.sqrt(1.5 * (0.81 + 0.09 + 0.36) / 36);
        double critical = 0.95 * Math.sqrt(2 / (1 - 0.9025));
        assertThat(interval.lower()).isCloseTo(0.45 - critical * error, within(1e-12));
        assertThat(interval.method()).isEqualTo("student clustered");
    }

    /** By hand: 6 / 10 with residuals 0.8, −0.4, −0.4. */
    @Test
    void theRatioIsThatOfTheSums() {
        Interval interval = Means.ratio(new double[] {2, 2, 2}, new double[] {2, 4, 4}, new int[] {1, 2, 3}, 0.95);
        double error = Math.sqrt(1.5 * (0.64 + 0.16 + 0.16)) / 10;
        assertThat((interval.lower() + interval.upper()) / 2).isCloseTo(0.6, within(1e-12));
        assertThat(interval.width()).isCloseTo(2 * 0.95 * Math.sqrt(2 / (1 - 0.9025)) * error, within(1e-11));
    }

    @Test
    void theDeltaMethodGivesTheErrorOfARate() {
        long[] counts = {30, 70};
        double[] gradient = {0.01, 0};
        assertThat(DeltaMethod.standardError(counts, gradient)).isCloseTo(Math.sqrt(0.3 * 0.7 / 100), within(1e-15));
        assertThat(DeltaMethod.interval(0.3, counts, gradient, 0.95).width())
                .isCloseTo(2 * 1.959963984540054 * Math.sqrt(0.0021), within(1e-12));
    }

    @Test
    void refusesWhatHasNoSpreadToEstimate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Means.student(new double[] {1}, 0.95))
                .withMessage("expected at least 2 values in values, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Means.clustered(VALUES, new int[6], 0.95))
                .withMessage("expected at least two groups, found one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Means.weighted(VALUES, new double[6], 0.95))
                .withMessage("expected weights or denominators of 0 or more and a sum above 0, found a sum of 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Means.student(new double[] {1, Double.POSITIVE_INFINITY}, 0.95));
    }

    @Test
    void resamplingKeepsGroupsTogetherAndStrataApart() {
        RandomStream random = RandomStream.of(2);
        int[] groups = {1, 1, 2, 3, 3, 3};
        int[] counts = new int[6];
        int[] strata = {4, 4, 4, 9, 9, 9};
        for (int i = 0; i < 500; i++) {
            Resampling.clustered(groups).sample(random, counts);
            assertThat(counts[0]).isEqualTo(counts[1]);
            assertThat(counts[3]).isEqualTo(counts[4]).isEqualTo(counts[5]);
            assertThat(counts[0] + counts[2] + counts[3]).isEqualTo(3);
            Resampling.stratified(strata).sample(random, counts);
            assertThat(counts[0] + counts[1] + counts[2]).isEqualTo(3);
            assertThat(counts[3] + counts[4] + counts[5]).isEqualTo(3);
            Resampling.independent(6).sample(random, counts);
            assertThat(java.util.Arrays.stream(counts).sum()).isEqualTo(6);
        }
    }
}
