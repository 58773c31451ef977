package io.llmops.preprocess.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Datasets;
import io.llmops.core.dataset.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The questions of BANKING77, read in place. What is counted here is counted a second time with plain sets. */
class RealDuplicatesTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("llmops.shared", "../shared"), "datasets", "banking77");

    @BeforeAll
    static void isThere() {
        assumeTrue(Files.isDirectory(FOLDER), "no BANKING77 at " + FOLDER + ": skipped");
    }

    private static Dataset<String, String> read(String file, String prefix) {
        return Datasets.csv(FOLDER.resolve(file))
                .labels("text", "category")
                .map(example -> example.withId(prefix + example.id()))
                .inMemory();
    }

    private static Dataset<String, String> both() {
        var all = Stream.concat(read("train.csv", "train").stream(), read("test.csv", "test").stream());
        return Dataset.of("both", all.toList());
    }

    private static String normalized(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    @Test
    void exactDuplicatesAreAsManyAsASetLeavesOut() {
        var all = both();
        var distinct = new HashSet<String>();
        all.examples().forEach(example -> distinct.add(normalized(example.input())));

        var found = Duplicates.exact(RealDuplicatesTest::normalized).in(all);
        assertThat(found.kept()).hasSize(distinct.size());
        assertThat(found.dropped()).hasSize((int) all.size() - distinct.size());
    }

    @Test
    void nearDuplicatesAreThoseThatComparingAllPairsFinds() {
        var test = read("test.csv", "test").examples();
        var sets = test.stream()
                .map(example -> Shingles.THREE_WORDS.set(example.input()))
                .toList();
        var groups = new UnionFind(test.size());
        for (var i = 0; i < sets.size(); i++) {
            for (var j = 0; j < i; j++) {
                if (Shingles.jaccard(sets.get(i), sets.get(j)) >= 0.6) {
                    groups.join(i, j);
                }
            }
        }
        var expected = test.size();
        for (var i = 0; i < test.size(); i++) {
            expected -= groups.first(i) == i ? 1 : 0;
        }
        var found = Duplicates.near(0.6).in(test, Example::input).dropped().size();
        assertThat(found).isBetween((int) Math.floor(0.95 * expected), expected);
    }

    @Test
    void everyTestQuestionThatIsInTheTrainingDataLeaks() {
        var test = read("test.csv", "test");
        var training = read("train.csv", "train");
        var known = new HashSet<String>();
        training.examples().forEach(example -> known.add(normalized(example.input())));

        var report = Contamination.ngrams(5).check(training, test);
        var whole = new HashSet<String>();
        report.leaks().stream().filter(leak -> leak.share() == 1).forEach(leak -> whole.add(leak.testId()));
        var expected = test.examples().stream()
                .filter(example -> known.contains(normalized(example.input())))
                .filter(example ->
                        Shingles.THREE_WORDS.terms().terms(example.input()).size() >= 5)
                .map(Example::id)
                .toList();
        assertThat(whole).containsAll(expected);
        assertThat(report.tooShort()).isEqualTo((int) test.examples().stream()
                .filter(example ->
                        Shingles.THREE_WORDS.terms().terms(example.input()).size() < 5)
                .count());
    }
}
