package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Datasets;
import io.llmops.core.model.decorate.Repeat;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.report.Reports;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunLog;
import io.llmops.eval.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedRunTest {

    private static final int EXAMPLES = 2_000;
    private static final String HEAP = "-Xmx48m";

    @TempDir
    private Path folder;

    private final AtomicInteger calls = new AtomicInteger();
    private Dataset<String, String> streamed;
    private Path log;

    @BeforeEach
    void writeTheRows() throws IOException {
        log = folder.resolve("log.jsonl");
        streamed = rows(folder.resolve("rows.csv"), EXAMPLES);
    }

    static Dataset<String, String> rows(Path file, int count) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("text,label,size\n");
            for (var i = 0; i < count; i++) {
                out.write("number " + i + "," + (i % 2 == 0 ? "even" : "odd") + "," + (i < 100 ? "small" : "large")
                        + "\n");
            }
        }
        return Datasets.csv(file).withTags("size").streamed().labels("text", "label");
    }

    /** Wrong for every seventh number, by chance for every fifth; fails for 13 and abstains for 17. */
    private Outcome<String> parity(String text) {
        calls.incrementAndGet();
        var number = Integer.parseInt(text.substring("number ".length()));
        if (number == 13) {
            throw new IllegalStateException("unlucky");
        }
        if (number == 17) {
            return Outcome.abstained("too odd");
        }
        var wrong = number % 7 == 0 || (number % 5 == 0 && Repeat.index() == 1);
        return Outcome.answered((number % 2 == 0) ^ wrong ? "even" : "odd");
    }

    private Evaluation<String, String, String> evaluation(Dataset<String, String> dataset, Path file) {
        return Evaluation.of(dataset, Pipeline.ofMaybe("parity", this::parity))
                .metrics(Classification.report(), Scorers.exactMatch())
                .slices("size")
                .concurrency(8)
                .log(RunLog.at(file), String.class);
    }

    @Test
    void saysTheSameAsARunInMemory() {
        var inMemory =
                evaluation(streamed.inMemory(), folder.resolve("other.jsonl")).run();
        var run = evaluation(streamed, log).run();

        assertThat(run.metrics()).isEqualTo(inMemory.metrics());
        assertThat(run.observations()).hasSize(EXAMPLES);
        assertThat(outcomes(run)).isEqualTo(outcomes(inMemory));
        assertThat(run.observations().get(1_234).id()).isEqualTo("1235");
        assertThat(run.usage()).isEqualTo(inMemory.usage());
        assertThat(Reports.text(run)).contains("2,000 examples");
        assertThat(run.withMetrics(Scorers.exactMatch()).metric("exact_match"))
                .isEqualTo(inMemory.metric("exact_match"));
    }

    @Test
    void saysTheSameAsARunInMemoryWhenExamplesAreRepeated() {
        var inMemory = evaluation(streamed.inMemory(), folder.resolve("other.jsonl"))
                .repeats(3)
                .run();
        var run = evaluation(streamed, log).repeats(3).run();

        assertThat(run.metrics()).isEqualTo(inMemory.metrics());
        assertThat(outcomes(run)).isEqualTo(outcomes(inMemory));
        assertThat(run.observations().listIterator(3_001).next().id()).isEqualTo("1001");
        assertThat(run.observations().listIterator(3_001).next().repeat()).isEqualTo(1);
    }

    private static List<String> outcomes(EvaluationRun<String, String, String> run) {
        var all = new ArrayList<String>();
        run.observations().forEach(one -> all.add(one.id() + " " + one.repeat() + " " + one.outcome()));
        return all;
    }

    @Test
    void isWrittenToARunFileLikeAnyRun() throws IOException {
        var run = evaluation(streamed, log).run();
        Runs.write(run, folder.resolve("run.json"));

        assertThat(Runs.read(folder.resolve("run.json")).observations()).containsExactlyElementsOf(run.observations());
    }

    @Test
    void doesOnlyWhatIsMissingWhenResumed() throws IOException {
        var whole = evaluation(streamed, log).run().metrics();
        var lines = Files.readAllLines(log);
        Files.write(log, lines.subList(0, 1_201));
        calls.set(0);

        var resumed = evaluation(streamed, log).run();

        assertThat(calls).hasValue(EXAMPLES - 1_200);
        assertThat(resumed.metrics()).isEqualTo(whole);
    }

    @Test
    void takesTheLastRowOfAnExampleThatWasTriedAgain() {
        evaluation(streamed, log).run();

        var again = Evaluation.of(streamed, Pipeline.of("parity", (String text) -> "even"))
                .log(RunLog.at(log).retryingFailed(), String.class)
                .run();

        assertThat(again.observations().get(13).outcome()).isEqualTo(Outcome.answered("even"));
        assertThat(again.metric("share/failed").estimate().orElseThrow().value())
                .isZero();
    }

    @Test
    void isReadForwardsAndNotChanged() {
        Iterator<?> observations =
                evaluation(streamed.take(1), log).run().observations().iterator();

        observations.next();
        assertThat(observations).isExhausted();
        assertThatThrownBy(observations::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(observations::remove).hasMessage("observations are not changed");
    }

    @Test
    void tellsWhenTheLogWasChangedMeanwhile() throws IOException {
        var run = evaluation(streamed, log).run();
        Files.writeString(log, Files.readString(log).replace("number 700", "number 007"));

        assertThatThrownBy(() -> run.observations().forEach(one -> {}))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("expected the row of example '701' at byte ");
    }

    @Test
    void doesNotFitInMemoryAndRunsAllTheSame() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamedRun.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve("out")).hasContent(StreamedRun.EXAMPLES + " observations, exact_match 0.8");
    }
}
