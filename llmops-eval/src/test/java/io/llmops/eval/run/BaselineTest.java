package io.llmops.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Stage;
import io.llmops.eval.Evaluation;
import io.llmops.eval.compare.Comparison;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    @TempDir
    private Path folder;

    private static Dataset<String, String> numbers(int count) {
        return Dataset.of(
                "numbers",
                IntStream.range(0, count)
                        .mapToObj(i -> Example.of("n" + i, "number " + i, i % 2 == 0 ? "even" : "odd")
                                .withTag("size", i < 10 ? "small" : "large"))
                        .toList());
    }

    private static Stage<String, String> parity(int wrongFrom, String prompt) {
        return Stage.of(Description.of("parity").with("from", wrongFrom).with("prompt", prompt), text -> {
            var number = Integer.parseInt(text.substring("number ".length()));
            if (number == 13) {
                throw new IllegalStateException("unlucky");
            }
            return (number % 2 == 0) == (number < wrongFrom || number % 3 > 0) ? "even" : "odd";
        });
    }

    private static EvaluationRun<String, String, String> run(
            Dataset<String, String> data, Pipeline<String, String> what) {
        return Evaluation.of(data, what)
                .metrics(Classification.report(), Scorers.exactMatch())
                .slices("size")
                .seed(7)
                .run();
    }

    private static EvaluationRun<String, String, String> run(int wrongFrom) {
        return run(numbers(40), Pipeline.of("parity", parity(wrongFrom, "v1")));
    }

    @Test
    void isTheSameBytesForTheSameRunWheneverItWasMade() {
        var evaluation = Evaluation.of(numbers(40), Pipeline.of("parity", parity(20, "v1")))
                .metrics(Classification.report());
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));

        assertThat(Baseline.of(evaluation.clock(later).concurrency(1).run()).json())
                .isEqualTo(Baseline.of(evaluation.concurrency(16).run()).json())
                .doesNotContain("202")
                .doesNotContain("number 1");
    }

    @Test
    void hasALineAnExampleInTheOrderOfTheirIds() {
        var ids = Baseline.of(run(20))
                .json()
                .lines()
                .filter(line -> line.contains("\"example\":"))
                .map(line -> line.replaceAll(".*\"id\":\"(n\\d+)\".*", "$1"))
                .toList();

        assertThat(ids).hasSize(40).isSorted().startsWith("n0", "n1", "n10");
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var baseline = Baseline.of(run(20));
        var file = folder.resolve("deep/parity.json");
        baseline.write(file);
        baseline.write(file);

        assertThat(Baseline.read(file).json()).isEqualTo(baseline.json());
        assertThat(Files.readString(file)).isEqualTo(baseline.json());
        assertThat(folder.resolve("deep").toFile().list()).containsExactly("parity.json");
        assertThat(Baseline.read(file).changes(run(20)).isEmpty()).isTrue();
    }

    @Test
    void pairsLikeTheRunItWasMadeOf() {
        var before = run(20);
        var after = run(30);
        var baseline = BaselineJson.read("here", Baseline.of(before).json());

        for (var metric : List.of("f1/macro", "accuracy", "exact_match", "accuracy[size=large]", "share/failed")) {
            assertThat(Comparison.ofShared(baseline, after).difference(metric))
                    .as(metric)
                    .isEqualTo(Comparison.of(before, after).difference(metric));
        }
        assertThat(Comparison.ofShared(baseline, after).other()).isSameAs(after);
        assertThat(Comparison.ofShared(baseline, after).warnings()).isEmpty();
    }

    @Test
    void saysWhichExamplesAreNewGoneOrEdited() {
        var baseline = Baseline.of(run(20));
        var examples = new ArrayList<>(numbers(45).examples());
        examples.remove(3);
        examples.set(4, examples.get(4).withInput("number 8"));
        examples.set(5, examples.get(5).withReference("edited\n\u202E"));
        var run = run(Dataset.of("numbers", examples), Pipeline.of("parity", parity(20, "v1")));

        var changes = baseline.changes(run);

        assertThat(changes.added()).containsExactly("n40", "n41", "n42", "n43", "n44");
        assertThat(changes.removed()).containsExactly("n3");
        assertThat(changes.edited()).containsExactly("n5", "n6");
        assertThat(changes.outcomes()).isEmpty();
        assertThat(changes.lines())
                .containsExactly(
                        "examples added: 5 (n40, n41, n42, n43, n44)",
                        "examples removed: 1 (n3)",
                        "examples edited: 2 (n5, n6)");
        var comparison = Comparison.ofShared(baseline, run);
        assertThat(comparison.pairs()).hasSize(37);
        assertThat(comparison.other().observations()).hasSize(37);
        assertThat(comparison.warnings())
                .containsExactly(
                        "1 example was removed since the baseline and left out: n3",
                        "5 examples were added since the baseline and left out: n40, n41, n42, n43, n44",
                        "2 examples were edited since the baseline and left out: n5, n6");
        assertThat(comparison.changes()).isEmpty();
    }

    @Test
    void saysWhichAnswersAreOthers() {
        var changes = Baseline.of(run(40)).changes(run(36));

        assertThat(changes.outcomes()).containsExactly("n36", "n39");
        assertThat(changes.lines()).containsExactly("stage parity: from 40 → 36", "other answers: 2 (n36, n39)");
    }

    @Test
    void saysWhatChangedInTheStages() {
        var clean = Stage.<String, String>of(Description.of("clean").with("form", "nfc"), text -> text);
        var before = Pipeline.of("clean", clean)
                .then("parity", parity(20, "sha256:" + "a".repeat(64)))
                .then("opaque", (String text) -> text);
        var after = Pipeline.of("trim", clean)
                .then("parity", parity(30, "sha256:" + "b".repeat(64)))
                .then("opaque", Stage.<String, String>of(Description.of("told"), text -> text));

        assertThat(Baseline.of(run(numbers(10), before))
                        .changes(run(numbers(10), after))
                        .setup())
                .containsExactly(
                        "stage clean was removed",
                        "stage trim was added",
                        "stage parity: from 20 → 30",
                        "stage parity: prompt sha256:aaaaaaaaaaaa → sha256:bbbbbbbbbbbb",
                        "stage opaque: now tells how it is set");
    }

    @Test
    void saysThatTheOrderOrTheTagsChanged() {
        var shuffled = run(numbers(40).shuffle(3), Pipeline.of("parity", parity(20, "v1")));

        assertThat(Baseline.of(run(20)).changes(shuffled).lines())
                .containsExactly("the examples are in another order or have other tags");
    }

    @Test
    void saysThatOtherThingsAreMeasured() {
        var run = run(20);

        assertThat(Baseline.of(run)
                        .changes(run.withMetrics(Scorers.exactMatch()))
                        .lines())
                .singleElement()
                .asString()
                .startsWith("metrics: ")
                .contains("accuracy")
                .doesNotContain("exact_match");
    }

    /** A record, as answers often are. */
    record Place(String city, int number) {}

    @Test
    void readsAnswersOfTheTypeTheRunHas() {
        assertPairs(Example.of("e", "in", 4), 4, 5);
        assertPairs(Example.of("e", "in", 0.1), 0.1, 2.0);
        assertPairs(Example.of("e", "in", List.of("a", "b")), List.of("a", "b"), List.of("c"));
        assertPairs(Example.of("e", "in", new Place("Rome", 1)), new Place("Rome", 1), new Place("Oslo", 2));
        assertPairs(Example.of("e", "in", Map.of("a", 1)), Map.of("a", 1), Map.of());
    }

    private static <T> void assertPairs(Example<String, T> example, T right, T wrong) {
        var data = Dataset.of("one", List.of(example));
        var before = Evaluation.of(data, Pipeline.<String, T>of("say", text -> right))
                .metrics(Scorers.exactMatch())
                .run();
        var after = Evaluation.of(data, Pipeline.<String, T>of("say", text -> wrong))
                .metrics(Scorers.exactMatch())
                .run();
        var baseline = BaselineJson.read("here", Baseline.of(before).json());

        assertThat(baseline.changes(before).isEmpty()).isTrue();
        assertThat(baseline.changes(after).outcomes()).containsExactly("e");
        assertThat(baseline.asRun(after).observations().get(0).outcome()).isEqualTo(Outcome.answered(right));
        assertThat(baseline.asRun(after).metric("exact_match")).isEqualTo(before.metric("exact_match"));
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        var file = folder.resolve("baseline.json");
        var json = Baseline.of(run(20)).json();

        Files.writeString(file, json.replace("llmops-baseline/1", "llmops-baseline/2"));
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(file + ": expected the schema llmops-baseline/1 or an earlier one, found llmops-baseline/2,"
                        + " which llmops development has written; use that, or make the baseline anew");

        Files.writeString(file, "{\"schema\": \"llmops-run/1\"}");
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(file + ": expected the schema llmops-baseline/1, found llmops-run/1");

        Files.writeString(file, json.substring(0, 500));
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining(": expected the JSON of a baseline, found what is none");

        Files.writeString(file, json.replace("\"id\":\"n3\"", "\"identity\":\"n3\""));
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(file
                        + ": expected a baseline, found a file that is none: expected a value of 'id', found none");
    }

    @Test
    void repeatsPairEachWithItsOwn() {
        var evaluation = Evaluation.of(numbers(6), Pipeline.of("parity", parity(3, "v1")))
                .metrics(Scorers.exactMatch())
                .repeats(3);
        var baseline = BaselineJson.read("here", Baseline.of(evaluation.run()).json());

        assertThat(baseline.changes(evaluation.run()).isEmpty()).isTrue();
        assertThat(Comparison.of(baseline.asRun(evaluation.run()), evaluation.run())
                        .pairs())
                .hasSize(18);
    }
}
