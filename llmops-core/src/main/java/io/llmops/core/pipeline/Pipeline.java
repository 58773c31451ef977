package io.llmops.core.pipeline;

import io.llmops.core.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Named stages, one after another, from an input to an answer. {@link #run} says what came of an input and never throws
 * for what a stage did; {@link #apply} is for production code and returns the answer or throws. A pipeline is a stage, so
 * pipelines nest.
 *
 * <pre>{@code
 * Pipeline<String, Integer> length = Pipeline.of("trim", String::strip).then("count", String::length);
 * length.apply("  four ");                     // 4
 * length.run("  four ");                       // Answered[value=4]
 * }</pre>
 *
 * <p>A pipeline within a pipeline abstains and fails like any stage, {@code outer/inner} being the name of the stage that
 * failed.
 *
 * <p>Immutable; safe for use by many threads if its stages are.
 *
 * @param <I> the type of the input
 * @param <O> the type of the answer
 */
public final class Pipeline<I, O> implements Stage<I, O> {

    private static final Description OPAQUE = Description.of("opaque");

    private final List<NamedStage> stages;

    private Pipeline(List<NamedStage> stages) {
        this.stages = List.copyOf(stages);
    }

    /**
     * Returns a pipeline of one stage.
     *
     * @param name the stage's name
     * @param stage what it does
     * @param <I> the type of the input
     * @param <O> the type of the answer
     * @return the pipeline
     * @throws IllegalArgumentException if the name is blank
     */
    public static <I, O> Pipeline<I, O> of(String name, Function<? super I, ? extends O> stage) {
        return new Pipeline<I, I>(List.of()).then(name, stage);
    }

    /**
     * Returns a pipeline of one stage that may abstain.
     *
     * @param name the stage's name
     * @param stage what it does
     * @param <I> the type of the input
     * @param <O> the type of the answer
     * @return the pipeline
     * @throws IllegalArgumentException if the name is blank
     */
    public static <I, O> Pipeline<I, O> ofMaybe(String name, Function<? super I, Outcome<O>> stage) {
        return new Pipeline<I, I>(List.of()).thenMaybe(name, stage);
    }

    /**
     * Returns this pipeline with one more stage at its end.
     *
     * @param name the stage's name, not yet taken in this pipeline
     * @param stage takes this pipeline's answer
     * @param <P> the type of the new answer
     * @return the longer pipeline
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public <P> Pipeline<I, P> then(String name, Function<? super O, ? extends P> stage) {
        return with(new NamedStage(name, stage, false));
    }

    /**
     * Returns this pipeline with one more stage at its end, one that may abstain or fail by what it returns.
     *
     * @param name the stage's name, not yet taken in this pipeline
     * @param stage takes this pipeline's answer
     * @param <P> the type of the new answer
     * @return the longer pipeline
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public <P> Pipeline<I, P> thenMaybe(String name, Function<? super O, Outcome<P>> stage) {
        return with(new NamedStage(name, stage, true));
    }

    private <P> Pipeline<I, P> with(NamedStage stage) {
        if (names().contains(stage.name())) {
            throw new IllegalArgumentException("stage name '" + stage.name() + "' is taken; there are " + names());
        }
        var more = new ArrayList<>(stages);
        more.add(stage);
        return new Pipeline<>(more);
    }

    /** {@return the names of the stages, in order} */
    public List<String> names() {
        return stages.stream().map(NamedStage::name).toList();
    }

    /**
     * Takes an input through the stages.
     *
     * @param input the input
     * @return the answer; or the abstention of the stage that abstained; or a failure that names the stage that threw
     *     (an {@link Error} is not caught, except {@link StackOverflowError} and {@link AssertionError})
     */
    public Outcome<O> run(I input) {
        return walk(input, null).outcome();
    }

    /**
     * Takes an input through the stages and keeps what each returned, how long it took and what was used.
     *
     * @param input the input
     * @return the outcome with its trace
     * @throws StopException if a stage throws one, itself or as a cause: then the input counts as not tried
     */
    public Trace<O> trace(I input) {
        var steps = new ArrayList<Trace.Step>(stages.size());
        var outer = UsageMeter.begin();
        Usage used;
        Walked<O> walked;
        try {
            walked = walk(input, steps);
        } finally {
            used = UsageMeter.end(outer);
        }
        var stop = StopException.in(walked.cause());
        if (stop.isPresent()) {
            throw stop.get();
        }
        return new Trace<>(walked.outcome(), steps, used);
    }

    /**
     * Returns the answer for an input.
     *
     * @param input the input
     * @return the answer
     * @throws StageException if a stage throws, abstains or fails; it names the stage and carries the cause
     */
    @Override
    public O apply(I input) {
        var walked = walk(input, null);
        return walked.outcome()
                .match(
                        answer -> answer,
                        reason -> {
                            throw StageException.abstained(walked.stage(), reason);
                        },
                        (stage, reason) -> {
                            throw StageException.failed(stage, reason, walked.cause());
                        });
    }

    /** Describes the stages in their order; empty if one of them is opaque. */
    @Override
    public Optional<Description> describe() {
        var description = Description.of("pipeline");
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i).describe();
            if (stage.isEmpty()) {
                return Optional.empty();
            }
            description = description.with((i + 1) + "." + stages.get(i).name(), stage.get());
        }
        return Optional.of(description);
    }

    /** {@return the description of each stage in order; empty where a stage is opaque} */
    public List<Optional<Description>> descriptions() {
        return stages.stream().map(NamedStage::describe).toList();
    }

    /** {@return the names of the stages that cannot describe themselves: what they do is not in the fingerprint} */
    public List<String> opaqueStages() {
        return stages.stream()
                .filter(stage -> stage.describe().isEmpty())
                .map(NamedStage::name)
                .toList();
    }

    /**
     * Returns a fingerprint over the stages' names, order and descriptions. An opaque stage counts by its name alone.
     *
     * @return the fingerprint
     */
    public Fingerprint fingerprint() {
        var hasher = Fingerprint.hasher();
        for (var stage : stages) {
            hasher.add(stage.name());
            stage.describe().orElse(OPAQUE).addTo(hasher);
        }
        return hasher.finish();
    }

    /** {@return the stages in order, e.g. {@code clean ▸ ask ▸ label}} */
    @Override
    public String toString() {
        return String.join(" ▸ ", names());
    }

    @SuppressWarnings("unchecked") // then and thenMaybe let only stages meet whose types agree
    Walked<O> walk(I input, @Nullable List<Trace.Step> steps) {
        var walked = new Walked<Object>(Outcome.answered(Objects.requireNonNull(input, "input")), "", null);
        for (var stage : stages) {
            if (!(walked.outcome() instanceof Outcome.Answered<Object> answered)) {
                break;
            }
            var start = steps == null ? 0 : System.nanoTime();
            walked = stage.walk(answered.value());
            if (steps != null) {
                steps.add(new Trace.Step(stage.name(), walked.outcome(), Duration.ofNanos(System.nanoTime() - start)));
            }
        }
        return (Walked<O>) walked;
    }
}
