package io.llmops.eval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.RunLog;
import io.llmops.eval.run.Stoppable;
import io.llmops.eval.run.StoppingRule;
import io.llmops.eval.run.Visit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a pipeline over a dataset and measures it.
 *
 * <pre>{@code
 * var run = Evaluation.of(tickets, router)
 *         .metrics(Classification.report())
 *         .concurrency(32).seed(42)
 *         .run();
 * }</pre>
 *
 * <p>Each setting returns a changed copy. Immutable.
 *
 * @param <I> the type of the inputs
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public final class Evaluation<I, O, R> implements Stoppable<I, O, R> {

    private static final int MOST_CONCURRENT = 1_000;

    private final Dataset<I, R> dataset;
    private final Pipeline<I, O> pipeline;
    private final List<Metric<? super O, ? super R>> metrics;
    private final Plan plan;
    private final Optional<LogOf<O>> log;

    private Evaluation(
            Dataset<I, R> dataset,
            Pipeline<I, O> pipeline,
            List<Metric<? super O, ? super R>> metrics,
            Plan plan,
            Optional<LogOf<O>> log) {
        this.dataset = Objects.requireNonNull(dataset, "dataset");
        this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
        this.metrics = List.copyOf(metrics);
        this.plan = plan;
        this.log = log;
    }

    /**
     * Returns an evaluation without metrics, of eight examples at once, with seed 0 and 95 % intervals.
     *
     * @param dataset what to try
     * @param pipeline what to try it on; it is used by many threads
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the evaluation
     */
    public static <I, O, R> Evaluation<I, O, R> of(Dataset<I, R> dataset, Pipeline<I, O> pipeline) {
        return new Evaluation<>(dataset, pipeline, List.of(), Plan.standard(), Optional.empty());
    }

    /**
     * Returns this evaluation with metrics; scorers are metrics.
     *
     * @param more added to those it has
     * @return the changed copy
     * @throws IllegalArgumentException if two metrics have a value of the same name
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Evaluation<I, O, R> metrics(Metric<? super O, ? super R>... more) {
        var all = new ArrayList<Metric<? super O, ? super R>>(metrics);
        all.addAll(Arrays.asList(more));
        Metric.requireDifferentNames(all);
        return new Evaluation<>(dataset, pipeline, all, plan, log);
    }

    /**
     * Returns this evaluation with every value also by the values of tags, e.g. {@code accuracy[channel=mail]}.
     *
     * @param tags the names of tags the examples have; added to those it has
     * @return the changed copy
     */
    public Evaluation<I, O, R> slices(String... tags) {
        var all = new LinkedHashSet<>(plan.slices());
        all.addAll(Arrays.asList(tags));
        return with(settings -> settings.slices = List.copyOf(all));
    }

    /**
     * Returns this evaluation with every example tried several times, for pipelines that answer by chance. All repeats
     * count, so that a metric is the mean over them; intervals know that those of one example belong together. {@link
     * io.llmops.eval.metric.preference.Sampling} counts their votes instead. A cache or cassette knows the repeats apart.
     *
     * @param repeats how often, above 0; 1 unless set
     * @return the changed copy
     * @throws IllegalArgumentException if the number is not above 0
     */
    public Evaluation<I, O, R> repeats(int repeats) {
        if (repeats < 1) {
            throw new IllegalArgumentException("expected a number of repeats above 0, found " + repeats);
        }
        return with(settings -> settings.repeats = repeats);
    }

    /**
     * Returns this evaluation with a log: every observation is written there as it comes, and what an earlier evaluation
     * on the same log has written is taken from there, scores included, instead of running the pipeline. At no moment are
     * more examples begun and not saved than {@link #concurrency} says.
     *
     * <p>The observations of a streamed dataset are in the log alone, 8 bytes each apart: {@link
     * EvaluationRun#observations} then goes through the dataset and the log each time, which have to stay, and sees the
     * answers as JSON reads them and as a redaction left them. Of a dataset in memory they are in memory.
     *
     * @param runLog where to
     * @param answer the type of the answers, as JSON reads it
     * @return the changed copy; its {@link #run} throws {@link io.llmops.core.LlmopsException} if the log is of another
     *     dataset or pipeline
     */
    public Evaluation<I, O, R> log(RunLog runLog, Class<O> answer) {
        return new Evaluation<>(dataset, pipeline, metrics, plan, Optional.of(new LogOf<>(runLog, answer)));
    }

    /**
     * Returns this evaluation with a time that one example may take. One that takes longer is interrupted and has failed;
     * if its stage does not end then, its thread is left behind, which the run's notes say, and another takes its place.
     *
     * @param limit above 0
     * @return the changed copy
     */
    public Evaluation<I, O, R> exampleDeadline(Duration limit) {
        return with(settings -> settings.limits = settings.limits.withExample(limit));
    }

    /**
     * Returns this evaluation with a time that all examples together may take; {@link #run} then interrupts what is under
     * way and throws {@link EvaluationStoppedException}.
     *
     * @param limit above 0
     * @return the changed copy
     */
    public Evaluation<I, O, R> runDeadline(Duration limit) {
        return with(settings -> settings.limits = settings.limits.withRun(limit));
    }

    /**
     * Returns this evaluation with a number of observations that may fail; with more {@link #run} begins no further
     * example, ends those under way and throws {@link EvaluationStoppedException}.
     *
     * @param most 0 or more
     * @return the changed copy
     */
    public Evaluation<I, O, R> stopAfterFailures(long most) {
        return with(settings -> settings.limits = settings.limits.withFailures(most));
    }

    /**
     * Returns this evaluation with a share of observations that may fail, as {@link #stopAfterFailures}; it counts from
     * twenty observations on.
     *
     * @param most from 0 to 1
     * @return the changed copy
     */
    public Evaluation<I, O, R> stopAtFailedShare(double most) {
        return with(settings -> settings.limits = settings.limits.withFailedShare(most));
    }

    /**
     * Returns this evaluation with a name for the run; by default it is called by the names of the stages.
     *
     * @param name what to call the run in reports
     * @return the changed copy
     */
    public Evaluation<I, O, R> named(String name) {
        return with(settings -> settings.name = Optional.of(name));
    }

    /**
     * Returns this evaluation with another number of examples at once.
     *
     * @param concurrency from 1 to 1,000
     * @return the changed copy
     * @throws IllegalArgumentException if the number is out of range
     */
    public Evaluation<I, O, R> concurrency(int concurrency) {
        if (concurrency < 1 || concurrency > MOST_CONCURRENT) {
            throw new IllegalArgumentException(
                    "expected a concurrency from 1 to " + MOST_CONCURRENT + ", found " + concurrency);
        }
        return with(settings -> settings.concurrency = concurrency);
    }

    /**
     * Returns this evaluation with another seed.
     *
     * @param seed of every random choice
     * @return the changed copy
     */
    public Evaluation<I, O, R> seed(long seed) {
        return with(settings -> settings.uncertainty = settings.uncertainty.withSeed(seed));
    }

    /**
     * Returns this evaluation with other settings for intervals.
     *
     * @param uncertainty level, resamples and seed
     * @return the changed copy
     */
    public Evaluation<I, O, R> uncertainty(Uncertainty uncertainty) {
        return with(settings -> settings.uncertainty = uncertainty);
    }

    /**
     * Returns this evaluation with a listener.
     *
     * @param listener is told after every example
     * @return the changed copy
     */
    public Evaluation<I, O, R> progress(ProgressListener listener) {
        return with(settings -> settings.progress = listener);
    }

    /**
     * Returns this evaluation with another clock; it says when a run started.
     *
     * @param clock any
     * @return the changed copy
     */
    public Evaluation<I, O, R> clock(Clock clock) {
        return with(settings -> settings.clock = clock);
    }

    /**
     * Returns this evaluation with another project directory; the git commit is read there. By default it is the working
     * directory.
     *
     * @param directory in the repository, or not in any
     * @return the changed copy
     */
    public Evaluation<I, O, R> project(Path directory) {
        return with(settings -> settings.directory = directory);
    }

    /**
     * Returns what a run of this will say of how it came about. Goes through a streamed dataset.
     *
     * @return the name, the dataset, the pipeline and the settings
     * @throws io.llmops.core.LlmopsException if the dataset can't be read
     */
    public Provenance provenance() {
        return new Execution<>(dataset, pipeline, metrics, plan).provenance();
    }

    private Evaluation<I, O, R> with(Consumer<Plan.Settings> change) {
        return new Evaluation<>(dataset, pipeline, metrics, plan.with(change), log);
    }

    /**
     * Runs the pipeline over every example and computes the metrics. An example whose stage throws is a failed
     * observation; the run goes on.
     *
     * @return the run
     * @throws EvaluationStoppedException if a limit is reached, or a stage or scorer throws a
     *     {@link io.llmops.core.pipeline.StopException}, e.g. because a budget is spent
     * @throws java.util.concurrent.CancellationException if this thread is interrupted; the flag stays set
     * @throws io.llmops.core.LlmopsException if the dataset can't be read
     */
    public EvaluationRun<I, O, R> run() {
        return new Execution<>(dataset, pipeline, metrics, plan).run(log, Visits.all(dataset));
    }

    /**
     * Runs the pipeline over the examples in random order, by the seed, until a rule has seen enough, or over all; else as
     * {@link #run}. The run's notes say when it was stopped, and how many examples more had begun.
     */
    @Override
    public EvaluationRun<I, O, R> runUntil(StoppingRule<O, R> rule) {
        var visit = new Visit<O, R>(metrics, dataset.examples().size(), plan.repeats(), plan.uncertainty());
        return new Execution<>(dataset, pipeline, metrics, plan).run(log, Visits.until(rule, visit, dataset));
    }
}
