package io.llmops.eval.metric.clustering;

import io.llmops.eval.metric.LabelReader;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.RowMetric;
import java.util.List;
import java.util.stream.Stream;

/** The shelf of scores of groupings, equal to those of scikit-learn. Safe for use by many threads. */
public final class Clustering {

    private static final LabelReader<Object, Object> LABELS = (observation, into) -> {
        into[0] = observation.reference().toString();
        return observation
                .outcome()
                .match(
                        answer -> {
                            into[1] = answer.toString();
                            return true;
                        },
                        reason -> false,
                        (stage, reason) -> false);
    };

    private Clustering() {}

    /**
     * Returns the scores of the answers' grouping beside the references': {@code rand}, {@code adjusted_rand},
     * {@code fowlkes_mallows}, {@code mutual_info} (nats), {@code nmi}, {@code homogeneity}, {@code completeness},
     * {@code v_measure} and {@code adjusted_mutual_info} (arithmetic means). Answers and references of any type are labels by
     * their {@code toString}; what the groups are called does not matter. Intervals are bootstraps over examples, which
     * takes the groups as given.
     *
     * @return the metric
     */
    public static Metric<Object, Object> report() {
        return Metric.joined(List.of(
                RowMetric.ofLabels(GroupingScores.VALUES, LABELS, new GroupingScores()),
                RowMetric.ofLabels(List.of(AdjustedInformation.VALUE), LABELS, new AdjustedInformation())));
    }

    /** {@return what the metrics of this shelf are} */
    public static List<MetricDescription> describe() {
        return Stream.of(report()).flatMap(metric -> metric.describe().stream()).toList();
    }
}
