package io.llmops.eval.metric.retrieval;

import static io.llmops.eval.metric.retrieval.RetrievalMeasures.bpref;
import static io.llmops.eval.metric.retrieval.RetrievalMeasures.map;
import static io.llmops.eval.metric.retrieval.RetrievalMeasures.mrr;
import static io.llmops.eval.metric.retrieval.RetrievalMeasures.ndcg;
import static io.llmops.eval.metric.retrieval.RetrievalMeasures.precision;
import static io.llmops.eval.metric.retrieval.RetrievalMeasures.rPrecision;
import static io.llmops.eval.metric.retrieval.RetrievalMeasures.recall;
import static io.llmops.eval.metric.retrieval.RetrievalMeasures.success;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MeanMetric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowReader;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;
import java.util.Objects;

/**
 * The shelf of retrieval metrics: means of measures over the queries, each with the interval of a mean. An abstention or
 * failure is an empty ranking. Safe for use by many threads.
 */
public final class Retrieval {

    private static final double LEAST_MAP = 1e-5;

    private Retrieval() {}

    /**
     * Returns the usual measures: {@code map}, {@code mrr}, {@code ndcg}, {@code ndcg@5}, {@code ndcg@10}, precision,
     * recall and success at 1, 5 and 10, {@code r_precision} and {@code bpref}. Documents of grade 1 or more are relevant.
     *
     * @return the metric
     */
    public static MeanMetric<Ranking, Judgements> report() {
        return of(
                1,
                List.of(
                        map(),
                        mrr(),
                        ndcg(),
                        ndcg(5),
                        ndcg(10),
                        precision(1),
                        precision(5),
                        precision(10),
                        recall(1),
                        recall(5),
                        recall(10),
                        success(1),
                        success(5),
                        success(10),
                        rPrecision(),
                        bpref()));
    }

    /**
     * Returns some measures; documents of grade 1 or more are relevant.
     *
     * @param measures at least one
     * @return the metric
     */
    public static MeanMetric<Ranking, Judgements> of(RetrievalMeasure... measures) {
        return of(1, List.of(measures));
    }

    /**
     * Returns some measures.
     *
     * @param relevantFrom the lowest grade that is relevant, above 0, as trec_eval's {@code -l}; gains are not concerned
     * @param measures at least one
     * @return the metric
     * @throws IllegalArgumentException if the grade is not above 0, or there is no measure
     */
    public static MeanMetric<Ranking, Judgements> of(int relevantFrom, List<RetrievalMeasure> measures) {
        if (relevantFrom <= 0 || measures.isEmpty()) {
            throw new IllegalArgumentException("expected a grade above 0 and measures, found grade " + relevantFrom
                    + " and " + measures.size() + " measures");
        }
        var copy = List.copyOf(measures);
        return MeanMetric.of(
                copy.stream().map(RetrievalMeasure::description).toList(), new MeasureReader(relevantFrom, copy));
    }

    /** {@return the geometric mean of average precision, see {@link #geometricMap(int)}, relevant from grade 1} */
    public static RowMetric<Ranking, Judgements> geometricMap() {
        return geometricMap(1);
    }

    /**
     * Returns the geometric mean of average precision, with 0.00001 for less: {@code gm_map} (Robertson 2006).
     *
     * @param relevantFrom the lowest grade that is relevant, above 0
     * @return the metric
     */
    public static RowMetric<Ranking, Judgements> geometricMap(int relevantFrom) {
        return RowMetric.of(
                List.of(new MetricDescription(
                        "gm_map",
                        Direction.HIGHER_IS_BETTER,
                        Range.UNIT,
                        "geometric mean of the average precision, at least 0.00001 each")),
                new LogMapReader(relevantFrom),
                RowStatistics.ofSums(
                        2, (sums, into) -> into[0] = sums[1] == 0 ? Double.NaN : StrictMath.exp(sums[0] / sums[1])));
    }

    private static JudgedRanking judged(
            Observation<?, ? extends Ranking, ? extends Judgements> observation, int relevantFrom) {
        var ranking = observation
                .outcome()
                .<Ranking>match(found -> found, reason -> Ranking.EMPTY, (stage, reason) -> Ranking.EMPTY);
        return new JudgedRanking(ranking, Objects.requireNonNull(observation.reference(), "reference"), relevantFrom);
    }

    private record MeasureReader(int relevantFrom, List<RetrievalMeasure> measures)
            implements RowReader<Ranking, Judgements> {

        @Override
        public boolean read(Observation<?, ? extends Ranking, ? extends Judgements> observation, double[] into) {
            var ranking = judged(observation, relevantFrom);
            for (var i = 0; i < into.length; i++) {
                into[i] = measures.get(i).of(ranking);
            }
            return true;
        }
    }

    private record LogMapReader(int relevantFrom) implements RowReader<Ranking, Judgements> {

        @Override
        public boolean read(Observation<?, ? extends Ranking, ? extends Judgements> observation, double[] into) {
            var map = RankMeasures.averagePrecision(judged(observation, relevantFrom), Integer.MAX_VALUE);
            into[0] = StrictMath.log(Math.max(LEAST_MAP, map));
            into[1] = 1;
            return true;
        }

        /** At best average precision is 1, of which the logarithm is 0. */
        @Override
        public boolean readBest(Observation<?, ? extends Ranking, ? extends Judgements> observation, double[] into) {
            into[1] = 1;
            return true;
        }
    }
}
