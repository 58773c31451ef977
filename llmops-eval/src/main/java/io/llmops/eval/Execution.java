package io.llmops.eval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.model.decorate.Repeat;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.StopException;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

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

    EvaluationRun<I, O, R> run(Optional<LogOf<O>> log, Visits<I, O, R> visits) {
        var provenance = provenance();
        if (log.isEmpty()) {
            return run(provenance, Journal.none(), visits, Optional.empty());
        }
        try (var exit = new OrderlyExit();
                OpenRunLog<O> open = log.get().log().open(provenance, log.get().answer())) {
            return run(provenance, Journal.of(open), visits, Optional.of(exit));
        }
    }

    private EvaluationRun<I, O, R> run(
            Provenance provenance, Journal<O> journal, Visits<I, O, R> visits, Optional<OrderlyExit> exit) {
        var started = plan.clock().instant();
        var start = System.nanoTime();
        var logged = visits.mayStop()
                ? Optional.<List<Observation<I, O, R>>>empty()
                : journal.<I, R>observations(dataset, plan.repeats());
        var collected = new Collected<Observation<I, O, R>>(
                logged.isPresent(), plan.progress(), OptionalLong.of(dataset.size() * plan.repeats()));
        Engine<Try<I, R>, Journal.Entry<I, O, R>> engine;
        Optional<String> stopped;
        try (var examples = visits.stream()) {
            var limits =
                    new Engine.Limits(plan.limits().example(), plan.limits().run(), GRACE);
            var settings = new Engine.Settings(plan.concurrency(), WorkerThreads.factory(), limits);
            var tries = visits.tries(examples.iterator(), plan.repeats());
            engine = new Engine<>(settings, tries, new Asking(journal), new Keeping(journal, collected, visits));
            exit.ifPresent(one -> one.ends(engine));
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
        return visits.run(provenance, timing, logged.orElseGet(collected::inOrder), withSlices());
    }

    /** What the engine's workers do. */
    private final class Asking implements EngineJob<Try<I, R>, Journal.Entry<I, O, R>> {

        private final Journal<O> journal;

        Asking(Journal<O> journal) {
            this.journal = journal;
        }

        @Override
        public Journal.Entry<I, O, R> work(Try<I, R> one) {
            var known = journal.find(one);
            if (known.isPresent()) {
                return scored(known.get(), one.position(), true);
            }
            Observation<I, O, R> observation;
            try {
                observation = observe(one);
            } catch (StopException e) {
                return Journal.Entry.refused(e);
            }
            return scored(observation, one.position(), false);
        }

        @Override
        public Journal.Entry<I, O, R> late(Try<I, R> one, Optional<Journal.Entry<I, O, R>> result) {
            if (result.flatMap(Journal.Entry::stop).isPresent()) {
                return result.get();
            }
            var limit = plan.limits().example().orElseThrow();
            Outcome<O> outcome = Outcome.failed("deadline", "no answer within " + limit);
            var trace = result.flatMap(Journal.Entry::observation)
                    .map(seen -> new Trace<>(
                            outcome, seen.trace().steps(), seen.trace().usage()))
                    .orElseGet(() -> new Trace<>(outcome, List.of(), Usage.NONE));
            var late = new Observation<I, O, R>(one.example(), one.repeat(), trace, Collections.emptySortedMap());
            return scored(late, one.position(), false);
        }

        @Override
        public boolean isGenuine(Journal.Entry<I, O, R> entry) {
            return entry.observation()
                    .filter(one -> !(one.outcome() instanceof Outcome.Failed<O>))
                    .isPresent();
        }
    }

    /** What becomes of the entries. */
    private final class Keeping implements EngineSink<Journal.Entry<I, O, R>> {

        private final Journal<O> journal;
        private final Collected<Observation<I, O, R>> collected;
        private final Visits<I, O, R> visits;

        Keeping(Journal<O> journal, Collected<Observation<I, O, R>> collected, Visits<I, O, R> visits) {
            this.journal = journal;
            this.collected = collected;
            this.visits = visits;
        }

        @Override
        public void save(Journal.Entry<I, O, R> entry, int patience) {
            journal.keep(entry, patience);
        }

        @Override
        public void writeOut() {
            journal.writeOut();
        }

        @Override
        public int unsaved() {
            return journal.unsaved();
        }

        @Override
        public void awaitUnsavedBelow(int count) throws InterruptedException {
            journal.awaitUnsavedBelow(count);
        }

        @Override
        public boolean mayBegin(long index) {
            return visits.mayBegin(index, plan.concurrency());
        }

        @Override
        public Optional<String> accept(long index, Journal.Entry<I, O, R> entry) {
            entry.observation().ifPresent(one -> {
                collected.accept(index, one, entry.known() != Journal.Known.NOT);
                visits.accept(index, one);
            });
            return entry.stop()
                    .or(visits::enough)
                    .or(() -> plan.limits().tooMany(collected.failed(), collected.done()));
        }
    }

    private Observation<I, O, R> observe(Try<I, R> one) {
        var input = one.example().input();
        var trace = one.repeat() == 0 ? pipeline.trace(input) : Repeat.of(one.repeat(), () -> pipeline.trace(input));
        return new Observation<>(one.example(), one.repeat(), trace, Collections.emptySortedMap());
    }

    /** Asks the scorers whose scores are not there yet; if one says to stop, the answer is kept without its score. */
    private Journal.Entry<I, O, R> scored(Observation<I, O, R> observation, long position, boolean known) {
        var scores = new TreeMap<String, Score>();
        Optional<StopException> stop = Optional.empty();
        for (var metric : metrics) {
            if (stop.isEmpty()
                    && metric instanceof Scorer<? super O, ? super R> scorer
                    && !observation.scores().containsKey(scorer.name())) {
                try {
                    scores.put(scorer.name(), scorer.judge(observation));
                } catch (StopException e) {
                    stop = Optional.of(e);
                }
            }
        }
        var state = Journal.Known.NOT;
        if (known) {
            state = scores.isEmpty() ? Journal.Known.WHOLE : Journal.Known.WITHOUT_ALL_SCORES;
        }
        scores.putAll(observation.scores());
        var judged = new Observation<>(observation.example(), observation.repeat(), observation.trace(), scores);
        var entry = Journal.Entry.of(judged, position, state);
        return stop.map(entry::last).orElse(entry);
    }

    private List<Metric<? super O, ? super R>> withSlices() {
        var all = new ArrayList<Metric<? super O, ? super R>>(metrics);
        for (var tag : plan.slices()) {
            metrics.forEach(metric -> all.add(SlicedMetric.by(tag, metric)));
        }
        return all;
    }

    Provenance provenance() {
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
