package io.llmops.eval.metric.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static Estimate of(AgreementMetric metric, List<? extends List<?>> ratings) {
        return metric.over(RatingTable.of(ratings), Uncertainty.STANDARD)
                .estimate()
                .orElseThrow();
    }

    private static Observation<String, Object, Object> pair(Object reference, Object answer) {
        return Observation.of(Example.of("e7", "in", reference), Outcome.answered(answer));
    }

    /** 20 times yes-yes, 5 yes-no, 10 no-yes, 15 no-no: agreement 0.7, chance 0.5, κ 0.4. */
    private static List<List<String>> yesAndNo() {
        var ratings = new ArrayList<List<String>>();
        ratings.addAll(Collections.nCopies(20, List.of("yes", "yes")));
        ratings.addAll(Collections.nCopies(5, List.of("yes", "no")));
        ratings.addAll(Collections.nCopies(10, List.of("no", "yes")));
        ratings.addAll(Collections.nCopies(15, List.of("no", "no")));
        return ratings;
    }

    @Test
    void isTheKappaOfTheTextbookExample() {
        var kappa = of(Agreement.cohenKappa(), yesAndNo());

        assertThat(kappa.value()).isCloseTo(0.4, within(1e-12));
        assertThat(kappa.n()).isEqualTo(50);
        assertThat(kappa.interval().orElseThrow().method()).isEqualTo("fleiss-cohen-everitt");
    }

    @Test
    void hasFormulasForTwoRatersAndABootstrapElsewhere() {
        assertThat(of(Agreement.percent(), yesAndNo()).interval().orElseThrow().method())
                .isEqualTo("wilson");
        assertThat(of(Agreement.gwetAc1(), yesAndNo()).interval().orElseThrow().method())
                .isEqualTo("bootstrap bca");
        var three = List.of(List.of(1, 1, 2), List.of(2, 2, 2), List.of(1, 1, 1), List.of(2, 1, 2));
        assertThat(of(Agreement.percent(), three).interval().orElseThrow().method())
                .isEqualTo("bootstrap bca");
    }

    @Test
    void isWideWhereEverybodyAlwaysAgrees() {
        var kappa = of(Agreement.cohenKappa(), List.of(List.of("a", "a"), List.of("b", "b")));

        assertThat(kappa.value()).isEqualTo(1);
        assertThat(kappa.interval().orElseThrow().lower()).isLessThan(0.5);
        assertThat(kappa.interval().orElseThrow().method()).isEqualTo("wilson over the range");
    }

    @Test
    void isUndefinedWhereChanceLeavesNothingToGain() {
        var table = RatingTable.of(List.of(List.of("a", "a"), List.of("a", "a")));

        for (var metric :
                List.of(Agreement.cohenKappa(), Agreement.fleissKappa(), Agreement.krippendorffAlpha(Scale.NOMINAL))) {
            assertThat(metric.over(table, Uncertainty.STANDARD)).isInstanceOf(MetricValue.Undefined.class);
        }
        assertThat(Agreement.percent()
                        .over(table, Uncertainty.STANDARD)
                        .estimate()
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void leavesOutItemsOfOneRating() {
        var ratings = List.of(Arrays.asList("a", null, null), List.of("a", "a", "b"), Arrays.asList(null, "b", "b"));

        assertThat(of(Agreement.percent(), ratings).value()).isCloseTo((1 / 3.0 + 1) / 2, within(1e-12));
        assertThatThrownBy(() -> of(Agreement.percent(), List.of(Arrays.asList("a", null), Arrays.asList(null, "a"))))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void takesThePlacesOfCategoriesForTheirDistance() {
        var ratings =
                List.of(List.of("low", "mid"), List.of("high", "high"), List.of("low", "low"), List.of("mid", "high"));
        var order = List.of("low", "mid", "high");
        var numbers = List.of(List.of(1, 2), List.of(3, 3), List.of(1, 1), List.of(2, 3));

        for (var metric : List.of(
                Agreement.cohenKappa(Weighting.LINEAR),
                Agreement.cohenKappa(Weighting.QUADRATIC),
                Agreement.gwetAc2(Weighting.LINEAR),
                Agreement.krippendorffAlpha(Scale.ORDINAL),
                Agreement.krippendorffAlpha(Scale.INTERVAL))) {
            assertThat(of(metric.withCategories(order), ratings).value())
                    .as(metric.toString())
                    .isCloseTo(of(metric, numbers).value(), within(1e-12));
        }
        // weights 1, 1/2, 0: observed 3/4; rows ½ ¼ ¼ and columns ¼ ¼ ½: chance 3/16 + 5/32 + 5/32 = 1/2
        assertThat(of(Agreement.cohenKappa(Weighting.LINEAR), numbers).value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void countsCategoriesNobodyChose() {
        var three = Agreement.bennettS().withCategories(List.of("no", "yes", "maybe"));

        assertThat(of(Agreement.bennettS(), yesAndNo()).value()).isCloseTo(0.4, within(1e-12));
        assertThat(of(three, yesAndNo()).value()).isCloseTo((0.7 - 1 / 3.0) / (2 / 3.0), within(1e-12));
    }

    @Test
    void takesANumberForTheSameWhateverItsType() {
        var accumulator = Agreement.percent().accumulator();
        accumulator.add(pair(4, 4.0), 1);
        accumulator.add(pair("4", 4L), 1);

        assertThat(accumulator.value("agreement/percent")).hasValue(1);
    }

    @Test
    void countsItemsThatHaveOnlyTheirCategoriesCounts() {
        var table = RatingTable.ofCounts(new int[] {2, 1}, new int[] {0, 3});

        assertThat(table.raters()).isEqualTo(3);
        // agreement 1/3 and 1, chance (1/3)² + (2/3)²
        assertThat(Agreement.fleissKappa()
                        .over(table, Uncertainty.STANDARD)
                        .estimate()
                        .orElseThrow()
                        .value())
                .isCloseTo((2 / 3.0 - 5 / 9.0) / (4 / 9.0), within(1e-12));
    }

    @Test
    void saysWhichExampleHasARatingThatItCantTake() {
        var interval = Agreement.krippendorffAlpha(Scale.INTERVAL).accumulator();
        assertThatThrownBy(() -> interval.add(pair(1, "good"), 1))
                .hasMessage("example 'e7', answer: expected a finite number (or categories in their order, see"
                        + " withCategories), found 'good'");
        assertThatThrownBy(() -> interval.add(pair(Double.NaN, 1), 1))
                .hasMessageStartingWith("example 'e7', reference: expected a finite number");
        var known = Agreement.percent().withCategories(List.of("yes", "no")).accumulator();
        assertThatThrownBy(() -> known.add(pair("maybe", "no"), 1))
                .hasMessage("example 'e7', reference: expected one of the categories [yes, no], found 'maybe'");
        var ratio = Agreement.krippendorffAlpha(Scale.RATIO).accumulator();
        assertThatThrownBy(() -> ratio.add(pair(1, -1), 1))
                .hasMessage("example 'e7', answer: expected a number of 0 or more on a ratio scale, found -1.0");
    }

    @Test
    void refusesTablesThatAreNone() {
        assertThatThrownBy(() -> RatingTable.of(List.of()))
                .hasMessage("expected at least one item of at least two raters, found no item");
        assertThatThrownBy(() -> RatingTable.of(List.of(List.of("a"))))
                .hasMessage("expected at least one item of at least two raters, found 1 raters");
        assertThatThrownBy(() -> RatingTable.of(List.of(List.of("a", "b"), List.of("a"))))
                .hasMessage("item 1: expected 2 ratings, null for an absent one, found 1");
        assertThatThrownBy(() -> RatingTable.ofCounts(new int[] {3, -1}))
                .hasMessage("item 0: expected counts of 0 or more, found -1 in column 1");
        assertThatThrownBy(() -> Agreement.percent().withCategories(List.of("a", "b", "a")))
                .hasMessage("expected different categories, found 'a' twice");
    }
}
