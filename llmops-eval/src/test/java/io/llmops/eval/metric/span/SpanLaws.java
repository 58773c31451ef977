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
        return Stream.concat(reports, Stream.of(new LawCase<>(Spans.tokenAccuracy(), SpanLaws::observations)));
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
