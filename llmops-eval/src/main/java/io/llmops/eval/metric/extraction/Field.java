package io.llmops.eval.metric.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that is no map or list, and the path to it, e.g. {@code items[].price}. */
record Field(String path, Object value) {

    private static final int DEEPEST = 500;
    private static final String ROOT = "$";

    /** Returns the fields of a value; none of what is null or empty. */
    static List<Field> of(@Nullable Object value) {
        var fields = new ArrayList<Field>();
        collect("", value, 0, fields);
        return fields;
    }

    private static void collect(String path, @Nullable Object value, int depth, List<Field> into) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("expected values nested " + DEEPEST + " deep at most");
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> collect(path.isEmpty() ? "" + key : path + "." + key, below, depth + 1, into));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(below -> collect(path + "[]", below, depth + 1, into));
        } else if (value != null) {
            into.add(new Field(path.isEmpty() ? ROOT : path, value));
        }
    }
}
