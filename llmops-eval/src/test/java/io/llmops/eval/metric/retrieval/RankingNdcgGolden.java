package io.llmops.eval.metric.retrieval;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.LinkedHashMap;
import java.util.function.IntFunction;

/** scikit-learn's DCG and NDCG, with ties averaged and not. */
public final class RankingNdcgGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        for (var cut : new String[] {"all", "1", "3", "5", "10"}) {
            var k = cut.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(cut);
            checks.that(() -> mean(golden, k, RetrievalMeasures::dcg), "dcg@" + cut);
            checks.that(() -> mean(golden, k, RetrievalMeasures::tieAveragedNdcg), "ndcg@" + cut);
            checks.that(() -> mean(golden, k, RetrievalMeasures::ndcg), "ndcg@" + cut + "_ignore_ties");
        }
    }

    private static double mean(GoldenCase golden, int k, IntFunction<RetrievalMeasure> measure) {
        var relevance = golden.input().get("relevance");
        var scores = golden.input().get("score");
        var sum = 0.0;
        for (var query = 0; query < relevance.size(); query++) {
            var grades = new LinkedHashMap<String, Integer>();
            var found = new LinkedHashMap<String, Double>();
            for (var i = 0; i < relevance.get(query).size(); i++) {
                grades.put("d" + i, relevance.get(query).get(i).intValue());
                found.put("d" + i, scores.get(query).get(i).doubleValue());
            }
            sum += measure.apply(k).of(Ranking.of(found), new Judgements(grades));
        }
        return sum / relevance.size();
    }
}
