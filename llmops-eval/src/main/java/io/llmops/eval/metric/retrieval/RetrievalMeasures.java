package io.llmops.eval.metric.retrieval;

import static io.llmops.eval.metric.retrieval.RetrievalMeasure.unit;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Range;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * The shelf of retrieval measures, with the definitions and numbers of trec_eval 10.0, whose names are beside ours.
 * Documents that nobody judged are not relevant; a query to which nothing is relevant counts 0. Safe for use by many
 * threads.
 */
public final class RetrievalMeasures {

    private static final int ALL = Integer.MAX_VALUE;

    private RetrievalMeasures() {}

    /**
     * Returns relevant documents among the first k / k: {@code precision@5}, trec_eval's {@code P_5}.
     *
     * @param k how many documents, above 0
     * @return the measure
     */
    public static RetrievalMeasure precision(int k) {
        return unit(
                at("precision", k),
                "relevant documents among the first k / k",
                ranking -> SetMeasures.precision(ranking, k));
    }

    /**
     * Returns relevant documents among the first k / all relevant ones: {@code recall@5}, trec_eval's {@code recall_5}.
     *
     * @param k how many documents, above 0
     * @return the measure
     */
    public static RetrievalMeasure recall(int k) {
        return unit(
                at("recall", k),
                "relevant documents among the first k / relevant documents",
                ranking -> SetMeasures.recall(ranking, k));
    }

    /**
     * Returns the harmonic mean of precision and recall of the first k documents: {@code f1@5}.
     *
     * @param k how many documents, above 0
     * @return the measure
     */
    public static RetrievalMeasure f1(int k) {
        return unit(
                at("f1", k),
                "harmonic mean of precision and recall of the first k",
                ranking -> SetMeasures.f1(SetMeasures.precision(ranking, k), SetMeasures.recall(ranking, k)));
    }

    /**
     * Returns whether a relevant document is among the first k: {@code success@5}, trec_eval's {@code success_5}; also
     * called hit rate.
     *
     * @param k how many documents, above 0
     * @return the measure
     */
    public static RetrievalMeasure success(int k) {
        return unit(
                at("success", k),
                "queries with a relevant document among the first k / queries",
                ranking -> ranking.foundUpTo(k) > 0 ? 1 : 0);
    }

    /** {@return the mean, over relevant documents, of the precision where they are found: {@code map}} */
    public static RetrievalMeasure map() {
        return unit("map", "mean of the average precision", ranking -> RankMeasures.averagePrecision(ranking, ALL));
    }

    /**
     * Returns average precision of the first k documents: {@code map@5}, trec_eval's {@code map_cut_5}.
     *
     * @param k how many documents, above 0
     * @return the measure
     */
    public static RetrievalMeasure map(int k) {
        return unit(
                at("map", k),
                "mean of the average precision of the first k",
                ranking -> RankMeasures.averagePrecision(ranking, k));
    }

    /** {@return 1 / the rank of the first relevant document: {@code mrr}, trec_eval's {@code recip_rank}} */
    public static RetrievalMeasure mrr() {
        return unit("mrr", "mean of 1 / rank of the first relevant", ranking -> RankMeasures.reciprocal(ranking, ALL));
    }

    /**
     * Returns 1 / the rank of the first relevant document, 0 if it is not among the first k: {@code mrr@10}.
     *
     * @param k how many documents, above 0
     * @return the measure
     */
    public static RetrievalMeasure mrr(int k) {
        return unit(
                at("mrr", k),
                "mean of 1 / rank of the first relevant among the first k",
                ranking -> RankMeasures.reciprocal(ranking, k));
    }

    /** {@return the discounted gain, the grade / log2(rank + 1), over that of the best ranking: {@code ndcg}} */
    public static RetrievalMeasure ndcg() {
        return unit("ndcg", "gain / log2(rank + 1), over the best there could be", ranking -> Gains.ndcg(ranking, ALL));
    }

    /**
     * Returns the discounted gain of the first k documents over that of the best ranking: {@code ndcg@10}, trec_eval's
     * {@code ndcg_cut_10}, and scikit-learn's with {@code ignore_ties}.
     *
     * @param k how many documents, above 0
     * @return the measure
     */
    public static RetrievalMeasure ndcg(int k) {
        return unit(
                at("ndcg", k),
                "gain / log2(rank + 1) of the first k, over the best there could be",
                ranking -> Gains.ndcg(ranking, k));
    }

    /**
     * Returns nDCG with the gains of documents of equal score averaged, as scikit-learn does: {@code
     * ndcg@10/ties_averaged}.
     *
     * @param k how many documents, above 0; {@link Integer#MAX_VALUE} for all
     * @return the measure
     */
    public static RetrievalMeasure tieAveragedNdcg(int k) {
        return unit(
                at("ndcg", k) + "/ties_averaged",
                "gain / log2(rank + 1), averaged among ties, over the best there could be",
                ranking -> Gains.tieAveragedNdcg(ranking, k));
    }

    /**
     * Returns the discounted gain, not divided by the best there could be, with the gains of documents of equal score
     * averaged, as scikit-learn does: {@code dcg@10}.
     *
     * @param k how many documents, above 0; {@link Integer#MAX_VALUE} for all
     * @return the measure, from 0 without end
     */
    public static RetrievalMeasure dcg(int k) {
        return RetrievalMeasure.of(
                at("dcg", k),
                Direction.HIGHER_IS_BETTER,
                Range.NOT_NEGATIVE,
                "gain / log2(rank + 1), averaged among ties",
                ranking -> Gains.tieAveraged(ranking, k));
    }

    /** {@return precision of as many documents as are relevant: {@code r_precision}, trec_eval's {@code Rprec}} */
    public static RetrievalMeasure rPrecision() {
        return rPrecision("r_precision", 1);
    }

    /**
     * Returns precision of a multiple of as many documents as are relevant, rounded up from 0.1 on: {@code
     * r_precision@0.20}, trec_eval's {@code Rprec_mult_0.20}.
     *
     * @param multiple above 0
     * @return the measure
     */
    public static RetrievalMeasure rPrecision(double multiple) {
        if (!(multiple > 0 && multiple < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a multiple above 0, found " + multiple);
        }
        return rPrecision(decimals("r_precision", multiple), multiple);
    }

    private static RetrievalMeasure rPrecision(String name, double multiple) {
        return unit(
                name,
                "precision of " + multiple + " times as many documents as are relevant",
                ranking -> SetMeasures.rPrecision(ranking, multiple));
    }

    /**
     * Returns how rarely judged irrelevant documents come before relevant ones (Buckley and Voorhees 2004, as trec_eval
     * since 8.0 has it). Name {@code bpref}.
     *
     * @return the measure
     */
    public static RetrievalMeasure bpref() {
        return unit("bpref", "relevant documents not after irrelevant ones, of judged documents", RankMeasures::bpref);
    }

    /**
     * Returns the best precision from the rank on at which this share of the relevant documents is found: {@code
     * interpolated_precision@0.10}, trec_eval's {@code iprec_at_recall_0.10}.
     *
     * @param recall from 0 to 1
     * @return the measure
     */
    public static RetrievalMeasure interpolatedPrecision(double recall) {
        if (!(recall >= 0 && recall <= 1)) {
            throw new IllegalArgumentException("expected a recall from 0 to 1, found " + recall);
        }
        return unit(
                decimals("interpolated_precision", recall),
                "highest precision at a recall of " + recall + " or more",
                ranking -> RankMeasures.interpolated(ranking, recall));
    }

    /** {@return the mean of interpolated precision at 0, 0.1, … 1: trec_eval's {@code 11pt_avg}} */
    public static RetrievalMeasure interpolatedPrecision() {
        return unit(
                "interpolated_precision",
                "mean of interpolated precision at recalls 0, 0.1, … 1",
                RankMeasures::elevenPoints);
    }

    /** {@return relevant documents found / documents found: {@code set_precision}, trec_eval's {@code set_P}} */
    public static RetrievalMeasure setPrecision() {
        return unit("set_precision", "relevant documents found / documents found", SetMeasures::precision);
    }

    /** {@return relevant documents found / relevant documents: {@code set_recall}} */
    public static RetrievalMeasure setRecall() {
        return unit(
                "set_recall",
                "relevant documents found / relevant documents",
                ranking -> SetMeasures.recall(ranking, ALL));
    }

    /** {@return the harmonic mean of set precision and recall: {@code set_f1}, trec_eval's {@code set_F}} */
    public static RetrievalMeasure setF1() {
        return unit(
                "set_f1",
                "harmonic mean of set precision and recall",
                ranking -> SetMeasures.f1(SetMeasures.precision(ranking), SetMeasures.recall(ranking, ALL)));
    }

    /** {@return set precision times set recall: {@code set_map}} */
    public static RetrievalMeasure setMap() {
        return unit(
                "set_map",
                "set precision times set recall",
                ranking -> SetMeasures.precision(ranking) * SetMeasures.recall(ranking, ALL));
    }

    /** {@return average precision as it may be where few were judged (Yilmaz and Aslam 2006): {@code inferred_map}} */
    public static RetrievalMeasure inferredMap() {
        return unit("inferred_map", "mean of the inferred average precision", RankMeasures::inferred);
    }

    /**
     * Returns the rate of gain of a reader who goes on to the next document with a probability (Moffat and Zobel 2008);
     * gains are grades over the highest grade of the query. Name {@code rbp@0.90}, trec_eval's {@code rbp}.
     *
     * @param persistence above 0, below 1; trec_eval has 0.9
     * @return the measure
     */
    public static RetrievalMeasure rankBiasedPrecision(double persistence) {
        return unit(
                decimals("rbp", requirePersistence(persistence)),
                "gain of a reader who goes on with this probability",
                ranking -> Gains.rankBiased(ranking, persistence));
    }

    /**
     * Returns how much higher rank-biased precision could be if what nobody judged, or was not returned, were relevant:
     * {@code rbp_residual@0.90}, trec_eval's {@code rbp_resid}, which is 0 where every document found was judged.
     *
     * @param persistence above 0, below 1; trec_eval has 0.9
     * @return the measure, of which less is better
     */
    public static RetrievalMeasure rankBiasedResidual(double persistence) {
        return RetrievalMeasure.of(
                decimals("rbp_residual", requirePersistence(persistence)),
                Direction.LOWER_IS_BETTER,
                Range.UNIT,
                "how much higher rank-biased precision could be",
                ranking -> Gains.rankBiasedResidual(ranking, persistence));
    }

    /**
     * Returns documents nobody judged among the first k / k: {@code unjudged@5}, trec_eval's {@code unj_5}.
     *
     * @param k how many documents, above 0
     * @return the measure, of which less is better
     */
    public static RetrievalMeasure unjudged(int k) {
        return RetrievalMeasure.of(
                at("unjudged", k),
                Direction.LOWER_IS_BETTER,
                Range.UNIT,
                "documents nobody judged among the first k / k",
                ranking -> SetMeasures.unjudged(ranking, k));
    }

    /** {@return how many documents were found: {@code retrieved}, the mean of trec_eval's {@code num_ret}} */
    public static RetrievalMeasure retrieved() {
        return count("retrieved", "mean number of documents found", JudgedRanking::size);
    }

    /** {@return how many documents are relevant: {@code relevant}, the mean of trec_eval's {@code num_rel}} */
    public static RetrievalMeasure relevant() {
        return count("relevant", "mean number of relevant documents", JudgedRanking::relevant);
    }

    /** {@return how many relevant documents were found: the mean of trec_eval's {@code num_rel_ret}} */
    public static RetrievalMeasure relevantRetrieved() {
        return count("relevant_retrieved", "mean number of relevant documents found", JudgedRanking::found);
    }

    private static RetrievalMeasure count(String name, String definition, ToIntFunction<JudgedRanking> count) {
        return RetrievalMeasure.of(name, Direction.NEITHER, Range.NOT_NEGATIVE, definition, count::applyAsInt);
    }

    private static String at(String name, int k) {
        if (k <= 0) {
            throw new IllegalArgumentException("expected a number of documents above 0, found " + k);
        }
        return k == ALL ? name : name + "@" + k;
    }

    private static String decimals(String name, double parameter) {
        return String.format(Locale.ROOT, "%s@%.2f", name, parameter);
    }

    private static double requirePersistence(double persistence) {
        if (!(persistence > 0 && persistence < 1)) {
            throw new IllegalArgumentException("expected a persistence above 0 and below 1, found " + persistence);
        }
        return persistence;
    }
}
