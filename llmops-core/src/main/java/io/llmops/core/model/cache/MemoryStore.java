package io.llmops.core.model.cache;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the answers that were used last. */
final class MemoryStore implements Store {

    private static final int INITIAL = 16;
    private static final float LOAD = 0.75f;

    private final int most;
    private final Map<String, Entry> entries = new LinkedHashMap<>(INITIAL, LOAD, true);

    MemoryStore(int most) {
        this.most = most;
    }

    @Override
    public synchronized Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public synchronized void put(String key, JsonNode request, Entry entry) {
        entries.put(key, entry);
        if (entries.size() > most) {
            var eldest = entries.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
