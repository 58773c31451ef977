package io.llmops.eval.metric.span;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MatchReport;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowReader;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The shelf of metrics of marked spans, such as named entities. Safe for use by many threads. */
public final class Spans {

    private Spans() {}

    /**
     * Returns precision, recall and F1 of spans of the same type and boundaries: {@code entity_f1/micro},
     * {@code entity_recall/PER}.
     *
     * @return the report
     */
    public static MatchReport<List<EntitySpan>, List<EntitySpan>> report() {
        return report(SpanMatch.STRICT);
    }

    /**
     * Returns precision, recall and F1 of spans. Each is paired with at most one other: identical ones first, then those
     * of the same boundaries, then those that share most.
     *
     * @param match when two spans are a pair; names start with {@code entity}, {@code entity_boundaries},
     *     {@code entity_partial} or {@code entity_type}
     * @return the report
     */
    public static MatchReport<List<EntitySpan>, List<EntitySpan>> report(SpanMatch match) {
        return MatchReport.of(match.thing(), new SpanReader<List<EntitySpan>>(match, spans -> spans));
    }

    /**
     * Returns precision, recall and F1 of the spans that answers and references say in a way of their own, e.g. as tags:
     * {@code Spans.report(SpanMatch.STRICT, TagScheme.IOB2::spans)}.
     *
     * @param match when two spans are a pair
     * @param decoder reads the spans of an answer or reference
     * @param <T> the type of the answers and references
     * @return the report
     */
    public static <T> MatchReport<T, T> report(SpanMatch match, Function<? super T, List<EntitySpan>> decoder) {
        return MatchReport.of(match.thing(), new SpanReader<T>(match, Objects.requireNonNull(decoder, "decoder")));
    }

    /**
     * Returns the share of the reference's tags that the answer has at their place, over all tokens of all examples:
     * {@code accuracy/token}. Missing tags are wrong, and tags beyond the reference's end count for nothing.
     *
     * @return the metric
     */
    public static RowMetric<List<String>, List<String>> tokenAccuracy() {
        return RowMetric.of(
                List.of(new MetricDescription(
                        "accuracy/token",
                        Direction.HIGHER_IS_BETTER,
                        Range.UNIT,
                        "right tags / tags of the references")),
                new TagReader(),
                RowStatistics.ofSums(2, (sums, into) -> into[0] = sums[1] == 0 ? Double.NaN : sums[0] / sums[1]));
    }

    private static final class TagReader implements RowReader<List<String>, List<String>> {

        @Override
        public boolean read(Observation<?, ? extends List<String>, ? extends List<String>> observation, double[] into) {
            var reference = observation.reference();
            var answer = observation
                    .outcome()
                    .<List<String>>match(given -> given, reason -> List.of(), (stage, reason) -> List.of());
            for (var i = 0; i < Math.min(answer.size(), reference.size()); i++) {
                into[0] += answer.get(i).equals(reference.get(i)) ? 1 : 0;
            }
            into[1] = reference.size();
            return true;
        }

        @Override
        public boolean readBest(
                Observation<?, ? extends List<String>, ? extends List<String>> observation, double[] into) {
            into[0] = observation.reference().size();
            into[1] = into[0];
            return true;
        }
    }
}
