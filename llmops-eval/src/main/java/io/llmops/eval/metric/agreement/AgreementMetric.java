package io.llmops.eval.metric.agreement;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowReader;
import io.llmops.eval.metric.Uncertainty;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * An agreement coefficient in two faces: a metric, of which the reference is one rater and the answer the other, and a
 * function of a {@link RatingTable}. Intervals are over items: a formula for the percentage and κ of two raters, a
 * bootstrap elsewhere. Immutable.
 */
public final class AgreementMetric implements Metric<Object, Object> {

    private final MetricDescription description;
    private final Coefficient coefficient;
    private final boolean takesNumbers;
    private final RatingCodes codes;
    private final Metric<Object, Object> ofPairs;

    AgreementMetric(MetricDescription description, Coefficient coefficient, boolean takesNumbers) {
        this(description, coefficient, takesNumbers, new RatingCodes(List.of()));
    }

    private AgreementMetric(
            MetricDescription description, Coefficient coefficient, boolean takesNumbers, RatingCodes codes) {
        this.description = description;
        this.coefficient = coefficient;
        this.takesNumbers = takesNumbers;
        this.codes = codes;
        ofPairs = takesNumbers || codes.size() > 0
                ? RowMetric.of(List.of(description), this::readNumbers, statistics(2))
                : RowMetric.ofLabels(List.of(description), AgreementMetric::readLabels, statistics(2));
    }

    /**
     * Returns this coefficient for ratings of known categories: other ratings are refused, categories that nobody chose
     * count, and the order is theirs.
     *
     * @param categories at least two different ones, from the lowest
     * @return the changed copy
     * @throws IllegalArgumentException if there are fewer than two, or one comes twice
     */
    public AgreementMetric withCategories(List<?> categories) {
        if (categories.size() < 2) {
            throw new IllegalArgumentException("expected at least two categories, found " + categories.size());
        }
        return new AgreementMetric(description, coefficient, takesNumbers, new RatingCodes(categories));
    }

    private RatingStatistics statistics(int raters) {
        return new RatingStatistics(coefficient, raters, codes.size());
    }

    private boolean readNumbers(Observation<?, ?, ?> observation, double[] into) {
        var where = "example '" + observation.id() + "'";
        into[0] = number(observation.reference(), where + ", reference");
        return observation
                .outcome()
                .match(
                        answer -> {
                            into[1] = number(answer, where + ", answer");
                            return true;
                        },
                        reason -> false,
                        (stage, reason) -> false);
    }

    private double number(Object rating, String where) {
        var number = codes.require(rating, where);
        if (!coefficient.takes(number)) {
            throw new IllegalArgumentException(
                    where + ": expected a number of 0 or more on a ratio scale, found " + number);
        }
        return number;
    }

    private static boolean readLabels(Observation<?, ?, ?> observation, String[] into) {
        into[0] = RatingCodes.label(observation.reference());
        return observation
                .outcome()
                .match(
                        answer -> {
                            into[1] = RatingCodes.label(answer);
                            return true;
                        },
                        reason -> false,
                        (stage, reason) -> false);
    }

    @Override
    public List<MetricDescription> describe() {
        return List.of(description);
    }

    @Override
    public Metric.Accumulator<Object, Object> accumulator() {
        return ofPairs.accumulator();
    }

    @Override
    public Object cell(Observation<?, ?, ?> observation) {
        return ofPairs.cell(observation);
    }

    /**
     * Returns the agreement of the raters of a table.
     *
     * @param table the ratings
     * @param uncertainty how the interval is made
     * @return the value; undefined where chance leaves nothing to gain, or no item has two ratings
     * @throws IllegalArgumentException if the coefficient wants numbers, or categories, and a rating is none
     */
    public MetricValue over(RatingTable table, Uncertainty uncertainty) {
        Objects.requireNonNull(table, "table");
        RowReader<double[], Object> reader = (observation, into) -> observation
                .outcome()
                .match(
                        row -> {
                            System.arraycopy(row, 0, into, 0, into.length);
                            return true;
                        },
                        reason -> false,
                        (stage, reason) -> false);
        var accumulator = RowMetric.of(List.of(description), reader, statistics(table.raters()))
                .accumulator();
        for (var row : encoded(table)) {
            accumulator.add(Observation.of(Example.of("item", "", ""), Outcome.answered(row)), 1);
        }
        return Objects.requireNonNull(accumulator.values(uncertainty).get(description.name()));
    }

    private List<double[]> encoded(RatingTable table) {
        ToDoubleFunction<Object> code;
        if (takesNumbers || codes.size() > 0) {
            code = rating -> number(rating, "a rating");
        } else {
            var labels = new TreeSet<String>();
            table.items()
                    .forEach(item -> item.stream()
                            .filter(Objects::nonNull)
                            .forEach(rating -> labels.add(RatingCodes.label(Objects.requireNonNull(rating)))));
            var inOrder = new RatingCodes(List.copyOf(labels));
            code = rating -> inOrder.require(rating, "a rating");
        }
        return table.items().stream()
                .map(item -> item.stream()
                        .mapToDouble(rating -> rating == null ? Double.NaN : code.applyAsDouble(rating))
                        .toArray())
                .toList();
    }

    @Override
    public String toString() {
        return description.name();
    }
}
