package io.llmops.eval.metric.retrieval;

/** Measures of graded relevance: what each document gains, discounted by its rank. */
final class Gains {

    private Gains() {}

    static double ndcg(JudgedRanking ranking, int k) {
        var sum = 0.0;
        for (var place = 0; place < Math.min(k, ranking.size()); place++) {
            var gain = ranking.gain(place);
            sum += gain == 0 ? 0 : gain * JudgedRanking.discount(place);
        }
        return overIdeal(sum, ranking, k);
    }

    static double tieAveragedNdcg(JudgedRanking ranking, int k) {
        return overIdeal(tieAveraged(ranking, k), ranking, k);
    }

    static double tieAveraged(JudgedRanking ranking, int k) {
        var sum = 0.0;
        var from = 0;
        while (from < Math.min(k, ranking.size())) {
            var end = ranking.endOfTie(from);
            var gains = 0.0;
            var discounts = 0.0;
            for (var place = from; place < end; place++) {
                gains += ranking.gain(place);
                discounts += place < k ? JudgedRanking.discount(place) : 0;
            }
            sum += gains * discounts / (end - from);
            from = end;
        }
        return sum;
    }

    private static double overIdeal(double sum, JudgedRanking ranking, int k) {
        var ideal = 0.0;
        for (var place = 0; place < Math.min(k, ranking.gains()); place++) {
            ideal += ranking.idealGain(place) * JudgedRanking.discount(place);
        }
        return ideal == 0 ? 0 : Math.min(1, sum / ideal);
    }

    static double rankBiased(JudgedRanking ranking, double persistence) {
        var sum = 0.0;
        var reached = 1 - persistence;
        for (var place = 0; place < ranking.size(); place++) {
            sum += reached * ranking.gain(place);
            reached *= persistence;
        }
        return ranking.highestGain() == 0 ? 0 : sum / ranking.highestGain();
    }

    static double rankBiasedResidual(JudgedRanking ranking, double persistence) {
        var sum = 0.0;
        var reached = 1.0;
        for (var place = 0; place < ranking.size(); place++) {
            sum += ranking.isJudged(place) ? 0 : reached;
            reached *= persistence;
        }
        return sum == 0 ? 0 : Math.min(1, (1 - persistence) * sum + reached);
    }
}
