package io.llmops.eval.metric.retrieval;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import java.util.function.ToDoubleFunction;

/** A number that says how good the ranking of one query is, from the shelf {@link RetrievalMeasures}. Immutable. */
public final class RetrievalMeasure {

    private final MetricDescription description;
    private final ToDoubleFunction<JudgedRanking> measure;

    private RetrievalMeasure(MetricDescription description, ToDoubleFunction<JudgedRanking> measure) {
        this.description = description;
        this.measure = measure;
    }

    /** Returns a measure from 0 to 1, of which more is better. */
    static RetrievalMeasure unit(String name, String definition, ToDoubleFunction<JudgedRanking> measure) {
        return of(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition, measure);
    }

    static RetrievalMeasure of(
            String name, Direction direction, Range range, String definition, ToDoubleFunction<JudgedRanking> measure) {
        return new RetrievalMeasure(new MetricDescription(name, direction, range, definition), measure);
    }

    /** {@return the name, direction, range and definition of its mean over the queries} */
    public MetricDescription description() {
        return description;
    }

    /**
     * Returns the measure of one query. A query nothing is relevant to has the lowest.
     *
     * @param ranking what was found
     * @param judgements what is relevant, from grade 1 on
     * @return a number in the range
     */
    public double of(Ranking ranking, Judgements judgements) {
        return of(new JudgedRanking(ranking, judgements, 1));
    }

    double of(JudgedRanking ranking) {
        return measure.applyAsDouble(ranking);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return description.name();
    }
}
