package io.llmops.eval.report;

import io.llmops.eval.compare.Comparison;
import java.util.List;
import java.util.Set;

/** Which metrics of two runs are shown side by side when nobody said which: those of both that are of no single class. */
final class MainMetrics {

    private static final Set<String> AVERAGES = Set.of("macro", "micro", "weighted", "samples");

    private MainMetrics() {}

    static List<String> of(Comparison<?, ?> comparison) {
        return comparison.other().metrics().keySet().stream()
                .filter(comparison.baseline().metrics()::containsKey)
                .filter(name -> !name.startsWith("baseline/"))
                .filter(name -> isMain(name, comparison.other().metrics().keySet()))
                .filter(name -> !SliceTables.isSlice(name, comparison.other().metrics()))
                .toList();
    }

    /** Returns whether a value, or the value it is a slice of, is of no single class. */
    static boolean isMain(String name, Set<String> names) {
        var slash = name.indexOf('/');
        return slash < 0
                || AVERAGES.contains(name.substring(slash + 1))
                || !names.contains(name.substring(0, slash) + "/macro");
    }
}
