package io.llmops.eval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.decorate.Repeat;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.SlicedMetric;
import io.llmops.eval.run.DatasetIdentity;
import io.llmops.eval.run.Environment;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.OpenRunLog;
import io.llmops.eval.run.PipelineIdentity;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run of an evaluation. Used once. */
final class Execution<I, O, R> {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Dataset<I, R> dataset;
    private final Pipeline<I, O> pipeline;
    private final List<Metric<? super O, ? super R>> metrics;
    private final Plan plan;

    Execution(Dataset<I, R> dataset, Pipeline<I, O> pipeline, List<Metric<? super O, ? super R>> metrics, Plan plan) {
        this.dataset = dataset;
        this.pipeline = pipeline;
        this.metrics = metrics;
        this.plan = plan;
    }

    /** One repeat of an example. */
    private record Try<I, R>(Example<I, R> example, int repeat) {}

    EvaluationRun<I, O, R> run(Optional<LogOf<O>> log) {
        var provenance = provenance();
        if (log.isEmpty()) {
            return run(provenance, Journal.none());
        }
        try (OpenRunLog<O> open = log.get().log().open(provenance, log.get().answer())) {
            return run(provenance, Journal.of(open));
        }
    }

    private EvaluationRun<I, O, R> run(Provenance provenance, Journal<O> journal) {
        var started = plan.clock().instant();
        var start = System.nanoTime();
        var collected = new Collected<Observation<I, O, R>>(
                plan.progress(),
                dataset.isInMemory() ? OptionalLong.of(dataset.size() * plan.repeats()) : OptionalLong.empty());
        try (var examples = dataset.stream()) {
            var settings = new Engine.Settings(plan.concurrency(), WorkerThreads.factory(), GRACE);
            new Engine<>(settings, tries(examples).iterator(), one -> entry(one, journal), (index, entry) -> {
                        journal.keep(entry);
                        collected.accept(index, entry.observation());
                    })
                    .run();
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        var timing = new Timing(started, took, plan.concurrency(), journal.notes());
        return EvaluationRun.of(provenance, timing, collected.inOrder(), withSlices());
    }

    private Stream<Try<I, R>> tries(Stream<Example<I, R>> examples) {
        return examples.flatMap(
                example -> IntStream.range(0, plan.repeats()).mapToObj(repeat -> new Try<>(example, repeat)));
    }

    private Journal.Entry<Observation<I, O, R>> entry(Try<I, R> one, Journal<O> journal) {
        var known = journal.find(one.example(), one.repeat());
        return known.isPresent() ? Journal.Entry.known(scored(known.get())) : journal.entry(scored(observe(one)));
    }

    private Observation<I, O, R> observe(Try<I, R> one) {
        var trace = Repeat.of(one.repeat(), () -> pipeline.trace(one.example().input()));
        return new Observation<>(one.example(), one.repeat(), trace, Collections.emptySortedMap());
    }

    /** Asks the scorers whose scores are not there yet. */
    private Observation<I, O, R> scored(Observation<I, O, R> observation) {
        var scores = new HashMap<>(observation.scores());
        for (var metric : metrics) {
            if (metric instanceof Scorer<? super O, ? super R> scorer && !scores.containsKey(scorer.name())) {
                scores.put(scorer.name(), scorer.judge(observation));
            }
        }
        return observation.withScores(scores);
    }

    private List<Metric<? super O, ? super R>> withSlices() {
        var all = new ArrayList<Metric<? super O, ? super R>>(metrics);
        for (var tag : plan.slices()) {
            metrics.forEach(metric -> all.add(SlicedMetric.by(tag, metric)));
        }
        return all;
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
}
