package io.llmops.core.dataset;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads examples off a file. Opens it when the first is asked for, closes it after the last, on an error, and when told
 * to. Ids that come from a column are remembered, to refuse the second of two equal ones. Not safe for use by many
 * threads.
 */
final class ExampleSpliterator<I, R> extends Spliterators.AbstractSpliterator<Example<I, R>> implements AutoCloseable {

    private final Supplier<Rows> open;
    private final RowMapping<I, R> mapping;
    private final Map<String, Long> lines = new HashMap<>();
    private @Nullable Rows rows;
    private boolean closed;

    ExampleSpliterator(Supplier<Rows> open, RowMapping<I, R> mapping) {
        super(Long.MAX_VALUE, ORDERED | NONNULL | IMMUTABLE);
        this.open = open;
        this.mapping = mapping;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Example<I, R>> action) {
        if (closed) {
            return false;
        }
        var example = next();
        if (example == null) {
            close();
            return false;
        }
        action.accept(example);
        return true;
    }

    private @Nullable Example<I, R> next() {
        var done = false;
        try {
            if (rows == null) {
                rows = open.get();
            }
            var row = rows.next();
            var example = row == null ? null : mapping.example(row);
            if (row != null && example != null && mapping.id() != null) {
                refuseDuplicate(row, example.id());
            }
            done = true;
            return example;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private void refuseDuplicate(Row row, String id) {
        var first = lines.putIfAbsent(id, row.line());
        if (first != null) {
            throw row.error("expected each id once, found " + Excerpt.of(id) + " here and on line " + first);
        }
    }

    @Override
    public void close() {
        closed = true;
        lines.clear();
        if (rows != null) {
            try {
                rows.close();
            } catch (IOException e) {
                // All that was asked for has been read: a file that will not close costs nothing.
            }
        }
    }
}
