package io.llmops.eval.metric.extraction;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MatchReport;
import io.llmops.eval.metric.MeanMetric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowReader;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * The shelf of metrics of the tool calls of an agent: answers and references are lists of calls, in order; an empty list
 * where none is right. Two calls are the same if name and arguments are, numbers being the same when worth the same. Safe
 * for use by many threads.
 */
public final class ToolCalls {

    private static final List<String> VALUES = List.of(
            "exact: examples with the same calls in the same order / examples",
            "in_order: examples with all calls of the reference in its order, among others or not / examples",
            "any_order: examples with the same calls in any order / examples",
            "superset: examples with all calls of the reference, among others or not / examples",
            "subset: examples with no call that the reference has not / examples",
            "name: calls of a tool that the reference calls / calls of the answer or the reference, whichever has more",
            "order: longest common sequence of tools / calls of the answer or the reference, whichever has more",
            "arguments: right arguments / arguments of the reference, and those too many in calls of the same tools");

    private ToolCalls() {}

    /**
     * Returns precision, recall and F1 of calls, in any order: {@code tool_call_f1/micro}, and of each tool {@code
     * tool_call_recall/search}.
     *
     * @return the report
     */
    public static MatchReport<List<ToolCall>, List<ToolCall>> report() {
        return report(ToolCall::isSame);
    }

    /**
     * Returns precision, recall and F1 of calls that are the same by a rule of your own.
     *
     * @param same takes a call of the answer and one of the reference
     * @return the report
     */
    public static MatchReport<List<ToolCall>, List<ToolCall>> report(BiPredicate<ToolCall, ToolCall> same) {
        Objects.requireNonNull(same, "same");
        return MatchReport.of("tool_call", (answer, reference, into) -> {
            List<ToolCall> calls = answer.isPresent() ? answer.get() : List.of();
            calls.forEach(call -> into.answer(call.name()));
            reference.forEach(call -> into.reference(call.name()));
            new Trajectory(calls, reference, same)
                    .pairs(same)
                    .forEach(pair -> into.match(pair.get(0).name(), pair.get(1).name(), 1));
        });
    }

    /**
     * Returns how the calls of each example are those of the reference, on average: {@code trajectory/exact}, {@code
     * in_order}, {@code any_order}, {@code superset}, {@code subset}, and the shares {@code trajectory/name}, {@code order}
     * and {@code arguments}. An abstention or failure is 0 in all of them.
     *
     * @return the metric
     */
    public static MeanMetric<List<ToolCall>, List<ToolCall>> trajectory() {
        return trajectory(ToolCall::isSame);
    }

    /**
     * Returns the values of {@link #trajectory()} with a rule of your own for which calls are the same.
     *
     * @param same takes a call of the answer and one of the reference
     * @return the metric
     */
    public static MeanMetric<List<ToolCall>, List<ToolCall>> trajectory(BiPredicate<ToolCall, ToolCall> same) {
        return MeanMetric.of(
                VALUES.stream().map(ToolCalls::description).toList(),
                new TrajectoryReader(Objects.requireNonNull(same, "same")));
    }

    private static MetricDescription description(String value) {
        var colon = value.indexOf(": ");
        return new MetricDescription(
                "trajectory/" + value.substring(0, colon),
                Direction.HIGHER_IS_BETTER,
                Range.UNIT,
                value.substring(colon + 2));
    }

    private record TrajectoryReader(BiPredicate<ToolCall, ToolCall> same)
            implements RowReader<List<ToolCall>, List<ToolCall>> {

        @Override
        public boolean read(
                Observation<?, ? extends List<ToolCall>, ? extends List<ToolCall>> observation, double[] into) {
            var reference = observation.reference();
            var calls = observation.outcome().answer();
            if (calls.isPresent()) {
                write(new Trajectory(calls.get(), reference, same), into);
            } else if (reference.stream().allMatch(call -> call.arguments().isEmpty())) {
                into[into.length - 1] = Double.NaN;
            }
            return true;
        }

        private static void write(Trajectory trajectory, double[] into) {
            into[0] = trajectory.isExact() ? 1 : 0;
            into[1] = trajectory.isInOrder() ? 1 : 0;
            into[2] = trajectory.isSuperset() && trajectory.isSubset() ? 1 : 0;
            into[3] = trajectory.isSuperset() ? 1 : 0;
            into[4] = trajectory.isSubset() ? 1 : 0;
            into[5] = trajectory.names();
            into[6] = trajectory.order();
            into[7] = trajectory.arguments();
        }
    }
}
