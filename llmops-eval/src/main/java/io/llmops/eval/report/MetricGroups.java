package io.llmops.eval.report;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.run.EvaluationRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of a run sorted into those that stand alone and families that have one a class and averages. */
final class MetricGroups {

    private static final Set<String> AVERAGES = Set.of("micro", "macro", "weighted", "samples");

    private final Map<String, Map<String, MetricValue>> families = new LinkedHashMap<>();
    private final Map<String, MetricValue> single = new LinkedHashMap<>();

    MetricGroups(EvaluationRun<?, ?, ?> run) {
        var perClass = familiesWithAverages(run);
        run.metrics().forEach((name, value) -> {
            if (SliceTables.isSlice(name, run.metrics())) {
                return;
            }
            var slash = name.indexOf('/');
            var family = slash < 0 ? "" : name.substring(0, slash);
            if (perClass.contains(family)) {
                families.computeIfAbsent(family, key -> new LinkedHashMap<>()).put(name.substring(slash + 1), value);
            } else if (!family.equals("share")) {
                single.put(name, value);
            }
        });
    }

    private static Set<String> familiesWithAverages(EvaluationRun<?, ?, ?> run) {
        var found = new LinkedHashSet<String>();
        run.metrics().keySet().forEach(name -> {
            if (name.endsWith("/macro") && !SliceTables.isSlice(name, run.metrics())) {
                found.add(name.substring(0, name.length() - "/macro".length()));
            }
        });
        return found;
    }

    /** Returns the values that are of no class, slice or family. */
    Map<String, MetricValue> single() {
        return Collections.unmodifiableMap(single);
    }

    /** Returns by family, e.g. {@code f1}, its values by class or average. */
    Map<String, Map<String, MetricValue>> families() {
        return Collections.unmodifiableMap(families);
    }

    List<String> averages() {
        return rows(true);
    }

    List<String> classes() {
        return rows(false);
    }

    private List<String> rows(boolean averages) {
        var rows = new LinkedHashSet<String>();
        families.values()
                .forEach(values -> values.keySet().stream()
                        .filter(name -> AVERAGES.contains(name) == averages)
                        .forEach(rows::add));
        return List.copyOf(rows);
    }

    /** Returns how many examples have a class: what its recall is about. */
    long support(String row) {
        var recall = families.getOrDefault("recall", Map.of()).get(row);
        return recall == null ? 0 : recall.match(MetricValue.Estimate::n, reason -> 0L);
    }

    /** Returns a class's own name: one that is called like an average has a prefix. */
    static String label(String row) {
        return row.startsWith("label:") ? row.substring("label:".length()) : row;
    }
}
