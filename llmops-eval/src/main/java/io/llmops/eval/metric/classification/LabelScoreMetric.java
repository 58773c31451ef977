package io.llmops.eval.metric.classification;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What the scores of all labels are worth. The labels are those of all references and answers; a label that an answer does
 * not score has 0 there. Abstentions and failures are excluded and counted. Keeps every score. Intervals are those of a
 * {@link io.llmops.eval.metric.RowMetric}, by derivatives where rows times labels are more than 20,000. Immutable.
 *
 * @param <R> the type of the references
 */
public final class LabelScoreMetric<R> implements Metric<LabelScores, R> {

    private final String name;
    private final Function<R, Collection<?>> labels;
    private final ScoreFamily family;

    LabelScoreMetric(String name, Function<R, Collection<?>> labels, ScoreFamily family) {
        this.name = name;
        this.labels = labels;
        this.family = family;
    }

    Collection<?> labelsOf(R reference) {
        return labels.apply(reference);
    }

    ScoreFamily family() {
        return family;
    }

    @Override
    public List<MetricDescription> describe() {
        return family.descriptions();
    }

    @Override
    public Metric.Accumulator<LabelScores, R> accumulator() {
        return new LabelScoreTally<>(this);
    }

    @Override
    public Object cell(Observation<?, ? extends LabelScores, ? extends R> observation) {
        return observation
                .outcome()
                .match(
                        answer -> List.of(answer.scores(), observation.reference()),
                        reason -> Outcome.Abstained.class,
                        (stage, reason) -> Outcome.Failed.class);
    }

    /** {@return what it is over} */
    @Override
    public String toString() {
        return name;
    }
}
