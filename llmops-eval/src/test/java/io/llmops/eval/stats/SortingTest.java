package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortingTest {

    @Test
    void ordersAsJavaDoesAndKeepsTheOrderOfEqualNumbers() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] numbers = random.doubles(random.nextInt(500))
                    .map(x -> random.nextInt(4) == 0 ? random.nextInt(5) - 2 : (x - 0.5) * Math.pow(10, x * 40))
                    .toArray();

            int[] expected = IntStream.range(0, numbers.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> numbers[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(Sorting.ascending(numbers)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void ordersTheEndsOfTheNumbers() {
        double[] numbers = {
            Double.POSITIVE_INFINITY,
            0.0,
            Double.MIN_VALUE,
            -0.0,
            Double.NaN,
            -Double.MIN_VALUE,
            Double.NEGATIVE_INFINITY
        };

        double[] sorted = Arrays.stream(Sorting.ascending(numbers))
                .mapToDouble(row -> numbers[row])
                .toArray();

        double[] expected = numbers.clone();
        Arrays.sort(expected);
        assertThat(sorted).isEqualTo(expected);
    }

    @Test
    void sortsByTwoColumns() {
        double[] first = {2, 1, 2, 1};
        double[] second = {4, 3, 1, 2};

        assertThat(Sorting.ascending(first, Sorting.ascending(second))).containsExactly(3, 1, 2, 0);
    }
}
