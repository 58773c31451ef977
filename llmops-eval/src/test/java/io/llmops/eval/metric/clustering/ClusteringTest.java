package io.llmops.eval.metric.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Uncertainty;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusteringTest {

    private static Map<String, MetricValue> values(String... pairs) {
        return Observed.sum(Clustering.report().accumulator(), Observed.pairs(pairs))
                .values(Uncertainty.STANDARD.withResamples(100));
    }

    private static double value(Map<String, MetricValue> values, String name) {
        return values.get(name).estimate().orElseThrow().value();
    }

    @Test
    void doesNotCareWhatGroupsAreCalled() {
        var values = values("a>x", "a>x", "b>a", "b>a", "c>b");

        values.forEach((name, value) -> assertThat(value(values, name))
                .as(name)
                .isCloseTo(
                        name.equals("mutual_info") ? -(0.8 * Math.log(0.4) + 0.2 * Math.log(0.2)) : 1, within(1e-12)));
    }

    @Test
    void countsPairsByHand() {
        // pairs 12 together in both, 34 only in the references, 23 and 13 only in the answers, the other two apart
        var values = values("a>x", "a>x", "b>x", "b>y");

        assertThat(value(values, "rand")).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(value(values, "fowlkes_mallows")).isCloseTo(1 / Math.sqrt(2 * 3), within(1e-12));
        // as many pairs as chance gives: 2 * 3 / 6 = 1
        assertThat(value(values, "adjusted_rand")).isCloseTo(0, within(1e-12));
    }

    @Test
    void hasNoPairsOfOneExample() {
        var values = values("a>x");

        assertThat(values.get("rand")).isInstanceOf(MetricValue.Undefined.class);
        assertThat(value(values, "homogeneity")).isEqualTo(1);
    }

    @Test
    void excludesAndCountsWhatHasNoAnswer() {
        var rand = values("a>x", "b>y", "a>?", "a>!").get("rand").estimate().orElseThrow();

        assertThat(rand.n()).isEqualTo(2);
        assertThat(rand.excluded()).isEqualTo(2);
    }
}
