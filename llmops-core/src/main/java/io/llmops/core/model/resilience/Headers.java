package io.llmops.core.model.resilience;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The headers of a response by their lower-case names, in which HTTP/1 and HTTP/2 agree. */
record Headers(Map<String, String> byName) {

    static final Headers NONE = new Headers(Map.of());

    @SuppressWarnings("NullAway") // A client's map may hold null for the status line or for a header without values.
    static Headers of(Map<String, List<String>> headers) {
        var byName = new HashMap<String, String>();
        if (headers != null) {
            headers.forEach((name, values) -> {
                if (name != null && values != null && !values.isEmpty() && values.get(0) != null) {
                    byName.put(name.toLowerCase(Locale.ROOT), values.get(0));
                }
            });
        }
        return new Headers(Map.copyOf(byName));
    }

    Optional<String> first(String... names) {
        for (var name : names) {
            var value = byName.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
