package io.llmops.eval.metric.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegressionTest {

    private static Observation<String, Number, Number> pair(Number reference, Number answer) {
        return Observation.of(Example.of("e7", "in", reference), Outcome.answered(answer));
    }

    @SafeVarargs
    private static Map<String, MetricValue> values(
            Metric<Number, Number> metric, Observation<String, Number, Number>... pairs) {
        var accumulator = metric.accumulator();
        for (var pair : pairs) {
            accumulator.add(pair, 1);
        }
        return accumulator.values(Uncertainty.STANDARD);
    }

    private static double value(Map<String, MetricValue> values, String name) {
        return values.get(name).estimate().orElseThrow().value();
    }

    @Test
    void takesNumbersOfAnyType() {
        var values = values(Regression.report(), pair(1, 2.0), pair(3L, 3.5f), pair(5.0, 2));

        assertThat(value(values, "mae")).isEqualTo(1.5);
        assertThat(value(values, "mse")).isCloseTo((1 + 0.25 + 9) / 3, within(1e-15));
        assertThat(value(values, "median_ae")).isEqualTo(1);
        assertThat(value(values, "max_error")).isEqualTo(3);
        assertThat(value(values, "r2")).isCloseTo(1 - 10.25 / 8, within(1e-12));
    }

    @Test
    void keepsTheDigitsOfNumbersFarFromZero() {
        var values =
                values(Regression.report(), pair(1e9 + 1, 1e9 + 2), pair(1e9 + 3, 1e9 + 3), pair(1e9 + 5, 1e9 + 5));

        assertThat(value(values, "r2")).isCloseTo(1 - 1 / 8.0, within(1e-12));
        assertThat(value(values, "explained_variance")).isCloseTo(1 - (2 / 3.0) / 8, within(1e-12));
    }

    @Test
    void excludesAndCountsWhatHasNoAnswer() {
        Observation<String, Number, Number> failed =
                Observation.of(Example.of("e8", "in", 4), Outcome.failed("ask", "500"));
        Observation<String, Number, Number> abstained =
                Observation.of(Example.of("e9", "in", 4), Outcome.abstained("no idea"));

        var mae = values(Regression.report(), pair(1, 2), pair(1, 4), failed, abstained)
                .get("mae")
                .estimate()
                .orElseThrow();

        assertThat(mae.value()).isEqualTo(2);
        assertThat(mae.n()).isEqualTo(2);
        assertThat(mae.excluded()).isEqualTo(2);
        assertThat(mae.reach().highest()).isInfinite();
    }

    @Test
    void isUndefinedWhereItDividesByZeroOrTakesALogarithmOfNothing() {
        var values = values(Regression.report(), pair(0, 1), pair(-2, 1));

        assertThat(values.get("mape")).isInstanceOf(MetricValue.Undefined.class);
        assertThat(values.get("msle")).isInstanceOf(MetricValue.Undefined.class);
        assertThat(value(values, "mae")).isEqualTo(2);
    }

    @Test
    void namesTheExampleWhoseNumberIsNone() {
        assertThatThrownBy(() -> values(Regression.report(), pair(1, Double.NaN)))
                .hasMessage("example 'e7': expected a finite answer, found NaN");
        assertThatThrownBy(() -> values(Regression.correlation(), pair(Float.POSITIVE_INFINITY, 1)))
                .hasMessage("example 'e7': expected a finite reference, found Infinity");
    }

    @Test
    void hasAnIntervalForEveryErrorButTheLargest() {
        var values = values(Regression.report(), pair(1, 2), pair(2, 2.5), pair(3, 5), pair(4, 4.5), pair(7, 6));

        values.forEach((name, value) -> assertThat(
                        value.estimate().orElseThrow().interval().isPresent())
                .as(name)
                .isEqualTo(!name.equals("max_error")));
    }

    @Test
    void namesTheMethodOfEveryCorrelationsInterval() {
        var values = values(Regression.correlation(), pair(1, 2), pair(2, 1), pair(3, 5), pair(4, 4), pair(5, 7));

        assertThat(method(values, "pearson")).isEqualTo("fisher z");
        assertThat(method(values, "spearman")).isEqualTo("bonett-wright");
        assertThat(method(values, "kendall")).isEqualTo("fieller");
        assertThat(method(values, "lin_ccc")).isEqualTo("bootstrap bca");
        // ranks 2 1 4 3 5 beside 1 2 3 4 5: 1 - 6 * 4 / 120, and two of ten pairs are the wrong way round
        assertThat(value(values, "spearman")).isCloseTo(0.8, within(1e-12));
        assertThat(value(values, "kendall")).isCloseTo(0.6, within(1e-12));
    }

    private static String method(Map<String, MetricValue> values, String name) {
        return values.get(name)
                .estimate()
                .orElseThrow()
                .interval()
                .orElseThrow()
                .method();
    }

    @Test
    void hasNoCorrelationWithWhatDoesNotVary() {
        var values = values(Regression.correlation(), pair(1, 2), pair(1, 3));

        assertThat(values.values()).allSatisfy(value -> assertThat(value).isInstanceOf(MetricValue.Undefined.class));
    }

    @Test
    void refusesAQuantileThatIsNone() {
        assertThatThrownBy(() -> Regression.pinball(1))
                .hasMessage("expected a quantile above 0 and below 1, found 1.0");
    }
}
