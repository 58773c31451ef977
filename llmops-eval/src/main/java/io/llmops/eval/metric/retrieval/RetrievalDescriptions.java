package io.llmops.eval.metric.retrieval;

import io.llmops.eval.metric.MetricDescription;
import java.util.stream.Stream;

/** What the measures are, for every setting. */
final class RetrievalDescriptions {

    private RetrievalDescriptions() {}

    static Stream<MetricDescription> measures() {
        return Stream.of(
                        wholeRankings().map(RetrievalMeasure::description),
                        upToRank(10).map(one -> one.description().ofAny("10", 'k')),
                        withNumber(0.25).map(one -> one.description().ofAny("0.25", 'x')))
                .flatMap(descriptions -> descriptions);
    }

    static Stream<RetrievalMeasure> wholeRankings() {
        return Stream.of(
                RetrievalMeasures.map(),
                RetrievalMeasures.mrr(),
                RetrievalMeasures.ndcg(),
                RetrievalMeasures.tieAveragedNdcg(Integer.MAX_VALUE),
                RetrievalMeasures.dcg(Integer.MAX_VALUE),
                RetrievalMeasures.rPrecision(),
                RetrievalMeasures.bpref(),
                RetrievalMeasures.interpolatedPrecision(),
                RetrievalMeasures.inferredMap(),
                RetrievalMeasures.setPrecision(),
                RetrievalMeasures.setRecall(),
                RetrievalMeasures.setF1(),
                RetrievalMeasures.setMap(),
                RetrievalMeasures.retrieved(),
                RetrievalMeasures.relevant(),
                RetrievalMeasures.relevantRetrieved());
    }

    static Stream<RetrievalMeasure> upToRank(int k) {
        return Stream.of(
                RetrievalMeasures.precision(k),
                RetrievalMeasures.recall(k),
                RetrievalMeasures.f1(k),
                RetrievalMeasures.success(k),
                RetrievalMeasures.map(k),
                RetrievalMeasures.mrr(k),
                RetrievalMeasures.ndcg(k),
                RetrievalMeasures.tieAveragedNdcg(k),
                RetrievalMeasures.dcg(k),
                RetrievalMeasures.unjudged(k));
    }

    static Stream<RetrievalMeasure> withNumber(double x) {
        return Stream.of(
                RetrievalMeasures.rPrecision(x),
                RetrievalMeasures.interpolatedPrecision(x),
                RetrievalMeasures.rankBiasedPrecision(x),
                RetrievalMeasures.rankBiasedResidual(x));
    }
}
