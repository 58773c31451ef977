package io.llmops.eval.metric.retrieval;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricLaws;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every metric of rankings keeps the laws of metrics. */
class RetrievalLawsTest {

    @TestFactory
    Stream<DynamicTest> metrics() {
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
                .flatMap(metric -> MetricLaws.of(metric, RetrievalLawsTest::observations));
    }

    private static List<Observation<Integer, Ranking, Judgements>> observations(long seed) {
        var random = new Random(seed);
        var observations = new ArrayList<Observation<Integer, Ranking, Judgements>>();
        for (var i = 0; i < 3 + random.nextInt(30); i++) {
            var grades = new LinkedHashMap<String, Integer>();
            var scores = new LinkedHashMap<String, Double>();
            for (var document = 0; document < random.nextInt(8); document++) {
                grades.put("d" + random.nextInt(10), random.nextInt(5) - 1);
                scores.put("d" + random.nextInt(10), random.nextInt(4) / 2.0);
            }
            Outcome<Ranking> outcome = switch (random.nextInt(8)) {
                case 0 -> Outcome.abstained("not sure");
                case 1 -> Outcome.failed("search", "timeout");
                default -> Outcome.answered(Ranking.of(scores));
            };
            observations.add(Observation.of(Example.of("e" + i, i, new Judgements(grades)), outcome));
        }
        return observations;
    }
}
