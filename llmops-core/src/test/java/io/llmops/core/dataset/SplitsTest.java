package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitsTest {

    private static final int ROUNDS = 150;

    private record Made(Dataset<Integer, String> dataset, double share, int folds, long seed) {}

    /** A dataset of random size and classes, some rare, with a group tag. */
    private static Made make(long seed) {
        var random = new Random(seed);
        var size = 10 + random.nextInt(200);
        var classes = 1 + random.nextInt(12);
        var groups = 10 + random.nextInt(30);
        var examples = IntStream.range(0, size)
                .mapToObj(i -> Example.of("n" + i, i, "class " + random.nextInt(1 + random.nextInt(classes)))
                        .withTag("author", "a" + (i < 10 ? i : random.nextInt(groups))))
                .toList();
        return new Made(Dataset.of("made", examples), 0.02 + 0.96 * random.nextDouble(), 2 + random.nextInt(9), seed);
    }

    private static void assertParts(Made made, Split<Integer, String> split) {
        var train = ids(split.train());
        var test = ids(split.test());
        var both = new HashSet<>(train);
        both.addAll(test);
        assertThat(train.size() + test.size()).as("seed %d", made.seed()).isEqualTo(both.size());
        assertThat(both).as("seed %d", made.seed()).isEqualTo(new HashSet<>(ids(made.dataset())));
        for (var part : List.of(split.train(), split.test())) {
            assertThat(part.examples()).as("seed %d", made.seed()).isNotEmpty();
            assertThat(part.stream().map(Example::input).sorted().toList())
                    .as("seed %d", made.seed())
                    .isEqualTo(part.stream().map(Example::input).toList());
        }
    }

    private static void assertFolds(Made made, List<Split<Integer, String>> folds, long difference) {
        assertThat(range(folds.stream().map(fold -> fold.test().size()).toList()))
                .as("seed %d", made.seed())
                .isLessThanOrEqualTo(difference);
        assertThat(folds).hasSize(made.folds());
        folds.forEach(fold -> assertParts(made, fold));
        assertThat(folds.stream()
                        .flatMap(fold -> ids(fold.test()).stream())
                        .sorted()
                        .toList())
                .as("seed %d", made.seed())
                .isEqualTo(ids(made.dataset()).stream().sorted().toList());
    }

    private static long count(Dataset<?, String> dataset, String reference) {
        return dataset.classBalance().getOrDefault(reference, 0L);
    }

    private static Collection<String> authors(Dataset<?, ?> dataset) {
        return new HashSet<>(dataset.examples().stream()
                .map(example -> example.tags().get("author"))
                .toList());
    }

    private static long range(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).max().orElseThrow()
                - counts.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    @Test
    void aRandomSplitHasItsShareInTheTestPart() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var made = make(seed);
            var split = Splits.random(made.dataset(), made.share(), seed);

            assertParts(made, split);
            assertThat((double) split.test().size())
                    .as("seed %d", seed)
                    .isCloseTo(made.dataset().size() * made.share(), within(0.81));
        }
    }

    @Test
    void aStratifiedSplitHasEachClassInItsShareToWithinOneExample() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var made = make(seed);
            var split = Splits.stratified(made.dataset(), made.share(), seed);

            assertParts(made, split);
            var share = (double) split.test().size() / made.dataset().size();
            for (var entry : made.dataset().classBalance().entrySet()) {
                assertThat((double) count(split.test(), entry.getKey()))
                        .as("seed %d, %s", seed, entry.getKey())
                        .isCloseTo(share * entry.getValue(), within(0.999_999));
            }
        }
    }

    @Test
    void aGroupedSplitHasNoGroupOnBothSides() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var made = make(seed);
            var split = Splits.grouped(made.dataset(), "author", made.share(), seed);

            assertParts(made, split);
            assertThat(authors(split.train())).as("seed %d", seed).doesNotContainAnyElementsOf(authors(split.test()));
        }
    }

    @Test
    void aGroupedSplitComesNearItsShareWhenGroupsAreSmall() {
        var examples = IntStream.range(0, 1000)
                .mapToObj(i -> Example.of("n" + i, i, "x").withTag("author", "a" + i / 5))
                .toList();
        var dataset = Dataset.of("x", examples);
        for (var seed = 0; seed < 50; seed++) {
            assertThat(Splits.grouped(dataset, "author", 0.2, seed).test().size())
                    .as("seed %d", seed)
                    .isEqualTo(200);
        }
    }

    @Test
    void aGroupedSplitNeverLeavesAPartEmpty() {
        var dataset = Dataset.of(
                "x",
                IntStream.range(0, 10)
                        .mapToObj(i -> Example.of("n" + i, i, "x").withTag("author", i == 0 ? "one" : "nine"))
                        .toList());
        for (var share : List.of(0.01, 0.1, 0.5, 0.9, 0.99)) {
            for (var seed = 0; seed < 20; seed++) {
                var split = Splits.grouped(dataset, "author", share, seed);

                assertThat(List.of(split.train().size(), split.test().size())).containsExactlyInAnyOrder(1L, 9L);
            }
        }
    }

    @Test
    void foldsDifferInSizeByOneAtMost() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var made = make(seed);
            var folds = Splits.kFold(made.dataset(), made.folds(), seed);

            assertFolds(made, folds, 1);
        }
    }

    @Test
    void stratifiedFoldsDifferInEachClassByOneAtMost() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var made = make(seed);
            var folds = Splits.stratifiedKFold(made.dataset(), made.folds(), seed);

            assertFolds(made, folds, 1);
            for (var reference : made.dataset().references()) {
                assertThat(range(folds.stream()
                                .map(fold -> count(fold.test(), reference))
                                .toList()))
                        .as("seed %d, %s", seed, reference)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void groupedFoldsKeepGroupsTogetherAndDifferByTheLargestGroupAtMost() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var made = make(seed);
            var folds = Splits.groupedKFold(made.dataset(), "author", made.folds(), seed);

            for (var fold : folds) {
                assertThat(authors(fold.train())).as("seed %d", seed).doesNotContainAnyElementsOf(authors(fold.test()));
            }
            var largest = made
                    .dataset()
                    .mapReferences(reference -> "")
                    .map(example -> example.withReference(example.tags().get("author")))
                    .classBalance()
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElseThrow();
            assertFolds(made, folds, largest);
        }
    }

    @Test
    void oneSeedGivesOneSplitAndAnotherAnother() {
        var dataset = make(1).dataset();
        for (var split : List.<LongFunction<Split<Integer, String>>>of(
                seed -> Splits.random(dataset, 0.3, seed),
                seed -> Splits.stratified(dataset, 0.3, seed),
                seed -> Splits.grouped(dataset, "author", 0.3, seed),
                seed -> Splits.kFold(dataset, 3, seed).get(0),
                seed -> Splits.stratifiedKFold(dataset, 3, seed).get(0),
                seed -> Splits.groupedKFold(dataset, "author", 3, seed).get(0))) {
            assertThat(ids(split.apply(5).test()))
                    .isEqualTo(ids(split.apply(5).test()))
                    .isNotEqualTo(ids(split.apply(6).test()));
        }
    }

    private static List<String> ids(Dataset<?, ?> dataset) {
        return dataset.examples().stream().map(Example::id).toList();
    }

    @Test
    void everyExampleIsAsLikelyToBeInTheTestPart() {
        var dataset = Dataset.of(
                "x",
                IntStream.range(0, 10)
                        .mapToObj(i -> Example.of("n" + i, i, i < 3 ? "rare" : "common"))
                        .toList());
        var counts = new int[10];
        for (var seed = 0; seed < 10_000; seed++) {
            Splits.stratified(dataset, 0.3, seed).test().stream().forEach(example -> counts[example.input()]++);
        }

        // 1 of 3 and 2 of 7, 10 000 times each: a standard deviation is 47
        for (var i = 0; i < 10; i++) {
            assertThat(counts[i]).as("example %d", i).isCloseTo(i < 3 ? 3333 : 2857, within(240));
        }
    }

    @Test
    void namesItsParts() {
        var split = Splits.random(make(1).dataset(), 0.5, 1);

        assertThat(split.train().name()).isEqualTo("made (train)");
        assertThat(split.test().name()).isEqualTo("made (test)");
        assertThat(Splits.kFold(make(1).dataset(), 3, 1).get(2).test().name()).isEqualTo("made (fold 3 of 3, test)");
    }

    @Test
    void saysWhatItCannotSplit() {
        var dataset = make(1).dataset();
        var single = dataset.take(1);
        for (var share : List.of(0.0, 1.0, -1.0, Double.NaN)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Splits.random(dataset, share, 1))
                    .withMessage("expected a test share over 0 and under 1, found " + share);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.stratified(single, 0.5, 1))
                .withMessage("expected at least 2 examples to split, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.grouped(dataset, "topic", 0.5, 1))
                .withMessage("expected a tag 'topic' on every example, found [author] on example 'n0'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.grouped(single, "author", 0.5, 1))
                .withMessage("expected at least 2 groups, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.kFold(dataset.take(3), 4, 1))
                .withMessage("expected from 2 folds to as many as there are examples, 3, found 4");
        assertThatIllegalArgumentException().isThrownBy(() -> Splits.kFold(dataset, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.groupedKFold(dataset.take(3), "author", 4, 1))
                .withMessage("expected from 2 folds to as many as there are groups, 3, found 4");
    }
}
