package io.llmops.core.model.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two requests differ, value by value. */
final class Differences {

    private static final int SHOWN = 5;
    private static final int AROUND = 30;

    private final List<String> lines = new ArrayList<>();
    private double distance;

    private Differences() {}

    static Differences between(JsonNode recorded, JsonNode asked) {
        var differences = new Differences();
        var before = flat(recorded);
        var after = flat(asked);
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (var path : paths) {
            differences.add(path, before.get(path), after.get(path));
        }
        return differences;
    }

    /** 1 for each value that is not in both, less for a text that is partly the same. */
    double distance() {
        return distance;
    }

    List<String> lines() {
        var shown = new ArrayList<>(lines.subList(0, Math.min(SHOWN, lines.size())));
        if (lines.size() > SHOWN) {
            shown.add("… and " + (lines.size() - SHOWN) + " more");
        }
        return List.copyOf(shown);
    }

    private void add(String path, @Nullable String recorded, @Nullable String asked) {
        if (recorded == null && asked != null) {
            distance++;
            lines.add(path + ": recorded nothing, asked " + shown(asked, 0));
        } else if (asked == null && recorded != null) {
            distance++;
            lines.add(path + ": recorded " + shown(recorded, 0) + ", asked nothing");
        } else if (recorded != null && asked != null && !recorded.equals(asked)) {
            var same = commonStart(recorded, asked);
            distance += 1 - same / (double) Math.max(recorded.length(), asked.length());
            lines.add(path + ": recorded " + shown(recorded, same) + ", asked " + shown(asked, same));
        }
    }

    private static int commonStart(String one, String other) {
        var most = Math.min(one.length(), other.length());
        var same = 0;
        while (same < most && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** A window around the place, on one line. */
    private static String shown(String text, int place) {
        var start = Math.max(0, place - AROUND);
        var end = Math.min(text.length(), place + AROUND);
        var line = new StringBuilder(start > 0 ? "\"…" : "\"");
        text.substring(start, end).codePoints().forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                line.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.append(end < text.length() ? "…\"" : "\"").toString();
    }

    private static Map<String, String> flat(JsonNode json) {
        var flat = new TreeMap<String, String>();
        flatten("", json, flat);
        return flat;
    }

    private static void flatten(String path, JsonNode json, Map<String, String> flat) {
        if (json.isObject()) {
            json.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), flat));
        } else if (json.isArray()) {
            for (var index = 0; index < json.size(); index++) {
                flatten(path + "[" + index + "]", json.path(index), flat);
            }
        } else {
            flat.put(path, json.asText());
        }
    }
}
