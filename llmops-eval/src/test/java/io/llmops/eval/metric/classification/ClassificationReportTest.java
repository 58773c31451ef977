package io.llmops.eval.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.ZeroDivision;
import io.llmops.eval.stats.Proportions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassificationReportTest {

    /** Three cats, two dogs, two birds; one cat taken for a dog, one dog abstained on, one bird failed. */
    private static final String[] ANIMALS = {"cat>cat", "cat>cat", "cat>dog", "dog>dog", "dog>?", "bird>bird", "bird>!"
    };

    private static Map<String, MetricValue> values(ClassificationReport report, String... pairs) {
        return Observed.sum(report.accumulator(), Observed.pairs(pairs)).values(Uncertainty.STANDARD);
    }

    private static Estimate estimate(Map<String, MetricValue> values, String name) {
        return values.get(name).estimate().orElseThrow();
    }

    @Test
    void makesRecallAndAccuracyPayForWhatWasNotAnsweredAndPrecisionNot() {
        var values = values(Classification.report(), ANIMALS);

        assertThat(estimate(values, "accuracy").value()).isEqualTo(4 / 7.0);
        assertThat(estimate(values, "recall/cat").value()).isEqualTo(2 / 3.0);
        assertThat(estimate(values, "recall/dog").value()).isEqualTo(1 / 2.0);
        assertThat(estimate(values, "recall/bird").value()).isEqualTo(1 / 2.0);
        assertThat(estimate(values, "precision/cat").value()).isEqualTo(1);
        assertThat(estimate(values, "precision/dog").value()).isEqualTo(1 / 2.0);
        assertThat(estimate(values, "precision/bird").value()).isEqualTo(1);
        assertThat(estimate(values, "f1/cat").value()).isCloseTo(4 / 5.0, within(1e-15));
        assertThat(estimate(values, "f1/dog").value()).isCloseTo(1 / 2.0, within(1e-15));
        assertThat(estimate(values, "f1/bird").value()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(estimate(values, "f1/macro").value()).isCloseTo((0.8 + 0.5 + 2 / 3.0) / 3, within(1e-15));
        // micro: 4 right, 5 predicted, 7 examples
        assertThat(estimate(values, "precision/micro").value()).isEqualTo(4 / 5.0);
        assertThat(estimate(values, "recall/micro").value()).isEqualTo(4 / 7.0);
        assertThat(estimate(values, "f1/micro").value()).isCloseTo(8 / 12.0, within(1e-15));
        assertThat(estimate(values, "recall/cat").n()).isEqualTo(3);
    }

    @Test
    void reachesAsFarAsTheFailuresCouldHaveMoved() {
        var values = values(Classification.report(), ANIMALS);

        assertThat(estimate(values, "accuracy").reach()).isEqualTo(new MetricValue.Reach(4 / 7.0, 5 / 7.0));
        assertThat(estimate(values, "recall/bird").reach()).isEqualTo(new MetricValue.Reach(0.5, 1));
        assertThat(estimate(values, "precision/cat").reach()).isEqualTo(new MetricValue.Reach(2 / 3.0, 1));
        assertThat(estimate(values, "recall/cat").reach()).isEqualTo(MetricValue.Reach.at(2 / 3.0));
        assertThat(estimate(values(Classification.report(), "a>a", "b>a"), "accuracy")
                        .reach())
                .isEqualTo(MetricValue.Reach.at(0.5));
    }

    @Test
    void showsLabelsTheReferencesDoNotKnow() {
        var values = values(Classification.report(), "a>a", "a>zebra", "b>b");

        assertThat(estimate(values, "precision/zebra").value()).isZero();
        assertThat(values.get("recall/zebra")).isEqualTo(new MetricValue.Undefined("no example has this label"));
        assertThat(estimate(values, "f1/zebra").value()).isZero();
        assertThat(estimate(values, "f1/macro").value()).isCloseTo((2 / 3.0 + 1 + 0) / 3, within(1e-15));
    }

    @Test
    void saysUndefinedOrWhatTheRuleSays() {
        var pairs = new String[] {"a>a", "b>a"};

        assertThat(values(Classification.report(), pairs).get("precision/b"))
                .isEqualTo(new MetricValue.Undefined("never predicted"));
        assertThat(estimate(values(Classification.report().withZeroDivision(ZeroDivision.ONE), pairs), "precision/b")
                        .value())
                .isEqualTo(1);
        assertThat(estimate(values(Classification.report(), pairs), "precision/macro")
                        .value())
                .isEqualTo(0.25);
        assertThat(values(Classification.report(), pairs).get("mcc"))
                .isEqualTo(new MetricValue.Undefined("all references and predictions considered are of one class"));
    }

    @Test
    void keepsTheConfusionWithColumnsForWhatWasNotAnswered() {
        var matrix = ConfusionMatrix.of(Observed.pairs(ANIMALS));

        assertThat(matrix.labels()).containsExactly("bird", "cat", "dog");
        assertThat(matrix.counts()).isDeepEqualTo(new double[][] {{1, 0, 0, 0, 1}, {0, 2, 1, 0, 0}, {0, 0, 1, 1, 0}});
        assertThat(matrix.abstained("dog")).isEqualTo(1);
        assertThat(matrix.failed("bird")).isEqualTo(1);
        assertThatThrownBy(() -> matrix.count("fish", "cat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no label 'fish'; there are [bird, cat, dog]");
    }

    @Test
    void tellsAClassCalledMacroFromTheAverage() {
        var values = values(Classification.report(), "macro>macro", "x>macro");

        assertThat(estimate(values, "recall/label:macro").value()).isEqualTo(1);
        assertThat(estimate(values, "recall/macro").value()).isEqualTo(0.5);
    }

    @Test
    void ordersLabelsByNumberWhenAllAreNumbers() {
        assertThat(ConfusionMatrix.of(Observed.pairs("10>2", "9>1")).labels()).containsExactly("1", "2", "9", "10");
        assertThat(ConfusionMatrix.of(Observed.pairs("10>2", "9>x")).labels()).containsExactly("10", "2", "9", "x");
    }

    @Test
    void takesWilsonsIntervalForRates() {
        var values = values(Classification.report(), ANIMALS);

        assertThat(estimate(values, "accuracy").interval()).contains(Proportions.wilson(4, 7, 0.95));
        assertThat(estimate(values, "recall/cat").interval()).contains(Proportions.wilson(2, 3, 0.95));
        assertThat(estimate(values, "f1/cat").interval().orElseThrow().method()).isEqualTo("wilson of jaccard");
    }

    @Test
    void describesEveryValueItHas() {
        var report = Classification.report().withBetas(1, 0.5);

        assertThat(values(report, ANIMALS).keySet())
                .allSatisfy(name -> assertThat(
                                report.describe().stream().filter(description -> description.describes(name)))
                        .as(name)
                        .isNotEmpty());
    }

    @Test
    void hasDetailsThatAreWorkedOutByHand() {
        // of cat: 2 found, 1 missed, none wrongly said; of dog: 1 found, 1 missed, 1 of the 5 others said to be one
        var values = values(
                Classification.report()
                        .withLabels(List.of("bird", "cat", "dog"))
                        .withDetails(),
                ANIMALS);

        assertThat(estimate(values, "specificity/dog").value()).isCloseTo(4 / 5.0, within(1e-15));
        assertThat(estimate(values, "specificity/dog").interval()).contains(Proportions.wilson(4, 5, 0.95));
        assertThat(estimate(values, "jaccard/dog").value()).isEqualTo(1 / 3.0);
        assertThat(estimate(values, "jaccard/micro").value()).isEqualTo(4 / 8.0);
        assertThat(estimate(values, "zero_one_loss").value()).isCloseTo(3 / 7.0, within(1e-15));
        assertThat(estimate(values, "likelihood_ratio_positive/dog").value()).isCloseTo(2.5, within(1e-12));
        assertThat(estimate(values, "likelihood_ratio_negative/dog").value()).isCloseTo(0.5 / 0.8, within(1e-12));
        // observed cost 0 0 1 0 2 0 2; rows bird 2, cat 3, dog 2, columns bird 1, cat 2, dog 2, none 2
        var byChance = (2 * (0 + 2 + 4 + 4) + 3 * (1 + 0 + 2 + 4) + 2 * (2 + 2 + 0 + 4)) / 49.0;
        assertThat(estimate(values, "cohen_kappa_linear").value()).isCloseTo(1 - 5 / 7.0 / byChance, within(1e-12));
        assertThat(values(Classification.report().withDetails(), ANIMALS)).doesNotContainKey("cohen_kappa_linear");
    }

    @Test
    void refusesToMergeWhatIsNotItsOwn() {
        Metric.Accumulator<Object, Object> other = Scorers.exactMatch().accumulator();

        assertThatThrownBy(() -> Classification.report().accumulator().merge(other, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected the counts of an equal classification report, found another's");
        assertThatThrownBy(() -> Classification.report().withLabels(List.of("a", "a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Classification.report().withBetas(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a beta above 0, found 0.0");
    }
}
