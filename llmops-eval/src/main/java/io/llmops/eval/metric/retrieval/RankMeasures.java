package io.llmops.eval.metric.retrieval;

/** Measures of where the relevant documents are. */
final class RankMeasures {

    private static final double SMOOTHING = 1e-5;
    private static final int POINTS = 10;
    /** trec_eval rounds these numbers of documents to the nearest. */
    private static final double ROUND = 0.5;

    private RankMeasures() {}

    static double averagePrecision(JudgedRanking ranking, int k) {
        var found = 0;
        var sum = 0.0;
        for (var place = 0; place < Math.min(k, ranking.size()); place++) {
            if (ranking.isRelevant(place)) {
                found++;
                sum += (double) found / (place + 1);
            }
        }
        return found == 0 ? 0 : sum / ranking.relevant();
    }

    static double reciprocal(JudgedRanking ranking, int k) {
        for (var place = 0; place < Math.min(k, ranking.size()); place++) {
            if (ranking.isRelevant(place)) {
                return 1.0 / (place + 1);
            }
        }
        return 0;
    }

    static double bpref(JudgedRanking ranking) {
        var most = Math.min(ranking.relevant(), ranking.notRelevant());
        var before = 0;
        var sum = 0.0;
        for (var place = 0; place < ranking.size(); place++) {
            if (ranking.isRelevant(place)) {
                sum += before == 0 ? 1 : 1 - (double) Math.min(before, ranking.relevant()) / most;
            } else if (ranking.isJudged(place)) {
                before++;
            }
        }
        return ranking.relevant() == 0 ? 0 : sum / ranking.relevant();
    }

    static double interpolated(JudgedRanking ranking, double recall) {
        var wanted = (int) (recall * ranking.relevant() + ROUND);
        var best = 0.0;
        for (var ranks = ranking.size(); ranks > 0 && ranking.foundUpTo(ranks) >= wanted; ranks--) {
            best = Math.max(best, SetMeasures.precision(ranking, ranks));
        }
        return best;
    }

    static double elevenPoints(JudgedRanking ranking) {
        var sum = 0.0;
        for (var point = 0; point <= POINTS; point++) {
            sum += interpolated(ranking, (double) point / POINTS);
        }
        return sum / (POINTS + 1);
    }

    /** Precision at a relevant document is inferred from the judged ones before it. */
    static double inferred(JudgedRanking ranking) {
        var found = 0;
        var notRelevant = 0;
        var sum = 0.0;
        for (var place = 0; place < ranking.size(); place++) {
            if (ranking.isRelevant(place)) {
                var judged = found + notRelevant;
                sum += (1 + judged * (found + SMOOTHING) / (judged + 2 * SMOOTHING)) / (place + 1);
                found++;
            } else if (ranking.isJudged(place)) {
                notRelevant++;
            }
        }
        return ranking.relevant() == 0 ? 0 : sum / ranking.relevant();
    }
}
