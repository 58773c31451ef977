package io.llmops.preprocess.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.token.Tokenizers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

    private static String text(Random random, int words) {
        return random.ints(words, 0, 5_000).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));
    }

    /** A text with some words exchanged. */
    private static String changed(Random random, String text, int words) {
        var changed = new ArrayList<>(List.of(text.split(" ", -1)));
        for (var i = 0; i < words; i++) {
            changed.set(random.nextInt(changed.size()), "x" + random.nextInt());
        }
        return String.join(" ", changed);
    }

    /** Texts of which about a third are changed copies of others. */
    private static List<String> texts(Random random, int count) {
        var texts = new ArrayList<String>();
        while (texts.size() < count) {
            var text = text(random, 30 + random.nextInt(40));
            texts.add(text);
            if (random.nextInt(3) == 0) {
                texts.add(changed(random, text, random.nextInt(4)));
            }
        }
        Collections.shuffle(texts, random);
        return texts;
    }

    @Test
    void equalTextsAreDroppedForTheirFirst() {
        var found = Duplicates.exact().in(List.of("a", "b", "a", "c", "b", "a"));
        assertThat(found.kept()).containsExactly("a", "b", "c");
        assertThat(found.dropped())
                .extracting(Deduplication.Duplicate::index, Deduplication.Duplicate::firstIndex)
                .containsExactly(tuple(2, 0), tuple(4, 1), tuple(5, 0));
        assertThat(found.groups()).containsExactly(List.of("a", "a", "a"), List.of("b", "b"));
        assertThat(found).hasToString("3 kept, 3 dropped");
    }

    @Test
    void equalIsWhatTheNormalizerMakesEqual() {
        var texts = List.of("Where  is it?", "where is it?", "Where is it");
        assertThat(Duplicates.exact(Cleaners.whitespace().then(Cleaners.caseFold(Locale.ROOT)))
                        .in(texts)
                        .kept())
                .containsExactly("Where  is it?", "Where is it");
        assertThat(Duplicates.exact().in(texts).kept()).hasSize(3);
    }

    @Test
    void aDatasetLosesItsDuplicatesAndSaysForWhich() {
        var dataset = Dataset.of(
                "mine",
                List.of(
                        Example.of("1", "the red fox jumps over the lazy dog today", "x"),
                        Example.of("2", "something else that nobody has said before", "y"),
                        Example.of("3", "The red fox jumps over the lazy dog, today!", "z")));
        var found = Duplicates.near(0.8).in(dataset);
        assertThat(Dataset.of("clean", found.kept()).examples())
                .extracting(Example::id)
                .containsExactly("1", "2");
        assertThat(found.table(Example::id)).isEqualTo("""
                dropped  kept  similarity
                3        1     1.000
                """);
    }

    @Test
    void aTableShowsTextOnOneLineAndCutShort() {
        var text = "a\u202e\n".repeat(40);
        assertThat(Duplicates.exact()
                        .in(List.of(text, text))
                        .table(label -> label)
                        .lines()
                        .toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("a  a  a")
                .contains("…")
                .hasSizeLessThan(150);
    }

    @Test
    void nearFindsWhatComparingAllPairsFinds() {
        var pairs = 0;
        var missed = 0;
        for (var seed = 0L; seed < 10; seed++) {
            var texts = texts(new Random(seed), 300);
            var sets = texts.stream().map(Shingles.THREE_WORDS::set).toList();
            var groups = new UnionFind(texts.size());
            var found = Duplicates.near(0.7).in(texts);
            var dropped = new HashSet<Integer>();
            found.dropped().forEach(duplicate -> dropped.add(duplicate.index()));
            for (var i = 0; i < texts.size(); i++) {
                for (var j = 0; j < i; j++) {
                    if (Shingles.jaccard(sets.get(i), sets.get(j)) >= 0.7) {
                        groups.join(i, j);
                    }
                }
            }
            for (var i = 0; i < texts.size(); i++) {
                var isDuplicate = groups.first(i) != i;
                assertThat(dropped.contains(i) && !isDuplicate)
                        .as("seed %d, text %d", seed, i)
                        .isFalse();
                pairs += isDuplicate ? 1 : 0;
                missed += isDuplicate && !dropped.contains(i) ? 1 : 0;
            }
        }
        assertThat(pairs).isGreaterThan(300);
        assertThat((double) missed / pairs).isLessThan(1 - Banding.LEAST_RECALL);
    }

    @Test
    void similaritiesAreExactUnlessEstimated() {
        var text = text(new Random(1), 60);
        var other = text + " one two three";
        var exact = Duplicates.near(0.8).in(List.of(text, other));
        assertThat(exact.dropped().get(0).similarity()).isEqualTo(58 / 61.0);

        var estimated =
                Duplicates.near(0.8).withEstimatedSimilarity().withHashes(256).in(List.of(text, other));
        assertThat(estimated.dropped().get(0).similarity() * 256 % 1).isZero();
        assertThat(estimated.dropped().get(0).similarity()).isCloseTo(58 / 61.0, within(4 * 0.0135));
    }

    @Test
    void shinglesMayBeOfAnyTokens() {
        var texts = List.of("abcdefghijkl", "abcdefghijkm");
        assertThat(Duplicates.near(0.5).in(texts).kept()).hasSize(2);
        assertThat(Duplicates.near(0.5)
                        .withShingles(Tokenizers.characterNgrams(3, 3), 1)
                        .in(texts)
                        .kept())
                .hasSize(1);
    }

    @Test
    void simHashJoinsTextsWithinItsDistanceAndNoOthers() {
        var random = new Random(3);
        var base = text(random, 400);
        var texts = new ArrayList<>(List.of(base, changed(random, base, 1), changed(random, base, 200), base));
        var prints =
                texts.stream().map(Shingles.THREE_WORDS::list).map(SimHash::of).toList();
        for (var distance = 0; distance <= 10; distance++) {
            var limit = distance;
            var expected = IntStream.range(0, 4)
                    .filter(i -> IntStream.range(0, i)
                            .noneMatch(j -> SimHash.distance(prints.get(i), prints.get(j)) <= limit))
                    .count();
            assertThat(Duplicates.simHash(distance).in(texts).kept())
                    .as("distance %d", distance)
                    .hasSize((int) expected);
        }
        assertThat(SimHash.distance(prints.get(0), prints.get(1))).isBetween(1, 10);
        assertThat(SimHash.distance(prints.get(0), prints.get(2))).isGreaterThan(10);
        assertThatThrownBy(() -> Duplicates.simHash(11))
                .hasMessage("expected a distance of 0 to 10 of 64 bits, found 11");
    }

    @Test
    void textsWithoutAWordAreLeftAlone() {
        var texts = List.of("", "?", "", "one two three", "one two three");
        assertThat(Duplicates.near(0.9).in(texts).kept()).containsExactly("", "?", "", "one two three");
        assertThat(Duplicates.simHash(3).in(texts).kept()).containsExactly("", "?", "", "one two three");
        assertThat(Duplicates.exact().in(texts).kept()).containsExactly("", "?", "one two three");
        assertThat(Duplicates.near(0.9).in(List.<String>of()).kept()).isEmpty();
        assertThat(Duplicates.simHash(3).in(List.<String>of()).kept()).isEmpty();
    }

    @Test
    void theSameSeedFindsTheSame() {
        var texts = texts(new Random(9), 500);
        assertThat(Duplicates.near(0.6).in(texts))
                .isEqualTo(Duplicates.near(0.6).withSeed(0).in(texts));
        assertThat(Duplicates.near(0.6)).hasToString("near(0.6, 32 bands of 4)");
    }

    /** The work is held, not the time: pairs compared, for ten times as many texts. */
    @Test
    void comparesAFewPairsATextHoweverManyThereAre() {
        for (var finder : List.of(Duplicates.near(0.8), Duplicates.simHash(3))) {
            var few = finder.in(texts(new Random(1), 1_000)).comparisons();
            var many = finder.in(texts(new Random(1), 10_000)).comparisons();
            assertThat(many).as(finder.toString()).isLessThan(10_000);
            assertThat(few).as(finder.toString()).isLessThan(1_000);
        }
    }

    @Test
    void equalTextsAreComparedOnceEach() {
        var texts = Collections.nCopies(20_000, "all the same words in each of them");
        assertThat(Duplicates.near(0.8).in(texts).comparisons()).isEqualTo(19_999);
        assertThat(Duplicates.simHash(3).in(texts).comparisons()).isEqualTo(19_999);
    }

    /** Everything shares a long beginning, too little to be a duplicate: the worst case for what looks at buckets. */
    @Test
    void textsThatAreAllAlikeButNotEnoughCostABoundedNumberOfComparisons() {
        var random = new Random(4);
        var beginning = text(random, 60);
        var texts = IntStream.range(0, 1_600)
                .mapToObj(i -> beginning + " " + text(random, 12))
                .toList();
        var finder = Duplicates.near(0.8);
        var found = finder.in(texts);
        assertThat(found.dropped()).isEmpty();
        assertThat(found.comparisons())
                .isLessThan(1_600L * 128 * finder.banding().bands());
        assertThat(found.comparisons())
                .isLessThan(finder.in(texts.subList(0, 800)).comparisons() * 5 / 2);
    }
}
