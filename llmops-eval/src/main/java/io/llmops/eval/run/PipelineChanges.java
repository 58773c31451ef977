package io.llmops.eval.run;

import io.llmops.core.Fingerprint;
import io.llmops.core.pipeline.Description;
import io.llmops.eval.run.PipelineIdentity.StageIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two pipelines, a line each: stages added, removed, moved, and settings changed. */
final class PipelineChanges {

    private static final Pattern HASH = Pattern.compile("sha256:([0-9a-f]{64})");

    private final List<String> lines = new ArrayList<>();

    private PipelineChanges() {}

    static List<String> between(PipelineIdentity before, PipelineIdentity after) {
        var changes = new PipelineChanges();
        changes.collect(byName(before), byName(after));
        if (changes.lines.isEmpty() && !before.fingerprint().equals(after.fingerprint())) {
            changes.lines.add("the pipelines have different fingerprints and look the same");
        }
        return List.copyOf(changes.lines);
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
                .forEach(name -> lines.add("stage " + Quoted.of(name) + " was removed"));
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> lines.add("stage " + Quoted.of(name) + " was added"));
        var kept = before.keySet().stream().filter(after::containsKey).toList();
        if (!kept.equals(after.keySet().stream().filter(before::containsKey).toList())) {
            lines.add("the stages run in another order: "
                    + after.keySet().stream().map(Quoted::of).collect(Collectors.joining(" ▸ ")));
        }
        before.forEach((name, stage) -> {
            var now = after.get(name);
            if (now != null) {
                compare("stage " + Quoted.of(name) + ": ", stage.description(), now.description());
            }
        });
    }

    private void compare(String where, Optional<Description> before, Optional<Description> after) {
        if (before.isPresent() && after.isPresent()) {
            compare(where, before.get(), after.get());
        } else if (before.isPresent() || after.isPresent()) {
            lines.add(where + (after.isPresent() ? "now tells" : "no longer tells") + " how it is set");
        }
    }

    private void compare(String where, Description before, Description after) {
        if (!before.kind().equals(after.kind())) {
            lines.add(where + "is of another kind, " + Quoted.of(before.kind()) + " → " + Quoted.of(after.kind()));
        }
        var names = new TreeSet<>(before.settings().keySet());
        names.addAll(after.settings().keySet());
        for (var name : names) {
            setting(
                    where + Quoted.of(name),
                    before.settings().get(name),
                    after.settings().get(name));
        }
    }

    private void setting(String where, @Nullable String before, @Nullable String after) {
        if (before == null) {
            lines.add(where + " was set: " + value(String.valueOf(after), 0));
        } else if (after == null) {
            lines.add(where + " is no longer set, it was " + value(before, 0));
        } else if (!before.equals(after)) {
            var difference = firstDifference(before, after);
            lines.add(where + " " + value(before, difference) + " → " + value(after, difference));
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

    private static String value(String text, int place) {
        var hash = HASH.matcher(text);
        return hash.matches() ? "sha256:" + new Fingerprint(hash.group(1)).brief() : Quoted.around(text, place);
    }
}
