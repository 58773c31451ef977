package io.llmops.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What differs between two headers, for a person to read. */
final class LogDifference {

    private static final int SHOWN = 5;
    private static final int LONGEST = 60;

    private LogDifference() {}

    static String of(JsonNode there, JsonNode here) {
        var differences = new ArrayList<String>();
        compare("", there, here, differences);
        var shown = String.join(", ", differences.subList(0, Math.min(SHOWN, differences.size())));
        return shown + (differences.size() > SHOWN ? ", … " + (differences.size() - SHOWN) + " more" : "");
    }

    private static void compare(String path, JsonNode there, JsonNode here, List<String> differences) {
        var isKnown = path.endsWith("fingerprint") && !differences.isEmpty();
        if (there.equals(here) || isKnown) {
            return;
        }
        if (there.isObject() && here.isObject()) {
            var keys = new TreeSet<String>();
            there.fieldNames().forEachRemaining(keys::add);
            here.fieldNames().forEachRemaining(keys::add);
            keys.stream()
                    .filter(key -> !key.equals("fingerprint"))
                    .forEach(key -> compare(join(path, key), there.path(key), here.path(key), differences));
            compare(join(path, "fingerprint"), there.path("fingerprint"), here.path("fingerprint"), differences);
        } else if (there.isArray() && here.isArray()) {
            for (var i = 0; i < Math.max(there.size(), here.size()); i++) {
                var name = there.path(i)
                        .path("name")
                        .asText(here.path(i).path("name").asText(String.valueOf(i)));
                compare(join(path, "'" + name + "'"), there.path(i), here.path(i), differences);
            }
        } else {
            differences.add(path + ": " + bounded(there) + " in the log, " + bounded(here) + " here");
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String bounded(JsonNode node) {
        var text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
