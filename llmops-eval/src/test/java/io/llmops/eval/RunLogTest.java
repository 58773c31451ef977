package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Stage;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

    private static final int EXAMPLES = 60;

    @TempDir
    private Path folder;

    private final AtomicInteger calls = new AtomicInteger();
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("deep/run.jsonl");
    }

    private static Dataset<String, String> numbers(int count) {
        return Dataset.of(
                "numbers",
                IntStream.range(0, count)
                        .mapToObj(i -> Example.of("n" + i, "number " + i, i % 2 == 0 ? "even" : "odd"))
                        .toList());
    }

    private Pipeline<String, String> parity(String version) {
        Stage<String, String> parity = Stage.of(Description.of("parity").with("version", version), text -> {
            calls.incrementAndGet();
            var number = Integer.parseInt(text.substring("number ".length()));
            if (number == 13) {
                throw new IllegalStateException("unlucky");
            }
            return number % 7 == 0 || number % 2 == 0 ? "even" : "odd";
        });
        return Pipeline.of("parity", parity);
    }

    private EvaluationRun<String, String, String> run(RunLog log) {
        return run(log, numbers(EXAMPLES), "1");
    }

    private EvaluationRun<String, String, String> run(RunLog log, Dataset<String, String> dataset, String version) {
        calls.set(0);
        return Evaluation.of(dataset, parity(version))
                .metrics(Classification.report(), Scorers.exactMatch())
                .log(log, String.class)
                .run();
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    @Test
    void takesEverythingFromAFinishedLog() {
        var first = run(RunLog.at(file));
        var second = run(RunLog.at(file));

        assertThat(calls).hasValue(0);
        assertThat(second.metrics()).isEqualTo(first.metrics());
        assertThat(second.observations()).isEqualTo(first.observations());
        assertThat(second.timing().notes()).isEmpty();
    }

    @Test
    void doesOnlyWhatIsMissingAndDropsATornLine() throws IOException {
        var whole = run(RunLog.at(file));
        var lines = lines();
        Files.writeString(
                file,
                String.join("\n", lines.subList(0, 41)) + "\n" + lines.get(41).substring(0, 30));

        var resumed = run(RunLog.at(file));

        assertThat(calls).hasValue(EXAMPLES - 40);
        assertThat(resumed.metrics()).isEqualTo(whole.metrics());
        assertThat(resumed.timing().notes()).containsExactly(file + ":42: the last line was torn and is left out");
        assertThat(lines()).hasSize(EXAMPLES + 1);
    }

    @Test
    void reportsACorruptLineByItsNumberAndKeepsTheRest() throws IOException {
        var whole = run(RunLog.at(file));
        var lines = lines();
        lines.set(9, lines.get(9).replace("\"id\"", "\"iD\""));
        Files.writeString(file, String.join("\n", lines) + "\n");

        var resumed = run(RunLog.at(file));

        assertThat(calls).hasValue(1);
        assertThat(resumed.metrics()).isEqualTo(whole.metrics());
        assertThat(resumed.timing().notes())
                .containsExactly(file
                        + ":10: expected an observation with its checksum, found a corrupt line; it is left" + " out");
    }

    @Test
    void computesNewMetricsFromTheLogAlone() {
        run(RunLog.at(file));
        calls.set(0);

        var rescored = Evaluation.of(numbers(EXAMPLES), parity("1"))
                .metrics(Scorers.matching(
                        "same_start",
                        (Object a, Object r) ->
                                a.toString().startsWith(r.toString().substring(0, 1))))
                .log(RunLog.at(file), String.class)
                .run();

        assertThat(calls).hasValue(0);
        // wrong are the odd multiples of 7 (7, 21, 35, 49) and the 13, which failed
        assertThat(rescored.metric("same_start").estimate().orElseThrow().value())
                .isEqualTo(55 / 60.0);
    }

    @Test
    void keepsTheScoresThatResumingAskedFor() {
        run(RunLog.at(file));
        var asked = new AtomicInteger();
        var judge = Scorers.<String, String>matching("judged", (answer, reference) -> {
            asked.incrementAndGet();
            return answer.equals(reference);
        });
        var judged =
                Evaluation.of(numbers(EXAMPLES), parity("1")).metrics(judge).log(RunLog.at(file), String.class);

        var first = judged.run();
        var second = judged.run();

        assertThat(asked).hasValue(EXAMPLES - 1); // one had failed, of which nobody is asked
        assertThat(second.metrics()).isEqualTo(first.metrics());
        assertThat(second.observations()).isEqualTo(first.observations());
    }

    @Test
    void refusesALogOfAnotherPipelineAndSaysWhatDiffers() {
        run(RunLog.at(file));

        assertThatThrownBy(() -> run(RunLog.at(file), numbers(EXAMPLES), "2"))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(file + ":1: expected a log of the same pipeline, found another; stages.'parity'.description"
                        + ".settings.version: \"1\" in the log, \"2\" here");
        assertThat(calls).hasValue(0);
    }

    @Test
    void refusesALogOfAnotherDatasetAndSaysWhatDiffers() {
        run(RunLog.at(file));

        assertThatThrownBy(() -> run(RunLog.at(file), numbers(EXAMPLES + 1), "1"))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(
                        file + ":1: expected a log of the same dataset, found another; size: 60 in the log, 61 here");
    }

    @Test
    void refusesAFileThatIsNoLogAndLeavesItAsItIs() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "id,text\n1,hello\n");

        assertThatThrownBy(() -> run(RunLog.at(file)))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(file + ":1: expected the header of a run log, found a line that is none");
        assertThat(file).hasContent("id,text\n1,hello\n");
    }

    @Test
    void triesAgainWhatHadFailedWhenAsked() {
        run(RunLog.at(file));
        run(RunLog.at(file).retryingFailed());

        assertThat(calls).hasValue(1);
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        run(RunLog.at(file).syncedEvery(10));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isUsedByOneEvaluationAtATime() {
        var log = RunLog.at(file);
        var inside = Evaluation.of(numbers(1), Pipeline.of("again", (String text) -> {
                    run(log);
                    return text;
                }))
                .log(log, String.class)
                .run();

        assertThat(inside.observations().get(0).outcome().toString())
                .contains("the run log " + file + " is in use by another evaluation");
    }

    /** An answer, tags, a reason, a score's reason and texts deep in an input, all of which say the secret. */
    private Evaluation<Map<String, List<String>>, String, String> evaluationOfSecrets(RunLog log) {
        var dataset = Dataset.of(
                "secrets",
                List.of(
                        Example.of("a", Map.of("deep", List.of("secret in an input")), "secret reference")
                                .withTag("note", "secret tag"),
                        Example.of("b", Map.of("deep", List.of("fail")), "x")));
        var pipeline = Pipeline.<Map<String, List<String>>, String>of("first", input -> {
                    if (input.toString().contains("fail")) {
                        throw new IllegalStateException("secret reason");
                    }
                    return "secret on the way";
                })
                .then("secretive", text -> "secret answer");
        Scorer<String, String> scorer = new Scorer<>() {
            @Override
            public String name() {
                return "judged";
            }

            @Override
            public Score score(String answer, String reference) {
                return new Score.Abstained("secret doubt");
            }
        };
        return Evaluation.of(dataset, pipeline).metrics(scorer).log(log, String.class);
    }

    @Test
    void keepsContentWholeUnlessToldOtherwise() throws IOException {
        evaluationOfSecrets(RunLog.at(file)).run();

        assertThat(Files.readString(file))
                .contains(
                        "secret in an input",
                        "secret reference",
                        "secret tag",
                        "secret on the way",
                        "secret answer",
                        "secret reason",
                        "secret doubt");
    }

    @Test
    void writesNoTextOfTheUsersThatWasNotRedacted() throws IOException {
        evaluationOfSecrets(RunLog.at(file).redactedBy(text -> text.replace("secret", "***")))
                .run();

        assertThat(Files.readString(file))
                .doesNotContain("secret ")
                .contains("*** in an input", "*** answer", "*** reason", "*** doubt", "*** tag")
                .contains("\"stage\":\"secretive\"");
    }

    @Test
    void leavesOutInputsReferencesAndWhatStagesReturnedWhenAsked() throws IOException {
        evaluationOfSecrets(RunLog.at(file).withAnswersOnly()).run();

        assertThat(Files.readString(file))
                .doesNotContain("secret in an input", "secret reference", "secret on the way")
                .contains("secret answer", "secret reason");
    }

    @Test
    void keepsAnswersOnlyWhenAskedAndResumesFromThem() throws IOException {
        var whole = run(RunLog.at(file).withAnswersOnly());

        assertThat(lines().subList(1, lines().size()))
                .allSatisfy(line -> assertThat(line).doesNotContain("number "));
        assertThat(run(RunLog.at(file)).metrics()).isEqualTo(whole.metrics());
        assertThat(calls).hasValue(0);
    }

    @Test
    void writesNoTextThatTheRedactionTakesOut() throws IOException {
        var whole = run(RunLog.at(file).redactedBy(text -> text.replaceAll("\\d+", "#")));

        assertThat(lines().subList(1, lines().size()))
                .allSatisfy(line -> assertThat(line).contains("number #").doesNotContainPattern("number \\d"));
        assertThat(run(RunLog.at(file)).metrics()).isEqualTo(whole.metrics());
        assertThat(calls).hasValue(0);
    }
}
