package io.llmops.eval.compare;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A run among others to choose from, with what is known of its model. Immutable.
 *
 * @param run over the same examples as the others
 * @param model what is known of its model; empty if it has none
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public record Candidate<O, R>(EvaluationRun<?, O, R> run, Optional<ModelCard> model) {

    private static final String MODEL = "model";

    /** Refuses null. */
    public Candidate {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(model, "model");
    }

    /**
     * Returns a run as a candidate; its model is the one its stages tell of, if one does.
     *
     * @param run over the same examples as the others
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the candidate
     */
    public static <O, R> Candidate<O, R> of(EvaluationRun<?, O, R> run) {
        var model = run.provenance().pipeline().stages().stream()
                .flatMap(stage -> stage.description().stream())
                .flatMap(description ->
                        Optional.ofNullable(description.settings().get(MODEL)).stream())
                .map(ModelCard::of)
                .findFirst();
        return new Candidate<>(run, model);
    }

    /**
     * Returns this candidate with another model card.
     *
     * @param card what is known of the model
     * @return the changed copy
     */
    public Candidate<O, R> with(ModelCard card) {
        return new Candidate<>(run, Optional.of(card));
    }

    /** {@return the name of the run} */
    public String name() {
        return run.name();
    }

    /**
     * Returns what a thousand observations cost, in the currency of the price.
     *
     * @return the cost; empty if there is no price, no call, or a call of which the tokens are not known
     */
    public Optional<BigDecimal> costPerThousand() {
        var used = run.usage();
        return model.flatMap(ModelCard::price)
                .filter(price -> used.calls() > 0 && used.unreported() == 0)
                .map(price -> price.of(used.inputTokens(), used.outputTokens())
                        .movePointRight(3)
                        .divide(BigDecimal.valueOf(run.observations().size()), MathContext.DECIMAL64));
    }

    /** {@return the middle time of an observation's stages; empty without observations} */
    public Optional<Duration> medianTime() {
        var times = run.observations().stream().map(Observation::time).sorted().toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2));
    }
}
