package io.llmops.core.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        twice(names).ifPresent(problem -> {
            throw DataException.at(source, line, problem);
        });
        for (var i = 0; i < names.size(); i++) {
            positions.putIfAbsent(names.get(i), i);
        }
    }

    /** What is wrong if a name is there twice; no name at all may be. */
    static Optional<String> twice(List<String> names) {
        var seen = new HashSet<String>();
        return names.stream()
                .filter(name -> !seen.add(name) && !name.isBlank())
                .findFirst()
                .map(name -> "expected each column once, found " + Excerpt.of(name) + " twice in " + Excerpt.of(names));
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
