package io.llmops.eval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.decorate.Repeat;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.StopException;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
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
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run of an evaluation. Used once. */
final class Execution<I, O, R> {

    private static final Duration GRACE = Duration.ofSeconds(2);

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

    EvaluationRun<I, O, R> run(Optional<LogOf<O>> log, Visits<I, O, R> visits) {
        var provenance = provenance();
        if (log.isEmpty()) {
            return run(provenance, Journal.none(), visits);
        }
        try (OpenRunLog<O> open = log.get().log().open(provenance, log.get().answer())) {
            return run(provenance, Journal.of(open), visits);
        }
    }

    private EvaluationRun<I, O, R> run(Provenance provenance, Journal<O> journal, Visits<I, O, R> visits) {
        var started = plan.clock().instant();
        var start = System.nanoTime();
        var collected = new Collected<Observation<I, O, R>>(
                plan.progress(),
                dataset.isInMemory() ? OptionalLong.of(dataset.size() * plan.repeats()) : OptionalLong.empty());
        Engine<Try<I, R>, Journal.Entry<Observation<I, O, R>>> engine;
        Optional<String> stopped;
        try (var examples = visits.stream()) {
            var limits =
                    new Engine.Limits(plan.limits().example(), plan.limits().run(), GRACE);
            var settings = new Engine.Settings(plan.concurrency(), WorkerThreads.factory(), limits);
            engine = new Engine<>(settings, tries(examples).iterator(), new Asking(journal), (index, entry) -> {
                journal.keep(entry);
                entry.observation().ifPresent(one -> {
                    collected.accept(index, one, entry.isKnown());
                    visits.accept(index, one);
                });
                return entry.stop()
                        .or(visits::enough)
                        .or(() -> plan.limits().tooMany(collected.failed(), collected.done()));
            });
            stopped = engine.run();
        }
        if (stopped.isPresent() && visits.enough().isEmpty()) {
            throw new EvaluationStoppedException(stopped.get(), collected.done());
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        var notes = new ArrayList<>(journal.notes());
        engine.abandoned()
                .forEach(thread -> notes.add("thread " + thread + " did not end within " + GRACE.toSeconds()
                        + " s after its deadline and was left behind"));
        var timing = new Timing(started, took, plan.concurrency(), notes);
        return visits.run(provenance, timing, collected.inOrder(), withSlices());
    }

    /** What the engine's workers do. */
    private final class Asking implements Engine.Job<Try<I, R>, Journal.Entry<Observation<I, O, R>>> {

        private final Journal<O> journal;

        Asking(Journal<O> journal) {
            this.journal = journal;
        }

        @Override
        public Journal.Entry<Observation<I, O, R>> work(Try<I, R> one) {
            var known = journal.find(one.example(), one.repeat());
            if (known.isPresent()) {
                return scored(known.get(), Journal.Entry::known);
            }
            Observation<I, O, R> observation;
            try {
                observation = observe(one);
            } catch (StopException e) {
                return Journal.Entry.refused(e);
            }
            return scored(observation, journal::entry);
        }

        @Override
        public Journal.Entry<Observation<I, O, R>> late(
                Try<I, R> one, Optional<Journal.Entry<Observation<I, O, R>>> result) {
            if (result.flatMap(Journal.Entry::stop).isPresent()) {
                return result.get();
            }
            var limit = plan.limits().example().orElseThrow();
            Outcome<O> outcome = Outcome.failed("deadline", "no answer within " + limit);
            var trace = result.flatMap(Journal.Entry::observation)
                    .map(seen -> new Trace<>(
                            outcome, seen.trace().steps(), seen.trace().usage()))
                    .orElseGet(() -> new Trace<>(outcome, List.of(), Usage.NONE));
            return scored(
                    new Observation<>(one.example(), one.repeat(), trace, Collections.emptySortedMap()),
                    journal::entry);
        }

        @Override
        public boolean isGenuine(Journal.Entry<Observation<I, O, R>> entry) {
            return entry.observation()
                    .filter(one -> !(one.outcome() instanceof Outcome.Failed<O>))
                    .isPresent();
        }
    }

    private Stream<Try<I, R>> tries(Stream<Example<I, R>> examples) {
        return examples.flatMap(
                example -> IntStream.range(0, plan.repeats()).mapToObj(repeat -> new Try<>(example, repeat)));
    }

    private Observation<I, O, R> observe(Try<I, R> one) {
        var trace = Repeat.of(one.repeat(), () -> pipeline.trace(one.example().input()));
        return new Observation<>(one.example(), one.repeat(), trace, Collections.emptySortedMap());
    }

    /** Asks the scorers whose scores are not there yet; if one says to stop, the answer is kept without its score. */
    private Journal.Entry<Observation<I, O, R>> scored(
            Observation<I, O, R> observation,
            Function<Observation<I, O, R>, Journal.Entry<Observation<I, O, R>>> entry) {
        var scores = new HashMap<>(observation.scores());
        for (var metric : metrics) {
            if (metric instanceof Scorer<? super O, ? super R> scorer && !scores.containsKey(scorer.name())) {
                try {
                    scores.put(scorer.name(), scorer.judge(observation));
                } catch (StopException e) {
                    return entry.apply(observation.withScores(scores)).last(e);
                }
            }
        }
        return entry.apply(observation.withScores(scores));
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
