package io.llmops.eval.metric;

import java.util.List;

/**
 * Judges one observation. A scorer is a metric too: the mean of its scores, under its name. An outcome that is no answer
 * counts as the worst score where the range is 0 to 1; with other ranges it is excluded and counted. Observations on
 * which the scorer itself abstains or fails are excluded and counted. Implementations are safe for use by many threads.
 *
 * <p>A scorer may ask a model, too; what that uses is not in the usage of the run. If it asks through a pipeline, by
 * {@link io.llmops.core.pipeline.Pipeline#trace}: {@code run} makes a failure even of a budget that is spent, which should
 * stop the evaluation.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public interface Scorer<O, R> extends Metric<O, R> {

    /** {@return the name of the score and of its mean, e.g. {@code exact_match}} */
    String name();

    /**
     * Returns the score of an answer.
     *
     * @param answer what the pipeline said
     * @param reference what is right
     * @return the score, in the range
     */
    Score score(O answer, R reference);

    /** {@return which scores are possible; 0 to 1 unless overridden} */
    default Range range() {
        return Range.UNIT;
    }

    /** {@return which scores are good; the higher ones unless overridden} */
    default Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    /** {@return one line that says what the score is, with its source} */
    default String definition() {
        return "mean of the score '" + name() + "'";
    }

    /**
     * Returns the score of an observation: that of its answer, or an abstention or failure if it has none. A scorer that
     * throws, or leaves its range, has failed.
     *
     * @param observation any
     * @return the score
     * @throws io.llmops.core.pipeline.StopException if the scorer throws one, itself or as a cause
     */
    default Score judge(Observation<?, ? extends O, ? extends R> observation) {
        return Judging.judge(this, observation);
    }

    @Override
    default List<MetricDescription> describe() {
        return List.of(new MetricDescription(name(), direction(), range(), definition()));
    }

    @Override
    default Accumulator<O, R> accumulator() {
        return new MeanAccumulator<>(describe(), new ScoreReader<>(this));
    }

    @Override
    default Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return RowCell.of(new ScoreReader<>(this), 1, observation);
    }

    @Override
    default boolean isMean(String name) {
        return true;
    }
}
