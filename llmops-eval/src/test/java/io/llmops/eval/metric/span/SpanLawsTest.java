package io.llmops.eval.metric.span;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricLaws;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every metric of spans keeps the laws of metrics. */
class SpanLawsTest {

    @TestFactory
    Stream<DynamicTest> reports() {
        return Arrays.stream(SpanMatch.values())
                .flatMap(match ->
                        MetricLaws.of(Spans.report(match, TagScheme::lenientSpans), SpanLawsTest::observations));
    }

    @TestFactory
    Stream<DynamicTest> tokenAccuracy() {
        return MetricLaws.of(Spans.tokenAccuracy(), SpanLawsTest::observations);
    }

    private static List<Observation<Integer, List<String>, List<String>>> observations(long seed) {
        var random = new Random(seed);
        var tags = List.of("O", "B-PER", "I-PER", "B-macro", "I-ORG");
        var observations = new ArrayList<Observation<Integer, List<String>, List<String>>>();
        for (var i = 0; i < 3 + random.nextInt(30); i++) {
            var reference = tags(tags, random);
            Outcome<List<String>> outcome = switch (random.nextInt(8)) {
                case 0 -> Outcome.abstained("not sure");
                case 1 -> Outcome.failed("ask", "timeout");
                case 2, 3, 4 -> Outcome.answered(reference);
                default -> Outcome.answered(tags(tags, random));
            };
            observations.add(Observation.of(Example.of("e" + i, i, reference), outcome));
        }
        return observations;
    }

    private static List<String> tags(List<String> tags, Random random) {
        return random.ints(1 + random.nextInt(6), 0, tags.size())
                .mapToObj(tags::get)
                .toList();
    }
}
