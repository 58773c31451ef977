package io.llmops.eval.run;

import io.llmops.core.Fingerprint;
import io.llmops.core.pipeline.Description;
import io.llmops.eval.run.PipelineIdentity.StageIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What differs between two pipelines, stage by stage, for a person to read. */
final class PipelineChanges {

    private static final Pattern HASH = Pattern.compile("sha256:([0-9a-f]{64})");

    private final List<String> lines = new ArrayList<>();

    private PipelineChanges() {}

    static List<String> between(PipelineIdentity before, PipelineIdentity after) {
        var changes = new PipelineChanges();
        changes.compare(before, after);
        return List.copyOf(changes.lines);
    }

    private void compare(PipelineIdentity before, PipelineIdentity after) {
        var old = byName(before);
        var now = byName(after);
        old.forEach((name, stage) -> {
            if (!now.containsKey(name)) {
                lines.add("stage " + Quoted.of(name) + " is gone");
            }
        });
        now.forEach((name, stage) -> {
            var known = old.get(name);
            if (known == null) {
                lines.add("stage " + Quoted.of(name) + " is new");
            } else {
                compare("stage " + Quoted.of(name) + ": ", known, stage);
            }
        });
        if (lines.isEmpty() && !before.fingerprint().equals(after.fingerprint())) {
            lines.add("the stages are in another order");
        }
    }

    private static Map<String, StageIdentity> byName(PipelineIdentity pipeline) {
        return pipeline.stages().stream()
                .collect(Collectors.toMap(StageIdentity::name, stage -> stage, (a, b) -> a, LinkedHashMap::new));
    }

    private void compare(String where, StageIdentity before, StageIdentity after) {
        if (before.description().equals(after.description())) {
            return;
        }
        if (before.description().isEmpty() || after.description().isEmpty()) {
            lines.add(where + (after.description().isEmpty() ? "no longer tells" : "now tells") + " how it is set");
            return;
        }
        compare(where, before.description().get(), after.description().get());
    }

    private void compare(String where, Description before, Description after) {
        if (!before.kind().equals(after.kind())) {
            lines.add(where + Quoted.of(before.kind()) + " → " + Quoted.of(after.kind()));
        }
        var names = new TreeSet<>(before.settings().keySet());
        names.addAll(after.settings().keySet());
        for (var name : names) {
            var old = before.settings().get(name);
            var now = after.settings().get(name);
            if (old == null) {
                lines.add(where + Quoted.of(name) + " is new, " + value(String.valueOf(now)));
            } else if (now == null) {
                lines.add(where + Quoted.of(name) + " is gone, it was " + value(old));
            } else if (!old.equals(now)) {
                lines.add(where + Quoted.of(name) + " " + value(old) + " → " + value(now));
            }
        }
    }

    private static String value(String text) {
        var hash = HASH.matcher(text);
        return hash.matches() ? "sha256:" + new Fingerprint(hash.group(1)).brief() : Quoted.of(text);
    }
}
