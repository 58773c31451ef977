package io.llmops.eval.metric.retrieval;

/** Measures of which documents are among the first, whatever their order. */
final class SetMeasures {

    /** trec_eval rounds these numbers of documents up, from a tenth on. */
    private static final double ROUND = 0.9;

    private SetMeasures() {}

    static double precision(JudgedRanking ranking, int k) {
        return (double) ranking.foundUpTo(k) / k;
    }

    static double precision(JudgedRanking ranking) {
        return ranking.size() == 0 ? 0 : (double) ranking.found() / ranking.size();
    }

    static double recall(JudgedRanking ranking, int k) {
        return ranking.relevant() == 0 ? 0 : (double) ranking.foundUpTo(k) / ranking.relevant();
    }

    static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    static double rPrecision(JudgedRanking ranking, double multiple) {
        var k = (int) (multiple * ranking.relevant() + ROUND);
        return k == 0 ? 0 : precision(ranking, k);
    }

    static double unjudged(JudgedRanking ranking, int k) {
        var unjudged = 0;
        for (var place = 0; place < Math.min(k, ranking.size()); place++) {
            unjudged += ranking.isJudged(place) ? 0 : 1;
        }
        return (double) unjudged / k;
    }
}
