package io.llmops.eval.metric.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that is no map or list, and the path to it, e.g. {@code items[].price}. */
record Field(String path, Object value) {

    static final int DEEPEST = 500;
    private static final String ROOT = "$";

    /** Returns the fields of a value, none of what is null or empty; empty if it is nested too deep to look into. */
    static Optional<List<Field>> of(@Nullable Object value) {
        var fields = new ArrayList<Field>();
        return collect("", value, 0, fields) ? Optional.of(fields) : Optional.empty();
    }

    private static boolean collect(String path, @Nullable Object value, int depth, List<Field> into) {
        if (depth > DEEPEST) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .allMatch(entry -> collect(below(path, entry.getKey()), entry.getValue(), depth + 1, into));
        }
        if (value instanceof Iterable<?> list) {
            for (Object element : list) {
                if (!collect(path + "[]", element, depth + 1, into)) {
                    return false;
                }
            }
        } else if (value != null) {
            into.add(new Field(path.isEmpty() ? ROOT : path, value));
        }
        return true;
    }

    private static String below(String path, @Nullable Object key) {
        return path.isEmpty() ? String.valueOf(key) : path + "." + key;
    }
}
