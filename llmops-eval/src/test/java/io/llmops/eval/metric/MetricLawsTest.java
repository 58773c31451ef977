package io.llmops.eval.metric;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every metric keeps, see {@link Metric}. A metric that is added to a shelf is added to {@link LawCases}. */
class MetricLawsTest {

    @TestFactory
    Stream<DynamicTest> everyMetricKeepsTheLaws() {
        return LawCases.all().flatMap(MetricLaws::of);
    }
}
