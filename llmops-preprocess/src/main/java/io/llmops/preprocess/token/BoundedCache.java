package io.llmops.preprocess.token;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers answers that are the same whenever they are asked for. When the younger half is full, the older half is
 * forgotten. Safe for use by many threads.
 */
final class BoundedCache<K, V> {

    private final int half;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    /** Holds twice so many, and a few more where threads meet. */
    BoundedCache(int half) {
        this.half = half;
    }

    V get(K key, Function<K, V> answer) {
        var found = young.get(key);
        if (found == null) {
            found = old.get(key);
            found = found == null ? answer.apply(key) : found;
            put(key, found);
        }
        return found;
    }

    private void put(K key, V value) {
        if (young.size() >= half) {
            turn();
        }
        young.put(key, value);
    }

    private synchronized void turn() {
        if (young.size() >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
