package io.llmops.eval.junit;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.model.replay.Cassette;
import io.llmops.eval.Evaluation;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.FileName;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.RunLog;
import io.llmops.eval.run.RunStore;
import io.llmops.eval.run.RunStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a test evaluates with: {@link LlmopsExtension} gives each test its own, bound to the folders of the suite. Set by
 * system properties or JUnit configuration parameters, relative to the working directory:
 *
 * <table>
 * <caption>Properties</caption>
 * <tr><th>property</th><th>what it is</th><th>unless set</th></tr>
 * <tr><td>{@code llmops.runs}</td><td>the run store</td><td>{@code target/llmops/runs}</td></tr>
 * <tr><td>{@code llmops.reports}</td><td>where reports go</td><td>{@code target/llmops/reports}</td></tr>
 * <tr><td>{@code llmops.baselines}</td><td>the committed baselines</td>
 *     <td>{@code src/test/resources/llmops/baselines}</td></tr>
 * <tr><td>{@code llmops.cassettes}</td><td>the committed cassettes</td>
 *     <td>{@code src/test/resources/llmops/cassettes}</td></tr>
 * <tr><td>{@code llmops.baseline}</td><td>{@code update} makes baselines anew, {@code check} wants the run to be what the
 *     baseline was made of</td><td>the run is compared</td></tr>
 * <tr><td>{@code llmops.inconclusive}</td><td>{@code abort}, {@code fail} or {@code pass}</td>
 *     <td>{@link WhenInconclusive}, else {@code abort}</td></tr>
 * <tr><td>{@code llmops.sample}</td><td>how many examples of {@link #subset} to try</td><td>all</td></tr>
 * <tr><td>{@code llmops.tags}</td><td>which: {@code channel=mail,language=en,language=de}</td><td>all</td></tr>
 * </table>
 *
 * <pre>{@code
 * @Test
 * void routesAsWellAsEver(Evaluations evaluations) {
 *     var run = evaluations.run(Evaluation.of(evaluations.subset(tickets), router).metrics(Classification.report()));
 *     evaluations.assertThat(run).metric("f1/macro").isAtLeast(0.85);
 *     evaluations.assertThat(run).doesNotRegress();
 * }
 * }</pre>
 *
 * Safe for use by many threads.
 */
public final class Evaluations {

    private final TestName test;
    private final Settings settings;
    private final RunStore store;
    private final Judge judge;
    private final BaselineFiles baselines;
    private final Written reports = new Written();
    private final AtomicInteger runs = new AtomicInteger();

    Evaluations(TestName test, Settings settings, Judge judge) {
        this.test = test;
        this.settings = settings;
        this.judge = judge;
        store = RunStores.directory(settings.folders().runs());
        baselines = new BaselineFiles(test, settings);
    }

    /**
     * Runs an evaluation, keeps the run in the store with the test's name as a tag, and writes its report as HTML,
     * Markdown and text; what is asserted of the run is added to that, comparison and verdict. While it runs,
     * observations go to a log beside the runs. If it is killed or stops and is run again, what is in the log is taken
     * from there; unless a stage can't tell how it is set, for then nobody knows whether it is the same, or the type of
     * the answers has type parameters.
     *
     * @param evaluation any
     * @param none to be left out: it tells the type of the answers
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the run
     * @throws io.llmops.eval.EvaluationStoppedException if a limit of the evaluation is reached
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // the array is one of answers
    public final <I, O, R> EvaluationRun<I, O, R> run(Evaluation<I, O, R> evaluation, O... none) {
        var number = runs.incrementAndGet();
        var suffix = number == 1 ? "" : "-" + number;
        var answer = (Class<O>) none.getClass().getComponentType();
        var log = log(evaluation.provenance(), answer, suffix);
        var run = log.map(file -> evaluation.log(RunLog.at(file).retryingFailed(), answer))
                .orElse(evaluation)
                .run();
        store.save(run, tags());
        log.ifPresent(Evaluations::delete);
        reports.put(
                run,
                new RunReport(run, extension -> test.file(settings.folders().reports(), suffix, extension)));
        return run;
    }

    private Optional<Path> log(Provenance provenance, Class<?> answer, String suffix) {
        var canResume = answer != Object.class
                && answer.getTypeParameters().length == 0
                && provenance.pipeline().opaqueStages().isEmpty();
        if (!canResume) {
            return Optional.empty();
        }
        var of = provenance.dataset().fingerprint().brief() + "-"
                + provenance.pipeline().fingerprint().brief();
        return Optional.of(test.file(settings.folders().runs().resolve(".logs"), suffix + "-" + of, "jsonl"));
    }

    private static void delete(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + log, e);
        }
    }

    private Map<String, String> tags() {
        return settings.subset().isWhole()
                ? Map.of("test", test.toString())
                : Map.of(
                        "test",
                        test.toString(),
                        "subset",
                        settings.subset().toString().strip());
    }

    /**
     * Returns the examples to try: all, or where {@code llmops.tags} and {@code llmops.sample} say so, those with the tags
     * and of them a sample, the same every time.
     *
     * @param dataset any
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the dataset or a part of it
     * @throws IllegalArgumentException if no example has the tags
     */
    public <I, R> Dataset<I, R> subset(Dataset<I, R> dataset) {
        return settings.subset().of(dataset);
    }

    /**
     * Returns a cassette among those of the suite, in the mode {@code llmops.cassette} says.
     *
     * @param name of its folder
     * @return the cassette
     */
    public Cassette cassette(String name) {
        return Cassette.in(settings.folders().cassettes().resolve(FileName.of(name)));
    }

    /** {@return where the runs of the suite are kept} */
    public RunStore store() {
        return store;
    }

    /**
     * Returns what can be asserted of a run.
     *
     * @param run any
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return assertions on it
     */
    public <I, O, R> RunAssert<I, O, R> assertThat(EvaluationRun<I, O, R> run) {
        return new RunAssert<>(run, new Bench(test, settings, judge, baselines, reports.of(run)));
    }
}
