package io.llmops.eval.metric.extraction;

import io.llmops.eval.metric.LawCase;
import io.llmops.eval.metric.LawData;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Every metric of what was extracted, with data to try it on. */
public final class ExtractionLaws {

    private static final List<String> WORDS = List.of("", "the red", "red", "a red house", "blue house");

    private ExtractionLaws() {}

    public static Stream<LawCase<?, ?>> cases() {
        return Stream.of(
                new LawCase<>(
                        QuestionAnswering.squad(),
                        seed -> LawData.observations(seed, ExtractionLaws::word, ExtractionLaws::right)),
                new LawCase<>(
                        QuestionAnswering.squad(0.5),
                        seed -> LawData.observations(seed, ExtractionLaws::unsure, ExtractionLaws::right)),
                new LawCase<>(
                        QuestionAnswering.bestThresholds(),
                        seed -> LawData.observations(seed, ExtractionLaws::unsure, ExtractionLaws::right)),
                new LawCase<>(
                        KeyValues.report(),
                        seed -> LawData.observations(seed, ExtractionLaws::json, ExtractionLaws::json)),
                new LawCase<>(
                        KeyValues.exact(),
                        seed -> LawData.observations(seed, ExtractionLaws::json, ExtractionLaws::json)),
                new LawCase<>(
                        ToolCalls.report(),
                        seed -> LawData.observations(seed, ExtractionLaws::calls, ExtractionLaws::calls)),
                new LawCase<>(
                        ToolCalls.trajectory(),
                        seed -> LawData.observations(seed, ExtractionLaws::calls, ExtractionLaws::calls)));
    }

    private static ExtractedAnswer unsure(Random random) {
        return new ExtractedAnswer(word(random), random.nextInt(5) / 4.0);
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
}
