package io.llmops.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseVectorTest {

    private static final SparseVector EMPTY = vector(new int[0]);

    @Test
    void multipliesWhereBothHaveValues() {
        var left = vector(new int[] {0, 2, 5}, 1, 2, 3);
        var right = vector(new int[] {2, 3, 5}, 4, 9, 0.5);

        assertThat(left.dot(right)).isEqualTo(9.5);
        assertThat(right.dot(left)).isEqualTo(9.5);
    }

    @Test
    void hasALengthAndAnAngle() {
        var threeFour = vector(new int[] {1, 4}, 3, 4);

        assertThat(threeFour.norm()).isEqualTo(5);
        assertThat(threeFour.cosine(vector(new int[] {1}, 7))).isCloseTo(0.6, within(1e-15));
        assertThat(threeFour.cosine(vector(new int[] {1, 4}, -6, -8))).isEqualTo(-1);
        assertThat(threeFour.cosine(EMPTY)).isZero();
        assertThat(EMPTY.cosine(EMPTY)).isZero();
    }

    @Test
    void agreesWithTheDenseFormula() {
        var seed = 7L;
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var left = new double[50];
            var right = new double[50];
            for (var i = 0; i < 50; i++) {
                left[i] = random.nextInt(4) == 0 ? random.nextGaussian() : 0;
                right[i] = random.nextInt(4) == 0 ? random.nextGaussian() : 0;
            }
            var dot = 0.0;
            for (var i = 0; i < 50; i++) {
                dot += left[i] * right[i];
            }
            assertThat(sparse(left).dot(sparse(right)))
                    .as("seed %d, round %d", seed, round)
                    .isCloseTo(dot, within(1e-12));
        }
    }

    @Test
    void leavesOutZerosSoThatEqualMeansEqualValues() {
        var vector = vector(new int[] {1, 2, 3}, 0, 5, -0.0);

        assertThat(vector).isEqualTo(vector(new int[] {2}, 5)).hasSameHashCodeAs(vector(new int[] {2}, 5));
        assertThat(vector.size()).isEqualTo(1);
        assertThat(vector.index(0)).isEqualTo(2);
        assertThat(vector.value(0)).isEqualTo(5);
        assertThat(vector).isNotEqualTo(vector(new int[] {3}, 5)).hasToString("{2=5.0}");
    }

    @Test
    void isNotChangedThroughItsArrays() {
        var indices = new int[] {1, 2};
        var values = new double[] {3, 4};
        var vector = SparseVector.of(indices, values);

        indices[0] = 0;
        values[0] = 99;
        vector.indices()[0] = 0;
        vector.values()[0] = 99;

        assertThat(vector.indices()).containsExactly(1, 2);
        assertThat(vector.values()).containsExactly(3, 4);
    }

    @Test
    void staysFiniteAtItsLimits() {
        var long1 = vector(new int[] {0}, 1e150);
        var tiny = vector(new int[] {0}, 1e-150);

        assertThat(long1.dot(long1)).isFinite();
        assertThat(long1.cosine(long1)).isCloseTo(1, within(1e-15));
        assertThat(tiny.cosine(tiny)).isCloseTo(1, within(1e-12));
        assertThat(long1.cosine(tiny)).isCloseTo(1, within(1e-12));
        assertThat(vector(new int[] {0}, Double.MIN_VALUE)).isEqualTo(EMPTY);
    }

    @Test
    void refusesWhatIsNoVector() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vector(new int[] {1, 2}, 1))
                .withMessage("expected as many values as indices, found 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vector(new int[] {2, 2}, 1, 1))
                .withMessage("expected ascending indices of 0 or more, found 2 after 2");
        assertThatIllegalArgumentException().isThrownBy(() -> vector(new int[] {-1}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vector(new int[] {3}, Double.NaN))
                .withMessage("expected finite values, found NaN at index 3");
        assertThatIllegalArgumentException().isThrownBy(() -> vector(new int[] {3}, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> vector(new int[] {3}, Double.MAX_VALUE));
    }

    @Test
    void showsTenValuesAtMost() {
        var vector = sparse(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});

        assertThat(vector.toString()).startsWith("{0=1.0, 1=1.0,").endsWith("9=1.0, …}");
    }

    private static SparseVector vector(int[] indices, double... values) {
        return SparseVector.of(indices, values);
    }

    private static SparseVector sparse(double... dense) {
        var indices = new int[dense.length];
        for (var i = 0; i < dense.length; i++) {
            indices[i] = i;
        }
        return SparseVector.of(indices, dense);
    }
}
