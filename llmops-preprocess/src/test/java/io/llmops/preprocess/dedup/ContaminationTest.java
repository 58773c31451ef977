package io.llmops.preprocess.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.preprocess.text.Span;
import io.llmops.preprocess.token.Tokenizers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContaminationTest {

    private static Dataset<String, String> dataset(String name, String... texts) {
        return Dataset.of(
                name,
                IntStream.range(0, texts.length)
                        .mapToObj(i -> Example.of(name + i, texts[i], "-"))
                        .toList());
    }

    @Test
    void saysWhatLeakedWhereAndHowMuchOfIt() {
        var training = dataset("train", "nothing here", "He said: one two three FOUR, five and left");
        var test = dataset("test", "zero one two three four five six seven", "eight nine ten eleven", "too short");
        var report = Contamination.ngrams(3).check(training, test);

        assertThat(report)
                .hasToString("1 of 3 test examples share 3 tokens with the training data; 1 are too short to tell");
        var leak = report.leaks().get(0);
        assertThat(leak.testId()).isEqualTo("test0");
        assertThat(leak.share()).isEqualTo(5 / 8.0);
        assertThat(leak.trainingIds()).containsExactly("train1");
        assertThat(leak.overlaps())
                .containsExactly(
                        new Leak.Overlap("train1", new Span(5, 28), new Span(9, 33), "one two three four five"));
        assertThat(report.table()).isEqualTo("""
                test   share  training  in test  in training  text
                test0  0.625  train1    5..28    9..33        one two three four five
                """);
    }

    @Test
    void overlapsWithSeveralDocumentsComeLongestFirst() {
        var training = dataset("train", "a b c", "x a b c d e", "h i j k h i j");
        var report = Contamination.ngrams(3).check(training, dataset("test", "a b c d e f g h i j"));
        var leak = report.leaks().get(0);
        assertThat(leak.share()).isEqualTo(8 / 10.0);
        assertThat(leak.overlaps()).extracting(Leak.Overlap::trainingId).containsExactly("train1", "train0", "train2");
        assertThat(leak.overlaps()).extracting(Leak.Overlap::text).containsExactly("a b c d e", "a b c", "h i j");
    }

    @Test
    void theWorstLeakComesFirst() {
        var test = dataset("test", "a b c d e f g h", "q r s", "a b c d");
        var report = Contamination.ngrams(3).check(dataset("train", "a b c d", "r s t"), test);
        assertThat(report.leaks()).extracting(Leak::testId).containsExactly("test2", "test0");
        assertThat(report.leaks()).extracting(Leak::share).containsExactly(1.0, 0.5);
    }

    @Test
    void aRunThatEveryDocumentHoldsIsReportedForTen() {
        var training = dataset(
                "train",
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "answer in one word " + i)
                        .toArray(String[]::new));
        var test = dataset(
                "test",
                IntStream.range(0, 1_000)
                        .mapToObj(i -> i + "x answer in one word")
                        .toArray(String[]::new));
        var report = Contamination.ngrams(4).check(training, test);
        assertThat(report.leaks()).hasSize(1_000).allSatisfy(leak -> {
            assertThat(leak.share()).isEqualTo(4 / 5.0);
            assertThat(leak.trainingIds()).hasSize(10).startsWith("train0", "train1");
        });
    }

    @Test
    void theTrainingDataMayBeStreamed() {
        var training =
                Dataset.streamed("big", () -> Stream.of(Example.of("1", "a b c", "-"), Example.of("2", "b c d", "-")));
        var report = Contamination.ngrams(3).check(training, dataset("test", "b c d"));
        assertThat(report.leaks().get(0).trainingIds()).containsExactly("2");
    }

    @Test
    void tokensMayBeOthers() {
        var report = Contamination.ngrams(4)
                .withTokens(Tokenizers.graphemes())
                .check(dataset("train", "你好世界"), dataset("test", "他说你好世界"));
        assertThat(report.leaks().get(0).overlaps().get(0).text()).isEqualTo("你好世界");
        assertThatThrownBy(() -> Contamination.ngrams(0)).hasMessage("expected runs of 1 token or more, found 0");
    }

    @Test
    void emptyDataLeaksNothing() {
        var report = Contamination.ngrams(13).check(dataset("train"), dataset("test", "", "a"));
        assertThat(report).isEqualTo(new ContaminationReport(13, 2, 2, List.of()));
        assertThat(report.table()).isEqualTo("test  share  training  in test  in training  text\n");
    }

    /** The shares and documents are counted a second time, by plain strings. */
    @Test
    void agreesWithCountingByHand() {
        for (var seed = 0L; seed < 200; seed++) {
            var random = new Random(seed);
            var training = dataset("train", texts(random, 8));
            var test = dataset("test", texts(random, 8));
            var n = 1 + random.nextInt(4);
            var holders = new HashMap<List<String>, List<String>>();
            training.examples()
                    .forEach(example -> new HashSet<>(runs(example.input(), n))
                            .forEach(run -> holders.computeIfAbsent(run, key -> new ArrayList<>())
                                    .add(example.id())));
            var report = Contamination.ngrams(n).check(training, test);
            var shares = new HashMap<String, Double>();
            report.leaks().forEach(leak -> shares.put(leak.testId(), leak.share()));

            for (var example : test.examples()) {
                var runs = runs(example.input(), n);
                var covered = new HashSet<Integer>();
                var ids = new HashSet<String>();
                for (var at = 0; at < runs.size(); at++) {
                    var holding = holders.getOrDefault(runs.get(at), List.of());
                    ids.addAll(holding);
                    for (var i = 0; i < n && !holding.isEmpty(); i++) {
                        covered.add(at + i);
                    }
                }
                var share = covered.isEmpty() ? null : covered.size() / (double) (runs.size() + n - 1);
                assertThat(shares.get(example.id()))
                        .as("seed %d %s", seed, example.id())
                        .isEqualTo(share);
                report.leaks().stream()
                        .filter(leak -> leak.testId().equals(example.id())
                                && leak.overlaps().size() < 10)
                        .forEach(leak -> assertThat(leak.trainingIds()).containsExactlyInAnyOrderElementsOf(ids));
            }
            checkOverlaps(report, training, test);
        }
    }

    private static void checkOverlaps(
            ContaminationReport report, Dataset<String, String> training, Dataset<String, String> test) {
        var inputs =
                Stream.concat(training.stream(), test.stream()).collect(Collectors.toMap(Example::id, Example::input));
        for (var leak : report.leaks()) {
            for (var overlap : leak.overlaps()) {
                assertThat(overlap.inTest().of(inputs.get(leak.testId()))).isEqualTo(overlap.text());
                assertThat(overlap.inTraining().of(inputs.get(overlap.trainingId())))
                        .isEqualTo(overlap.text());
            }
        }
    }

    private static String[] texts(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(random.nextInt(12), 0, 6)
                        .mapToObj(letter -> String.valueOf((char) ('a' + letter)))
                        .collect(Collectors.joining(" ")))
                .toArray(String[]::new);
    }

    private static List<List<String>> runs(String text, int n) {
        var words = text.isEmpty() ? List.<String>of() : Arrays.asList(text.split(" ", -1));
        return IntStream.rangeClosed(0, words.size() - n)
                .mapToObj(at -> List.copyOf(words.subList(at, at + n)))
                .toList();
    }
}
