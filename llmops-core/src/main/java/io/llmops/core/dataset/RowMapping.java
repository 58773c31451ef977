package io.llmops.core.dataset;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which columns of a row become what of an example. Immutable. */
record RowMapping<I, R>(
        @Nullable String id,
        List<String> tags,
        Function<? super Row, ? extends I> input,
        Function<? super Row, ? extends R> reference) {

    Example<I, R> example(Row row) {
        var tagged = tags(row);
        var name = id == null ? Long.toString(row.number()) : row.label(id);
        return new Example<>(name, take("input", input, row), take("reference", reference, row), tagged);
    }

    private SortedMap<String, String> tags(Row row) {
        if (tags.isEmpty()) {
            return Collections.emptySortedMap();
        }
        var tagged = new TreeMap<String, String>();
        for (var tag : tags) {
            row.find(tag).ifPresent(value -> tagged.put(tag, value));
        }
        return tagged;
    }

    private static <T> T take(String what, Function<? super Row, ? extends T> function, Row row) {
        T taken;
        try {
            taken = function.apply(row);
        } catch (DataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw DataException.at(row.source(), row.line(), "reading the " + what + " failed with " + e, e);
        }
        if (taken == null) {
            throw row.error("expected the " + what + ", found null");
        }
        return taken;
    }
}
