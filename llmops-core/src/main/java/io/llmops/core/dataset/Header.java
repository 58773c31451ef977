package io.llmops.core.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of a table's columns. Immutable. */
final class Header {

    private final String source;
    private final long line;
    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    Header(String source, long line, List<String> names) {
        this.source = source;
        this.line = line;
        this.names = List.copyOf(names);
        for (var i = 0; i < names.size(); i++) {
            if (positions.putIfAbsent(names.get(i), i) != null && !names.get(i).isBlank()) {
                throw DataException.at(
                        source,
                        line,
                        "expected each column once, found " + Excerpt.of(names.get(i)) + " twice in " + this);
            }
        }
    }

    List<String> names() {
        return names;
    }

    /** The line it is on; 0 if the caller gave the names. */
    long line() {
        return line;
    }

    int size() {
        return names.size();
    }

    int position(String column) {
        var position = positions.get(column);
        if (position == null) {
            throw DataException.at(
                    source, line, "expected a column " + Excerpt.of(column) + ", found " + Excerpt.of(names));
        }
        return position;
    }

    @Override
    public String toString() {
        return Excerpt.of(names);
    }
}
