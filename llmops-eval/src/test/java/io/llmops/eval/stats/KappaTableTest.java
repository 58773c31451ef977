package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KappaTableTest {

    private static final double[][] SAME = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] QUADRATIC = {{1, 0.75, 0}, {0.75, 1, 0.75}, {0, 0.75, 1}};
    private static final double[][] COUNTS = {{44, 5, 1}, {7, 20, 3}, {9, 5, 6}};

    @Test
    void isTheValueThatIsCountedByHand() {
        var kappa = KappaTable.of(COUNTS, SAME);

        assertThat(kappa.observed()).isCloseTo(0.7, within(1e-12));
        assertThat(kappa.chance()).isCloseTo(0.5 * 0.6 + 0.3 * 0.3 + 0.2 * 0.1, within(1e-12));
        assertThat(kappa.kappa()).isCloseTo((0.7 - 0.41) / 0.59, within(1e-12));
    }

    @Test
    void hasTheStandardErrorOfTheDeltaMethod() {
        for (var agreement : new double[][][] {SAME, QUADRATIC}) {
            var table = KappaTable.of(COUNTS, agreement);
            var cells = new long[9];
            var gradient = new double[9];
            for (var cell = 0; cell < 9; cell++) {
                var moved = new double[3][];
                for (var row = 0; row < 3; row++) {
                    moved[row] = COUNTS[row].clone();
                }
                cells[cell] = (long) COUNTS[cell / 3][cell % 3];
                moved[cell / 3][cell % 3] += 1e-4;
                var above = KappaTable.of(moved, agreement).kappa();
                moved[cell / 3][cell % 3] -= 2e-4;
                gradient[cell] = (above - KappaTable.of(moved, agreement).kappa()) / 2e-4;
            }

            assertThat(table.standardError()).isCloseTo(DeltaMethod.standardError(cells, gradient), within(1e-7));
        }
    }

    @Test
    void isRefusedWhereChanceLeavesNothing() {
        var table = KappaTable.of(new double[][] {{5, 0}, {0, 0}}, new double[][] {{1, 0}, {0, 1}});

        assertThatThrownBy(table::kappa)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("kappa is not defined: both raters always said the same one category");
        assertThatThrownBy(() -> KappaTable.of(new double[][] {{0}}, new double[][] {{1}}))
                .hasMessage("expected counts above 0, found a sum of 0.0");
    }
}
