package io.llmops.eval.metric.clustering;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/** Logarithms of numbers and of factorials; those of whole numbers are kept. Safe for use by many threads. */
final class Logarithms {

    private static final int LARGEST_KEPT = 10_000_000;

    private volatile Table table = new Table(new double[0], new double[0]);

    /** Never changed once it is made, so that threads may share it. */
    private static final class Table {

        private final double[] numbers;
        private final double[] factorials;

        Table(double[] numbers, double[] factorials) {
            this.numbers = numbers;
            this.factorials = factorials;
        }
    }

    /** Makes the table large enough, if it can be. */
    void keepUpTo(double largest) {
        var known = table.numbers.length;
        if (largest >= known && largest <= LARGEST_KEPT) {
            var numbers = Arrays.copyOf(table.numbers, (int) largest + 1);
            var factorials = Arrays.copyOf(table.factorials, numbers.length);
            for (var n = known; n < numbers.length; n++) {
                numbers[n] = StrictMath.log(n);
                factorials[n] = Gamma.logGamma(n + 1.0);
            }
            table = new Table(numbers, factorials);
        }
    }

    double of(double n) {
        var logs = table.numbers;
        var place = (int) n;
        return place == n && place < logs.length ? logs[place] : StrictMath.log(n);
    }

    double ofFactorial(double n) {
        var logs = table.factorials;
        var place = (int) n;
        return place == n && place < logs.length ? logs[place] : Gamma.logGamma(n + 1);
    }
}
