package io.llmops.eval.metric.span;

import io.llmops.eval.metric.LawCase;
import io.llmops.eval.metric.LawData;
import io.llmops.eval.metric.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Every metric of spans, with data to try it on. */
public final class SpanLaws {

    private static final List<String> TAGS = List.of("O", "B-PER", "I-PER", "B-macro", "I-ORG");

    private SpanLaws() {}

    public static Stream<LawCase<?, ?>> cases() {
        var reports = Arrays.stream(SpanMatch.values())
                .map(match -> Spans.report(match, TagScheme::lenientSpans))
                .map(metric -> new LawCase<>(metric, SpanLaws::observations));
        var cuts = Stream.of(
                        Segmentations.pk(),
                        Segmentations.pk(2),
                        Segmentations.windowDiff(2),
                        Segmentations.weightedWindowDiff(2),
                        Segmentations.boundaryEdits())
                .map(metric ->
                        new LawCase<>(metric, seed -> LawData.observations(seed, SpanLaws::gaps, SpanLaws::gaps)));
        return Stream.of(reports, Stream.of(new LawCase<>(Spans.tokenAccuracy(), SpanLaws::observations)), cuts)
                .flatMap(cases -> cases);
    }

    private static String gaps(Random random) {
        return Integer.toBinaryString(16 + random.nextInt(16));
    }

    /** The tags of a sentence of one to three tokens, often enough the same. */
    private static List<Observation<Integer, List<String>, List<String>>> observations(long seed) {
        return LawData.observations(seed, SpanLaws::tags, SpanLaws::tags);
    }

    private static List<String> tags(Random random) {
        return random.ints(1 + random.nextInt(3), 0, TAGS.size())
                .mapToObj(TAGS::get)
                .toList();
    }
}
