package io.llmops.eval.report;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.compare.Difference;
import io.llmops.eval.compare.ExampleChange;
import io.llmops.eval.compare.Significance;
import io.llmops.eval.compare.SliceDifference;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.TestResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison with all that reports show of it, computed once. Immutable. */
final class Compared {

    private final Comparison<?, ?> comparison;
    private final List<Difference> differences;
    private final List<Significance> significance;
    private final Optional<String> main;
    private final List<SliceDifference> slices;
    private final List<ExampleChange<?, ?>> broken = new ArrayList<>();
    private final List<ExampleChange<?, ?>> fixed = new ArrayList<>();

    private Compared(Comparison<?, ?> comparison, List<String> metrics) {
        var uncertainty = comparison.other().provenance().uncertainty();
        this.comparison = comparison;
        differences = comparison.differences(metrics, uncertainty);
        significance = comparison.significance(metrics, uncertainty);
        main = MainMetrics.main(comparison, metrics);
        slices = main.map(comparison::slices).orElse(List.of());
        main.ifPresent(name ->
                comparison.moved(name).forEach(change -> (change.gain() < 0 ? broken : fixed).add(change)));
        fixed.sort((one, other) -> Double.compare(other.gain(), one.gain()));
    }

    static Compared of(Comparison<?, ?> comparison, List<String> metrics) {
        return new Compared(comparison, metrics);
    }

    Comparison<?, ?> comparison() {
        return comparison;
    }

    List<Difference> differences() {
        return differences;
    }

    /** Returns what belongs to {@link #differences}, in the same order. */
    List<Significance> significance() {
        return significance;
    }

    /** Returns the metric that slices and examples are compared by. */
    Optional<String> main() {
        return main;
    }

    List<SliceDifference> slices() {
        return slices;
    }

    List<SliceDifference> movedSlices() {
        Uncertainty uncertainty = comparison.other().provenance().uncertainty();
        return slices.stream()
                .filter(slice -> slice.adjustedP() < 1 - uncertainty.level())
                .toList();
    }

    /** Returns the examples that became worse, the worst first. */
    List<ExampleChange<?, ?>> broken() {
        return Collections.unmodifiableList(broken);
    }

    /** Returns the examples that became better, the best first. */
    List<ExampleChange<?, ?>> fixed() {
        return Collections.unmodifiableList(fixed);
    }

    /** Returns by which methods intervals and p-values were made. */
    List<String> methods() {
        var intervals = differences.stream()
                .flatMap(difference -> difference.change().estimate().stream())
                .flatMap(estimate -> estimate.interval().stream())
                .map(Interval::method);
        var tests = significance.stream().flatMap(one -> one.test().stream()).map(TestResult::method);
        return Stream.of(listed("intervals by ", intervals), listed("p by ", tests))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> listed(String what, Stream<String> methods) {
        var different = methods.distinct().collect(Collectors.joining(", "));
        return different.isEmpty() ? Optional.empty() : Optional.of(what + different);
    }
}
