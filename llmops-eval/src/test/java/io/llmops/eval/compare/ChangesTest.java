package io.llmops.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.Fingerprint;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Stage;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.DatasetIdentity;
import io.llmops.eval.run.Environment;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.PipelineIdentity;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.Runs;
import io.llmops.eval.run.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

    private static final Pipeline<String, String> OLD = Pipeline.of("clean", stage("trim"))
            .then("ask", stage("chat", "temperature", "0.0", "template", prompt("old")));

    private static String prompt(String word) {
        return "You are the router of a support desk. " + "Answer with one label. ".repeat(5) + word + " rules apply.";
    }

    private static Stage<String, String> stage(String kind, String... settings) {
        var description = Description.of(kind);
        for (var i = 0; i < settings.length; i += 2) {
            description = description.with(settings[i], settings[i + 1]);
        }
        return Stage.of(description, (String text) -> text);
    }

    private static EvaluationRun<String, String, String> run(
            Pipeline<String, String> pipeline, Metric<Object, Object> metric, List<Example<String, String>> examples) {
        var provenance = new Provenance(
                "run",
                DatasetIdentity.of(Dataset.of("d", examples)),
                PipelineIdentity.of(pipeline),
                Uncertainty.STANDARD,
                new Environment("test", "17", Optional.empty()));
        return EvaluationRun.of(
                provenance,
                new Timing(Instant.EPOCH, Duration.ZERO, 1, List.of()),
                examples.stream()
                        .map(example -> Observation.of(example, pipeline.run(example.input())))
                        .toList(),
                List.of(metric));
    }

    private static Comparison<String, String> withPipeline(Pipeline<String, String> other) {
        var example = Example.of("1", "a", "a");
        return Comparison.of(
                run(OLD, Scorers.exactMatch(), List.of(example)), run(other, Scorers.exactMatch(), List.of(example)));
    }

    @Test
    void saysWhichSettingOfWhichStageChanged() {
        assertThat(withPipeline(Pipeline.of("clean", stage("trim"))
                                .then("ask", stage("chat", "temperature", "0.7", "template", prompt("new"))))
                        .changes())
                .containsExactly(
                        "stage ask: temperature 0.0 → 0.7",
                        "stage ask: template \"…ith one label. old rules apply.\""
                                + " → \"…ith one label. new rules apply.\"");
    }

    @Test
    void saysWhichStagesCameWentOrMoved() {
        var ask = stage("chat", "temperature", "0.0", "template", prompt("old"));

        assertThat(withPipeline(Pipeline.of("ask", ask).then("clean", stage("trim")))
                        .changes())
                .containsExactly("the stages run in another order: ask ▸ clean");
        assertThat(withPipeline(Pipeline.of("tidy", stage("trim")).then("ask", ask))
                        .changes())
                .containsExactly("stage clean was removed", "stage tidy was added");
        assertThat(withPipeline(OLD).changes()).isEmpty();
    }

    @Test
    void saysWhichSettingsCameOrWentAndWhatAStageBecame() {
        var other = Pipeline.of("clean", stage("strip")).then("ask", stage("chat", "seed", "7", "temperature", "0.0"));

        assertThat(withPipeline(other).changes())
                .containsExactly(
                        "stage clean: is of another kind, trim → strip",
                        "stage ask: seed was set: 7",
                        "stage ask: template is no longer set, it was \""
                                + prompt("old").substring(0, 60) + "…\"");
    }

    @Test
    void tellsStagesOfOneNameApart() {
        var twice = PipelineIdentity.of(OLD);
        var stages = List.of(twice.stages().get(1), twice.stages().get(1));
        var again = List.of(twice.stages().get(1), new PipelineIdentity.StageIdentity("ask", Optional.empty()));

        assertThat(new PipelineIdentity(stages, Fingerprint.of("1"))
                        .changes(new PipelineIdentity(again, Fingerprint.of("2"))))
                .containsExactly("stage \"ask (2)\": no longer tells how it is set");
        assertThat(new PipelineIdentity(stages, Fingerprint.of("1"))
                        .changes(new PipelineIdentity(stages, Fingerprint.of("2"))))
                .containsExactly("the pipelines have different fingerprints and look the same");
    }

    @Test
    void escapesAndBoundsWhatUsersWroteAndCutsNoCharacterInTwo() {
        var faces = "😀".repeat(40);
        var other = Pipeline.of("clean", stage("trim"))
                .then("ask", stage("chat", "temperature", "0.0", "template", faces + "😂\n\u202E" + "x".repeat(100)));
        var before = Pipeline.of("clean", stage("trim"))
                .then("ask", stage("chat", "temperature", "0.0", "template", faces + "😁" + "x".repeat(100)));
        var example = Example.of("1", "a", "a");

        assertThat(Comparison.of(
                                run(before, Scorers.exactMatch(), List.of(example)),
                                run(other, Scorers.exactMatch(), List.of(example)))
                        .changes())
                .containsExactly("stage ask: template \"…" + "😀".repeat(14) + "😁" + "x".repeat(45) + "…\" → \"…"
                        + "😀".repeat(14) + "😂\\n\\u202E" + "x".repeat(43) + "…\"");
    }

    @Test
    void saysWhichMetricsAreOthers() {
        var example = Example.of("1", "a", "a");

        assertThat(Comparison.of(
                                run(OLD, Scorers.exactMatch(), List.of(example)),
                                run(OLD, Scorers.of("length", (a, b) -> 1), List.of(example)))
                        .warnings())
                .containsExactly("metrics of the baseline only: exact_match", "metrics of the other run only: length");
    }

    @Test
    void saysWhichExamplesWereEdited() {
        var before = Example.of("1", "a", "a");
        var same = Example.of("2", "b", "b");

        assertThat(Comparison.of(
                                run(OLD, Scorers.exactMatch(), List.of(before, same)),
                                run(
                                        OLD,
                                        Scorers.exactMatch(),
                                        List.of(before.withInput("A").withTags(Map.of("x", "y")), same)))
                        .warnings())
                .containsExactly(
                        "the runs have the same example ids, but their datasets differ in content",
                        "1 example has another input than in the baseline: 1",
                        "1 example has another set of tags than in the baseline: 1");
    }

    @Test
    void comparesTheSharedExamplesAndSaysWhichWereLeftOut(@TempDir Path directory) {
        var old = run(OLD, Classification.report(), List.of(Example.of("1", "a", "a"), Example.of("2", "b", "c")));
        var other = run(OLD, Classification.report(), List.of(Example.of("2", "b", "c"), Example.of("3", "d", "d")));
        var comparison = Comparison.ofShared(old, other);

        assertThat(comparison.pairs()).hasSize(1);
        assertThat(comparison.warnings())
                .startsWith(
                        "1 example was removed since the baseline and left out: 1",
                        "1 example was added since the baseline and left out: 3")
                .doesNotContain("the runs have the same example ids, but their datasets differ in content");
        // example 2 is wrong in both, so on what is shared nothing changed
        assertThat(comparison
                        .difference("accuracy")
                        .change()
                        .estimate()
                        .orElseThrow()
                        .value())
                .isZero();
        assertThat(comparison
                        .baseline()
                        .metric("accuracy")
                        .estimate()
                        .orElseThrow()
                        .value())
                .isZero();

        Runs.write(old, directory.resolve("old"));
        Runs.write(other, directory.resolve("other"));
        assertThatThrownBy(() ->
                        Comparison.ofShared(Runs.read(directory.resolve("old")), Runs.read(directory.resolve("other"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("both runs were read from files");
    }

    @Test
    void leavesOutWhatWasEditedAndKeepsTheOtherExamplesOfBothRuns() {
        var same = List.of(Example.of("1", "a", "a"), Example.of("2", "b", "c"));
        var old = run(OLD, Classification.report(), with(same, Example.of("3", "d", "x"), Example.of("4", "e", "e")));
        var other = run(OLD, Classification.report(), with(same, Example.of("3", "d", "d"), Example.of("4", "f", "e")));
        var comparison = Comparison.ofShared(old, other);

        assertThat(comparison.pairs()).extracting(pair -> pair.other().id()).containsExactly("1", "2");
        assertThat(comparison.warnings())
                .containsExactly("2 examples were edited since the baseline and left out: 3, 4");
        assertThat(comparison
                        .difference("accuracy")
                        .change()
                        .estimate()
                        .orElseThrow()
                        .value())
                .isZero();
    }

    private static List<Example<String, String>> with(
            List<Example<String, String>> same, Example<String, String> one, Example<String, String> another) {
        return Stream.concat(same.stream(), Stream.of(one, another)).toList();
    }

    /** As many inputs are: its instances are equal to none. */
    static final class Letter {

        private final String text;

        Letter(String text) {
            this.text = text;
        }

        public String getText() {
            return text;
        }
    }

    @Test
    void knowsExamplesAgainByTheirContentWhereTheirObjectsAreNotEqual() {
        var comparison = Comparison.ofShared(letters("a", "b"), letters("a", "c"));

        assertThat(comparison.pairs()).extracting(pair -> pair.other().id()).containsExactly("0");
        assertThat(comparison.warnings()).containsExactly("1 example was edited since the baseline and left out: 1");
    }

    private static EvaluationRun<Letter, String, String> letters(String... texts) {
        var examples = IntStream.range(0, texts.length)
                .mapToObj(i -> Example.of("" + i, new Letter(texts[i]), "x"))
                .toList();
        return Evaluation.of(Dataset.of("letters", examples), Pipeline.of("say", (Letter letter) -> letter.getText()))
                .metrics(Scorers.exactMatch())
                .run();
    }
}
