package io.llmops.eval.metric.extraction;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricLaws;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every metric of what was extracted keeps the laws of metrics. */
class ExtractionLawsTest {

    private static final List<String> WORDS = List.of("", "the red", "red", "a red house", "blue house");

    @TestFactory
    Stream<DynamicTest> answers() {
        return MetricLaws.of(
                QuestionAnswering.squad(),
                seed -> observations(seed, ExtractionLawsTest::word, ExtractionLawsTest::right));
    }

    @TestFactory
    Stream<DynamicTest> answersWithProbabilities() {
        return Stream.of(QuestionAnswering.squad(0.5), QuestionAnswering.bestThresholds())
                .flatMap(metric -> MetricLaws.of(
                        metric,
                        seed -> observations(
                                seed,
                                random -> new ExtractedAnswer(word(random), random.nextInt(5) / 4.0),
                                ExtractionLawsTest::right)));
    }

    @TestFactory
    Stream<DynamicTest> fields() {
        return Stream.of(KeyValues.report(), KeyValues.exact())
                .flatMap(metric -> MetricLaws.of(
                        metric, seed -> observations(seed, ExtractionLawsTest::json, ExtractionLawsTest::json)));
    }

    @TestFactory
    Stream<DynamicTest> toolCalls() {
        return Stream.of(ToolCalls.report(), ToolCalls.trajectory())
                .flatMap(metric -> MetricLaws.of(
                        metric, seed -> observations(seed, ExtractionLawsTest::calls, ExtractionLawsTest::calls)));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static List<String> right(Random random) {
        return random.nextInt(4) == 0 ? List.of() : List.of(word(random), word(random));
    }

    private static String json(Random random) {
        return "{\"color\": \"" + word(random) + "\", \"rooms\": [" + random.nextInt(2) + ", " + random.nextInt(2)
                + "]}";
    }

    private static List<ToolCall> calls(Random random) {
        return Stream.generate(() -> random.nextInt(2))
                .limit(random.nextInt(4))
                .map(tool -> new ToolCall("tool" + tool, Map.of("x", random.nextInt(2))))
                .toList();
    }

    private static <O, R> List<Observation<Integer, O, R>> observations(
            long seed, Function<Random, O> answer, Function<Random, R> reference) {
        var random = new Random(seed);
        var observations = new ArrayList<Observation<Integer, O, R>>();
        for (var i = 0; i < 3 + random.nextInt(30); i++) {
            Outcome<O> outcome = switch (random.nextInt(8)) {
                case 0 -> Outcome.abstained("not sure");
                case 1 -> Outcome.failed("ask", "timeout");
                default -> Outcome.answered(answer.apply(random));
            };
            observations.add(Observation.of(Example.of("e" + i, i, reference.apply(random)), outcome));
        }
        return observations;
    }
}
