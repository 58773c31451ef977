package io.llmops.eval.compare;

import io.llmops.core.pipeline.Description;
import io.llmops.eval.run.PipelineIdentity;
import io.llmops.eval.run.PipelineIdentity.StageIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What differs between two pipelines, a line each: stages added, removed, moved, and settings changed. */
final class PipelineChanges {

    private static final int SHOWN = 60;
    private static final int BEFORE = 15;

    private final List<String> lines = new ArrayList<>();

    private PipelineChanges() {}

    static List<String> between(PipelineIdentity baseline, PipelineIdentity other) {
        if (baseline.fingerprint().equals(other.fingerprint())) {
            return List.of();
        }
        var changes = new PipelineChanges();
        changes.collect(byName(baseline), byName(other));
        if (changes.lines.isEmpty()) {
            changes.lines.add("the pipelines have different fingerprints and look the same");
        }
        return changes.lines;
    }

    /** Stages of the same name are told apart by their number. */
    private static Map<String, StageIdentity> byName(PipelineIdentity pipeline) {
        var stages = new LinkedHashMap<String, StageIdentity>();
        for (var stage : pipeline.stages()) {
            var name = stage.name();
            for (var i = 2; stages.containsKey(name); i++) {
                name = stage.name() + " (" + i + ")";
            }
            stages.put(name, stage);
        }
        return stages;
    }

    private void collect(Map<String, StageIdentity> before, Map<String, StageIdentity> after) {
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> lines.add("stage '" + name + "' was removed"));
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> lines.add("stage '" + name + "' was added"));
        var kept = before.keySet().stream().filter(after::containsKey).toList();
        if (!kept.equals(after.keySet().stream().filter(before::containsKey).toList())) {
            lines.add("the stages run in another order: " + String.join(" ▸ ", after.keySet()));
        }
        before.forEach((name, stage) -> {
            var now = after.get(name);
            if (now != null) {
                compare(name, stage, now);
            }
        });
    }

    private void compare(String name, StageIdentity before, StageIdentity after) {
        if (before.description().isEmpty() || after.description().isEmpty()) {
            if (!before.description().equals(after.description())) {
                lines.add("stage '" + name + "' says how it is set in one run only");
            }
            return;
        }
        compare(name, before.description().get(), after.description().get());
    }

    private void compare(String name, Description before, Description after) {
        if (!before.kind().equals(after.kind())) {
            lines.add("stage '" + name + "' is of another kind: " + before.kind() + " → " + after.kind());
        }
        var settings = new TreeSet<>(before.settings().keySet());
        settings.addAll(after.settings().keySet());
        for (var setting : settings) {
            var from = before.settings().get(setting);
            var to = after.settings().get(setting);
            if (from == null || to == null) {
                lines.add("stage '" + name + "': " + setting
                        + (from == null ? " was set: " + piece(String.valueOf(to), 0) : " is no longer set"));
            } else if (!from.equals(to)) {
                var start = Math.max(0, firstDifference(from, to) - BEFORE);
                lines.add("stage '" + name + "': " + setting + " " + piece(from, start) + " → " + piece(to, start));
            }
        }
    }

    private static int firstDifference(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        for (var i = 0; i < shorter; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return i;
            }
        }
        return shorter;
    }

    /** Returns a text, or of a long one the part from a place on. */
    private static String piece(String text, int from) {
        if (text.length() <= SHOWN) {
            return "'" + text + "'";
        }
        var start = Math.min(from, text.length());
        var end = Math.min(start + SHOWN, text.length());
        return "'" + (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "") + "'";
    }
}
