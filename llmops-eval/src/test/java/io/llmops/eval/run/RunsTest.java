package io.llmops.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Stage;
import io.llmops.core.pipeline.Usage;
import io.llmops.core.pipeline.UsageMeter;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    private static final List<String> LABELS = List.of("refund", "a/b \"c\"\n", "\uD83D\uDE00 \u202E", "日本語");

    @TempDir
    Path directory;

    private static EvaluationRun<String, String, String> run(int concurrency) {
        var dataset = Dataset.of(
                "hostile",
                IntStream.range(0, 60)
                        .mapToObj(i -> Example.of("e" + i, "text " + i, LABELS.get(i % 4))
                                .withTags(Map.of("lang", "de")))
                        .toList());
        var pipeline = Pipeline.of(
                        "lengths",
                        Stage.<String, float[]>of(
                                Description.of("lengths").with("scale", 2), text -> new float[] {text.length()}))
                .thenMaybe("label", lengths -> label((int) lengths[0]));
        return Evaluation.of(dataset, pipeline)
                .metrics(Classification.report(), Scorers.exactMatch())
                .concurrency(concurrency)
                .seed(7)
                .run();
    }

    private static Outcome<String> label(int length) {
        UsageMeter.record(new Usage(1, length, 2, 0));
        return length == 6 ? Outcome.abstained("too \u0007 short") : Outcome.answered(LABELS.get(length % 4));
    }

    @Test
    void writesTheSameBytesAtAnyConcurrencyButForTheTiming() throws IOException {
        var json = new ObjectMapper();
        var one = (ObjectNode) json.readTree(Runs.json(run(1)));
        var many = (ObjectNode) json.readTree(Runs.json(run(32)));
        one.remove("timing");
        many.remove("timing");

        assertThat(many.toString()).isEqualTo(one.toString());
        var bytes = Runs.json(run(1)).split("\n\"timing\"", 2)[0];
        assertThat(Runs.json(run(32)).split("\n\"timing\"", 2)[0]).isEqualTo(bytes);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var run = run(4);
        var file = directory.resolve("deep/run.json");
        Runs.write(run, file);
        var read = Runs.read(file);

        assertThat(read.metrics()).containsExactlyInAnyOrderEntriesOf(run.metrics());
        assertThat(read.provenance()).isEqualTo(run.provenance());
        assertThat(read.timing()).isEqualTo(run.timing());
        assertThat(read.observations()).hasSameSizeAs(run.observations());
        for (var i = 0; i < run.observations().size(); i++) {
            assertThat(read.observations().get(i).example())
                    .isEqualTo(run.observations().get(i).example());
            assertThat(read.observations().get(i).outcome())
                    .isEqualTo(run.observations().get(i).outcome());
            assertThat(read.observations().get(i).usage())
                    .isEqualTo(run.observations().get(i).usage());
            assertThat(read.observations().get(i).scores())
                    .isEqualTo(run.observations().get(i).scores());
            assertThat(read.observations().get(i).time())
                    .isEqualTo(run.observations().get(i).time());
        }
        assertThat(Runs.json(read)).isEqualTo(Files.readString(file));
    }

    @Test
    void computesTheMetricsAnewFromTheRows() {
        var run = run(4);
        var file = directory.resolve("run.json");
        Runs.write(run, file);

        var again = Runs.read(file).withMetrics(Classification.report(), Scorers.exactMatch());

        assertThat(again.metrics()).isEqualTo(run.metrics());
    }

    @Test
    void readsAnswersThatAreNotText() {
        var dataset = Dataset.of("lengths", List.of(Example.of("a", "four", 4), Example.of("b", "three", 3)));
        var run = Evaluation.of(dataset, Pipeline.<String, Integer>of("length", String::length))
                .metrics(Scorers.exactMatch())
                .run();
        var file = directory.resolve("run.json");
        Runs.write(run, file);

        assertThat(Runs.read(file, String.class, Integer.class, Integer.class)
                        .observations()
                        .get(1)
                        .outcome())
                .isEqualTo(Outcome.answered(5));
    }

    @Test
    void replacesHalfASurrogatePair() {
        var run = RunsOf.observations("half", List.of(Observed.of("e", "a\uD800b", "a")), Scorers.exactMatch());

        assertThat(Runs.json(run)).contains("\"reference\":\"a\uFFFDb\"");
    }

    @Test
    void hidesNoControlCharacterInTheFile() {
        assertThat(Runs.json(run(1)).chars()).noneMatch(c -> c == 0x202E || c == 7);
    }

    @Test
    void saysWhereAFileIsNotWhatItShouldBe() throws IOException {
        var file = directory.resolve("run.json");
        Files.writeString(file, "{\n\"metrics\": }");
        assertThatThrownBy(() -> Runs.read(file))
                .isInstanceOf(LlmopsException.class)
                .hasMessageStartingWith(file + ":2: expected JSON");

        Files.writeString(file, "{\"schema\": \"llmops-run/9\"}");
        assertThatThrownBy(() -> Runs.read(file))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(file + ": schema: expected llmops-run/1, found \"llmops-run/9\"");

        Files.writeString(file, Runs.json(run(1)).replace("\"n\":60", "\"n\":-60"));
        assertThatThrownBy(() -> Runs.read(file))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining(": metrics.accuracy is not what it should be: expected");
    }
}
