package io.llmops.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.classification.Classification;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicedMetricTest {

    private static Observation<String, String, String> of(String id, String channel, String pair) {
        var example = Example.of(id, "in", pair.substring(0, 1)).withTag("channel", channel);
        return Observation.of(example, Outcome.answered(pair.substring(1)));
    }

    @Test
    void hasEveryValueOfEachSlice() {
        var metric = SlicedMetric.by("channel", Classification.report());
        var observations = List.of(
                of("1", "mail", "aa"),
                of("2", "mail", "ab"),
                of("3", "phone", "bb"),
                Observation.of(Example.of("4", "in", "a"), Outcome.answered("a")));

        var values = Observed.sum(metric.accumulator(), observations).values(Uncertainty.STANDARD);

        assertThat(value(values.get("accuracy[channel=mail]"))).isEqualTo(0.5);
        assertThat(value(values.get("accuracy[channel=phone]"))).isEqualTo(1);
        assertThat(value(values.get("accuracy[channel=]"))).isEqualTo(1);
        assertThat(value(values.get("recall/a[channel=mail]"))).isEqualTo(0.5);
        assertThat(values.get("accuracy[channel=mail]").estimate().orElseThrow().n())
                .isEqualTo(2);
    }

    private static double value(MetricValue value) {
        return value.estimate().orElseThrow().value();
    }

    @Test
    void isFoundByTheNamesOfItsValuesBeforeAMetricWhosePlaceholderWouldFit() {
        var report = Classification.report();
        var sliced = SlicedMetric.by("channel", report);

        assertThat(Metric.having("recall/refund[channel=mail]", List.of(report, sliced)))
                .contains(sliced);
        assertThat(Metric.having("recall/refund", List.of(sliced, report))).contains(report);
        assertThat(Metric.having("recal", List.of(sliced, report))).isEmpty();
    }

    @Test
    void knowsWhichOfItsValuesAreMeans() {
        var sliced = SlicedMetric.by("channel", Classification.report());

        assertThat(sliced.isMean("accuracy[channel=mail]")).isTrue();
        assertThat(sliced.isMean("f1/macro[channel=mail]")).isFalse();
    }

    @Test
    void refusesATagThatIsNoGroup() {
        var accumulator = SlicedMetric.by("channel", Scorers.exactMatch()).accumulator();

        assertThatThrownBy(() -> {
                    for (var i = 0; i <= 1_000; i++) {
                        accumulator.add(of("e" + i, "number " + i, "aa"), 1);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a tag of at most 1000 values, found more of 'channel'; a slice is a group of"
                        + " examples");
    }
}
