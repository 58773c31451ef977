package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final Dataset<String, String> TICKETS = Dataset.of(
            "tickets",
            List.of(
                    Example.of("a", "Where is my card?", "card"),
                    Example.of("b", "Hello", "greeting"),
                    Example.of("c", "Card lost", "card")));

    private static Dataset<Integer, String> numbers(int count) {
        return Dataset.of(
                "numbers",
                IntStream.range(0, count)
                        .mapToObj(i -> Example.of("n" + i, i, i % 2 == 0 ? "even" : "odd"))
                        .toList());
    }

    private static <I, R> Dataset<I, R> streamed(Dataset<I, R> dataset) {
        return Dataset.streamed(dataset.name(), dataset::stream);
    }

    private static List<String> ids(Dataset<?, ?> dataset) {
        return dataset.inMemory().examples().stream().map(Example::id).toList();
    }

    @Test
    void countsReferencesInTheOrderOfTheirFirstAppearance() {
        for (var dataset : List.of(TICKETS, streamed(TICKETS))) {
            assertThat(dataset.references()).containsExactly("card", "greeting");
            assertThat(dataset.classBalance()).containsExactly(Map.entry("card", 2L), Map.entry("greeting", 1L));
            assertThat(dataset.size()).isEqualTo(3);
        }
        assertThatThrownBy(() -> TICKETS.references().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TICKETS.classBalance().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void mapsFiltersAndTakes() {
        for (var dataset : List.of(TICKETS, streamed(TICKETS))) {
            assertThat(dataset.mapInputs(String::length).inMemory().examples())
                    .containsExactly(
                            Example.of("a", 17, "card"), Example.of("b", 5, "greeting"), Example.of("c", 9, "card"));
            assertThat(dataset.mapReferences(String::length).references()).containsExactly(4, 8);
            assertThat(ids(dataset.map(example -> example.withId(example.id() + "2"))))
                    .containsExactly("a2", "b2", "c2");
            assertThat(ids(dataset.filter(example -> example.reference().equals("card"))))
                    .containsExactly("a", "c");
            assertThat(ids(dataset.take(2))).containsExactly("a", "b");
            assertThat(ids(dataset.take(10_000_000_000L))).hasSize(3);
            assertThat(ids(dataset.take(0))).isEmpty();
            assertThat(dataset.take(2).isInMemory()).isEqualTo(dataset.isInMemory());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> TICKETS.take(-1));
    }

    @Test
    void refusesTwoEqualIds() {
        var examples = List.of(Example.of("a", 1, 1), Example.of("b", 1, 1), Example.of("a", 2, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of("x", examples))
                .withMessage("expected each id once, found 'a' in the examples number 1 and 3");
        assertThatIllegalArgumentException().isThrownBy(() -> TICKETS.map(example -> example.withId("same")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.streamed("x", examples::stream).inMemory());
    }

    @Test
    void aStreamedDatasetSaysWhatItCannotDo() {
        var dataset = streamed(TICKETS);

        for (var operation : List.<Runnable>of(
                dataset::examples,
                () -> dataset.shuffle(1),
                () -> Splits.random(dataset, 0.5, 1),
                () -> Splits.groupedKFold(dataset, "x", 2, 1))) {
            assertThatIllegalStateException()
                    .isThrownBy(operation::run)
                    .withMessage(
                            "expected a dataset in memory, found 'tickets', which is streamed; call inMemory() first");
        }
        assertThat(dataset.inMemory().shuffle(1).size()).isEqualTo(3);
        assertThat(dataset.isInMemory()).isFalse();
        assertThat(dataset).hasToString("tickets (streamed)");
        assertThat(TICKETS).hasToString("tickets (3 examples)");
    }

    @Test
    void closesEveryStreamItOpens() {
        var open = new AtomicInteger();
        var opened = new AtomicInteger();
        var dataset = Dataset.streamed("x", () -> {
            open.incrementAndGet();
            opened.incrementAndGet();
            return numbers(100).stream().onClose(open::decrementAndGet);
        });

        dataset.references();
        dataset.classBalance();
        dataset.fingerprint();
        dataset.sample(3, 1);
        dataset.inMemory();
        dataset.mapInputs(i -> i + 1).take(3).size();
        dataset.filter(example -> example.input() > 3).inMemory();

        assertThat(opened).hasValue(7);
        assertThat(open).hasValue(0);
    }

    @Test
    void goesThroughAStreamOnceForSizeAndFingerprint() {
        var opened = new AtomicInteger();
        var dataset = Dataset.streamed("x", () -> {
            opened.incrementAndGet();
            return numbers(100).stream();
        });
        for (var i = 0; i < 3; i++) {
            assertThat(dataset.fingerprint()).isEqualTo(numbers(100).fingerprint());
            assertThat(dataset.size()).isEqualTo(100);
        }

        assertThat(opened).hasValue(1);
    }

    @Test
    void doesNotChangeWhenItsListDoes() {
        var list = new ArrayList<>(TICKETS.examples());
        var dataset = Dataset.of("x", list);
        list.clear();

        assertThat(dataset.size()).isEqualTo(3);
        assertThatThrownBy(() -> dataset.examples().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEmptyDatasetIsOne() {
        var empty = Dataset.<String, String>of("empty", List.of());

        assertThat(empty.size()).isZero();
        assertThat(empty.references()).isEmpty();
        assertThat(empty.classBalance()).isEmpty();
        assertThat(empty.shuffle(1).examples()).isEmpty();
        assertThat(empty.sample(0, 1).examples()).isEmpty();
        assertThat(empty.fingerprint()).isNotEqualTo(TICKETS.fingerprint());
    }

    @Test
    void aShuffleIsAPermutationThatItsSeedFixes() {
        var dataset = numbers(1000);

        assertThat(ids(dataset.shuffle(7)))
                .containsExactlyInAnyOrderElementsOf(ids(dataset))
                .isEqualTo(ids(dataset.shuffle(7)))
                .isNotEqualTo(ids(dataset.shuffle(8)))
                .isNotEqualTo(ids(dataset));
    }

    /** Computed in Python: SplitMix64 and the inside-out Fisher-Yates shuffle. */
    @Test
    void aSeedsOrderIsTheSameOnEveryMachine() {
        assertThat(numbers(10).shuffle(42).stream().map(Example::input)).containsExactly(8, 1, 7, 5, 6, 0, 2, 9, 4, 3);
    }

    @Test
    void everyOrderIsAsLikelyAsTheOthers() {
        var counts = new HashMap<List<String>, Integer>();
        var dataset = numbers(4);
        for (var seed = 0; seed < 24_000; seed++) {
            counts.merge(ids(dataset.shuffle(seed)), 1, Integer::sum);
        }

        assertThat(counts).hasSize(24);
        // 24 000 draws over 24 orders: a standard deviation is 31
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isCloseTo(1000, within(155)));
    }

    @Test
    void aSampleKeepsTheOrderAndIsTheSameStreamedOrNot() {
        var dataset = numbers(1000);
        for (var seed = 0; seed < 20; seed++) {
            var sample = dataset.sample(50, seed);

            assertThat(sample.examples()).as("seed %d", seed).hasSize(50).isSubsetOf(dataset.examples());
            assertThat(sample.examples()).extracting(Example::input).isSorted();
            assertThat(streamed(dataset).sample(50, seed).examples()).isEqualTo(sample.examples());
            assertThat(sample.isInMemory()).isTrue();
        }
        assertThat(dataset.sample(50, 1).examples())
                .isNotEqualTo(dataset.sample(50, 2).examples());
        assertThat(dataset.sample(1000, 1).examples()).isEqualTo(dataset.examples());
    }

    @Test
    void everyExampleIsAsLikelyToBeSampledAsTheOthers() {
        var counts = new int[10];
        for (var seed = 0; seed < 10_000; seed++) {
            numbers(10).sample(3, seed).stream().forEach(example -> counts[example.input()]++);
        }

        // 3 of 10, 10 000 times: a standard deviation is 46
        assertThat(counts)
                .satisfies(all ->
                        IntStream.of(all).forEach(count -> assertThat(count).isCloseTo(3000, within(230))));
    }

    @Test
    void refusesASampleLargerThanTheDataset() {
        for (var dataset : List.of(TICKETS, streamed(TICKETS))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> dataset.sample(4, 1))
                    .withMessage("expected a sample of at most 3, the number of examples, found 4");
            assertThatIllegalArgumentException().isThrownBy(() -> dataset.sample(-1, 1));
        }
    }

    /** Published SplitMix64 outputs for seed 1234567 (rosettacode.org), as remainders of their upper 63 bits. */
    @Test
    void theRandomNumbersAreThoseOfSplitMix64() {
        var random = new SeededRandom(1234567);
        var published = new String[] {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        };
        for (var number : published) {
            assertThat(random.below(1_000_000_007)).isEqualTo((Long.parseUnsignedLong(number) >>> 1) % 1_000_000_007);
        }
    }

    @Test
    void anExampleCopiesItsTagsAndRefusesNull() {
        var tags = new TreeMap<>(Map.of("lang", "en"));
        var example = new Example<>("a", "b", "c", tags);
        tags.put("more", "x");

        assertThat(example.tags()).containsOnlyKeys("lang");
        assertThatThrownBy(() -> example.tags().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(example.withTag("lang", "de").tags()).containsExactly(Map.entry("lang", "de"));
        assertThat(example.withTags(Map.of()).tags()).isEmpty();
        assertThat(example.withTag("a", "1").tags().firstKey()).isEqualTo("a");
        assertThatIllegalArgumentException().isThrownBy(() -> Example.of(" ", "b", "c"));
        assertThatNullPointerException()
                .isThrownBy(() -> Example.of("a", null, "c"))
                .withMessage("input");
        assertThatNullPointerException()
                .isThrownBy(() -> Example.of("a", "b", null))
                .withMessage("reference");
        SortedMap<String, String> broken = new TreeMap<>();
        broken.put("lang", null);
        assertThatNullPointerException()
                .isThrownBy(() -> new Example<>("a", "b", "c", broken))
                .withMessage("tag value");
    }
}
