package io.llmops.eval.metric.retrieval;

import io.llmops.eval.metric.LawCase;
import io.llmops.eval.metric.LawData;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.stream.Stream;

/** Every metric of rankings, with data to try it on. */
public final class RetrievalLaws {

    private RetrievalLaws() {}

    public static Stream<LawCase<?, ?>> cases() {
        return Stream.of(
                        Retrieval.report(),
                        Retrieval.of(
                                2,
                                Stream.of(
                                                RetrievalDescriptions.wholeRankings(),
                                                RetrievalDescriptions.upToRank(3),
                                                RetrievalDescriptions.withNumber(0.8))
                                        .flatMap(measures -> measures)
                                        .toList()),
                        Retrieval.geometricMap())
                .map(metric -> new LawCase<>(
                        metric, seed -> LawData.observations(seed, RetrievalLaws::ranking, RetrievalLaws::grades)));
    }

    private static Ranking ranking(Random random) {
        var scores = new LinkedHashMap<String, Double>();
        for (var document = 0; document < random.nextInt(8); document++) {
            scores.put("d" + random.nextInt(10), random.nextInt(4) / 2.0);
        }
        return Ranking.of(scores);
    }

    private static Judgements grades(Random random) {
        var grades = new LinkedHashMap<String, Integer>();
        for (var document = 0; document < random.nextInt(8); document++) {
            grades.put("d" + random.nextInt(10), random.nextInt(5) - 1);
        }
        return new Judgements(grades);
    }
}
