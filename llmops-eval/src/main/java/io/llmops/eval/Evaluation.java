package io.llmops.eval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.decorate.Repeat;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.SlicedMetric;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.run.DatasetIdentity;
import io.llmops.eval.run.Environment;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.PipelineIdentity;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.Timing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
public final class Evaluation<I, O, R> {

    private static final int MOST_CONCURRENT = 1_000;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Dataset<I, R> dataset;
    private final Pipeline<I, O> pipeline;
    private final List<Metric<? super O, ? super R>> metrics;
    private final Plan plan;

    private Evaluation(
            Dataset<I, R> dataset, Pipeline<I, O> pipeline, List<Metric<? super O, ? super R>> metrics, Plan plan) {
        this.dataset = Objects.requireNonNull(dataset, "dataset");
        this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
        this.metrics = List.copyOf(metrics);
        this.plan = plan;
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
        return new Evaluation<>(dataset, pipeline, List.of(), Plan.standard());
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
        return new Evaluation<>(dataset, pipeline, all, plan);
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
        return with(plan.withSlices(List.copyOf(all)));
    }

    /**
     * Returns this evaluation with every example tried several times, for pipelines that answer by chance. All repeats
     * count; intervals know that those of one example belong together. A cache or cassette knows the repeats apart.
     *
     * @param repeats how often, above 0; 1 unless set
     * @return the changed copy
     * @throws IllegalArgumentException if the number is not above 0
     */
    public Evaluation<I, O, R> repeats(int repeats) {
        if (repeats < 1) {
            throw new IllegalArgumentException("expected a number of repeats above 0, found " + repeats);
        }
        return with(plan.withRepeats(repeats));
    }

    /**
     * Returns this evaluation with a name for the run; by default it is called by the names of the stages.
     *
     * @param name what to call the run in reports
     * @return the changed copy
     */
    public Evaluation<I, O, R> named(String name) {
        return with(plan.withName(name));
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
        return with(plan.withConcurrency(concurrency));
    }

    /**
     * Returns this evaluation with another seed.
     *
     * @param seed of every random choice
     * @return the changed copy
     */
    public Evaluation<I, O, R> seed(long seed) {
        return uncertainty(plan.uncertainty().withSeed(seed));
    }

    /**
     * Returns this evaluation with other settings for intervals.
     *
     * @param uncertainty level, resamples and seed
     * @return the changed copy
     */
    public Evaluation<I, O, R> uncertainty(Uncertainty uncertainty) {
        return with(plan.withUncertainty(uncertainty));
    }

    /**
     * Returns this evaluation with a listener.
     *
     * @param listener is told after every example
     * @return the changed copy
     */
    public Evaluation<I, O, R> progress(ProgressListener listener) {
        return with(plan.withProgress(listener));
    }

    /**
     * Returns this evaluation with another clock; it says when a run started.
     *
     * @param clock any
     * @return the changed copy
     */
    public Evaluation<I, O, R> clock(Clock clock) {
        return with(plan.withClock(clock));
    }

    /**
     * Returns this evaluation with another project directory; the git commit is read there. By default it is the working
     * directory.
     *
     * @param directory in the repository, or not in any
     * @return the changed copy
     */
    public Evaluation<I, O, R> project(Path directory) {
        return with(plan.withDirectory(directory));
    }

    private Evaluation<I, O, R> with(Plan newPlan) {
        return new Evaluation<>(dataset, pipeline, metrics, newPlan);
    }

    /**
     * Runs the pipeline over every example and computes the metrics. An example whose stage throws is a failed
     * observation; the run goes on.
     *
     * @return the run
     * @throws java.util.concurrent.CancellationException if this thread is interrupted; the flag stays set
     * @throws io.llmops.core.LlmopsException if the dataset can't be read
     */
    public EvaluationRun<I, O, R> run() {
        var provenance = provenance();
        var started = plan.clock().instant();
        var start = System.nanoTime();
        var collected = new Collected<Observation<I, O, R>>(
                plan.progress(),
                dataset.isInMemory() ? OptionalLong.of(dataset.size() * plan.repeats()) : OptionalLong.empty());
        try (var examples = dataset.stream()) {
            var settings = new Engine.Settings(plan.concurrency(), WorkerThreads.factory(), GRACE);
            new Engine<>(settings, tries(examples).iterator(), this::observe, collected).run();
        }
        var timing = new Timing(started, Duration.ofNanos(System.nanoTime() - start), plan.concurrency());
        return EvaluationRun.of(provenance, timing, collected.inOrder(), withSlices());
    }

    private List<Metric<? super O, ? super R>> withSlices() {
        var all = new ArrayList<Metric<? super O, ? super R>>(metrics);
        for (var tag : plan.slices()) {
            metrics.forEach(metric -> all.add(SlicedMetric.by(tag, metric)));
        }
        return all;
    }

    /** One repeat of an example. */
    private record Try<I, R>(Example<I, R> example, int repeat) {}

    private Stream<Try<I, R>> tries(Stream<Example<I, R>> examples) {
        return examples.flatMap(
                example -> IntStream.range(0, plan.repeats()).mapToObj(repeat -> new Try<>(example, repeat)));
    }

    private Observation<I, O, R> observe(Try<I, R> one) {
        var trace = Repeat.of(one.repeat(), () -> pipeline.trace(one.example().input()));
        var observation = new Observation<>(one.example(), one.repeat(), trace, Collections.emptySortedMap());
        var scores = new HashMap<String, Score>();
        for (var metric : metrics) {
            if (metric instanceof Scorer<? super O, ? super R> scorer) {
                scores.put(scorer.name(), scorer.judge(observation));
            }
        }
        return observation.withScores(scores);
    }

    private Provenance provenance() {
        var version = Optional.ofNullable(Evaluation.class.getPackage().getImplementationVersion());
        return new Provenance(
                plan.name().orElseGet(pipeline::toString),
                DatasetIdentity.of(dataset),
                PipelineIdentity.of(pipeline),
                plan.uncertainty(),
                new Environment(
                        version.orElse("development"), Runtime.version().toString(), GitCommit.of(plan.directory())));
    }

    /** Keeps results by their index and tells the listener. */
    private static final class Collected<T extends Observation<?, ?, ?>> implements Engine.Sink<T> {

        private final List<T> results = new ArrayList<>();
        private final ProgressListener listener;
        private final OptionalLong total;
        private final long start = System.nanoTime();
        private long done;
        private long abstained;
        private long failed;

        Collected(ProgressListener listener, OptionalLong total) {
            this.listener = listener;
            this.total = total;
        }

        @Override
        public void accept(long index, T result) {
            while (results.size() <= index) {
                results.add(result);
            }
            results.set((int) index, result);
            done++;
            abstained += result.outcome() instanceof Outcome.Abstained<?> ? 1 : 0;
            failed += result.outcome() instanceof Outcome.Failed<?> ? 1 : 0;
            listener.onProgress(
                    new Progress(done, total, abstained, failed, Duration.ofNanos(System.nanoTime() - start)));
        }

        List<T> inOrder() {
            return results;
        }
    }
}
