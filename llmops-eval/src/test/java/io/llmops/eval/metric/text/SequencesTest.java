package io.llmops.eval.metric.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is computed 64 symbols at a time equals what the recurrence says, also across the borders of the words. */
class SequencesTest {

    private static final int PAIRS = 400;
    private static final int SYMBOLS = 4;

    private static int[] sequence(Random random) {
        return random.ints(random.nextInt(200), 0, SYMBOLS).toArray();
    }

    private static int[] edited(int[] sequence, Random random) {
        var edited = Arrays.copyOf(sequence, sequence.length + random.nextInt(3));
        for (var edits = random.nextInt(20); edits > 0 && edited.length > 0; edits--) {
            edited[random.nextInt(edited.length)] = random.nextInt(SYMBOLS);
        }
        return edited;
    }

    @Test
    void haveTheEditDistanceOfTheRecurrence() {
        for (var seed = 0L; seed < PAIRS; seed++) {
            var random = new Random(seed);
            var one = sequence(random);
            var other = seed % 2 == 0 ? sequence(random) : edited(one, random);

            assertThat(EditDistance.levenshtein(one, other))
                    .as("seed %d", seed)
                    .isEqualTo(recurrence(one, other, 1)[one.length][other.length]);
        }
    }

    @Test
    void haveTheCommonSubsequenceOfTheRecurrence() {
        for (var seed = 0L; seed < PAIRS; seed++) {
            var random = new Random(seed);
            var one = sequence(random);
            var other = seed % 2 == 0 ? sequence(random) : edited(one, random);
            var indels = recurrence(one, other, 2)[one.length][other.length];
            var subsequence = new CommonSubsequence(one, other, SYMBOLS);
            var marked = new boolean[one.length];
            subsequence.mark(marked);

            var expected = (one.length + other.length - indels) / 2;
            assertThat(subsequence.length()).as("seed %d", seed).isEqualTo(expected);
            var count = 0;
            for (var mark : marked) {
                count += mark ? 1 : 0;
            }
            assertThat(count).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void takeLongTexts() {
        var one = new Random(1).ints(50_000, 0, SYMBOLS).toArray();
        var other = one.clone();
        other[0]++;
        other[25_000]++;
        other[49_999]++;

        assertThat(EditDistance.levenshtein(one, other)).isEqualTo(3);
    }

    private static int[][] recurrence(int[] one, int[] other, int substitution) {
        var table = new int[one.length + 1][other.length + 1];
        for (var i = 0; i <= one.length; i++) {
            for (var j = 0; j <= other.length; j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    var replaced = table[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : substitution);
                    table[i][j] = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                }
            }
        }
        return table;
    }
}
