package io.llmops.eval.metric.retrieval;

import io.llmops.eval.metric.LawCase;
import io.llmops.eval.metric.LawData;
import java.util.LinkedHashMap;
import java.util.List;
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
                                List.of(
                                        RetrievalMeasures.dcg(3),
                                        RetrievalMeasures.f1(3),
                                        RetrievalMeasures.unjudged(2),
                                        RetrievalMeasures.rankBiasedResidual(0.8),
                                        RetrievalMeasures.interpolatedPrecision(),
                                        RetrievalMeasures.retrieved())),
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
