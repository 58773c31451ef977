package io.llmops.eval.compare;

import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two runs beside their answers, as words. */
final class RunChanges {

    private static final int SHOWN = 5;

    private final EvaluationRun<?, ?, ?> baseline;
    private final EvaluationRun<?, ?, ?> other;

    RunChanges(EvaluationRun<?, ?, ?> baseline, EvaluationRun<?, ?, ?> other) {
        this.baseline = baseline;
        this.other = other;
    }

    /** What was changed on purpose, most likely: the pipeline, and what it was run with. */
    List<String> lines() {
        var lines = new ArrayList<>(
                baseline.provenance().pipeline().changes(other.provenance().pipeline()));
        var before = baseline.provenance().environment();
        var after = other.provenance().environment();
        if (before.commit().isPresent()
                && after.commit().isPresent()
                && !before.commit().equals(after.commit())) {
            lines.add("commit " + brief(before.commit().get()) + " → "
                    + brief(after.commit().get()));
        }
        if (!before.jdk().equals(after.jdk())) {
            lines.add("Java " + before.jdk() + " → " + after.jdk());
        }
        return lines;
    }

    private static String brief(String commit) {
        return commit.substring(0, Math.min(12, commit.length()));
    }

    /** What makes the runs less comparable than they should be. */
    List<String> warnings(List<? extends Paired<?, ?>> pairs, boolean allExamples) {
        var warnings = new ArrayList<String>();
        if (!fingerprint(baseline).equals(fingerprint(other))) {
            if (allExamples) {
                warnings.add("the runs have the same example ids, but their datasets differ in content");
            }
            dataset(pairs, warnings);
        }
        if (!baseline.provenance()
                .environment()
                .library()
                .equals(other.provenance().environment().library())) {
            warnings.add("the runs were made with different versions of llmops");
        }
        intervals(baseline.provenance(), other.provenance(), warnings);
        metrics(warnings);
        return warnings;
    }

    private static Object fingerprint(EvaluationRun<?, ?, ?> run) {
        return run.provenance().dataset().fingerprint();
    }

    private static void dataset(List<? extends Paired<?, ?>> pairs, List<String> warnings) {
        var edited = pairs.stream()
                .filter(pair -> !SharedExamples.isSame(pair.baseline(), pair.other()))
                .toList();
        edited(
                "reference",
                edited.stream()
                        .filter(pair ->
                                differ(pair.baseline().reference(), pair.other().reference())),
                warnings);
        edited("input", edited.stream().filter(pair -> differ(input(pair.baseline()), input(pair.other()))), warnings);
        edited(
                "set of tags",
                pairs.stream()
                        .filter(pair -> !pair.baseline()
                                .example()
                                .tags()
                                .equals(pair.other().example().tags())),
                warnings);
    }

    private static Object input(Observation<?, ?, ?> observation) {
        return observation.example().input();
    }

    static boolean differ(Object one, Object other) {
        return !one.equals(other) && !one.toString().equals(other.toString());
    }

    private static void edited(String what, Stream<? extends Paired<?, ?>> pairs, List<String> warnings) {
        var ids = pairs.map(pair -> pair.other().id()).distinct().toList();
        if (!ids.isEmpty()) {
            warnings.add(ids.size() + (ids.size() == 1 ? " example has another " : " examples have another ") + what
                    + " than in the baseline: " + some(ids));
        }
    }

    /** Returns some of the names, with how many there are beside. */
    static String some(Collection<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }

    private static void intervals(Provenance before, Provenance after, List<String> warnings) {
        if (before.uncertainty().level() != after.uncertainty().level()) {
            warnings.add("the runs have intervals of different levels: "
                    + before.uncertainty().level() + " and "
                    + after.uncertainty().level());
        }
    }

    private void metrics(List<String> warnings) {
        only("the baseline", baseline, other, warnings);
        only("the other run", other, baseline, warnings);
        var changed = baseline.metrics().keySet().stream()
                .filter(name -> other.metrics().containsKey(name))
                .filter(name -> {
                    var before = baseline.describe(name).map(MetricDescription::definition);
                    var after = other.describe(name).map(MetricDescription::definition);
                    return before.isPresent() && after.isPresent() && !Objects.equals(before, after);
                })
                .toList();
        if (!changed.isEmpty()) {
            warnings.add("metrics that are defined otherwise in the baseline: " + some(changed));
        }
    }

    private static void only(
            String which, EvaluationRun<?, ?, ?> one, EvaluationRun<?, ?, ?> another, List<String> warnings) {
        var names = one.metrics().keySet().stream()
                .filter(name -> !another.metrics().containsKey(name) && !mayHave(another, name))
                .toList();
        if (!names.isEmpty()) {
            warnings.add("metrics of " + which + " only: " + some(names));
        }
    }

    /** A run without an example of a class, or of a slice, has the metric all the same. */
    private static boolean mayHave(EvaluationRun<?, ?, ?> run, String name) {
        return run.describe(name).isPresent() || (run.definitions().isEmpty() && name.matches("(?s).*[/\\[].*"));
    }
}
