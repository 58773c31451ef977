package io.llmops.core.pipeline;

import io.llmops.core.Fingerprint;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a stage is and how it is set: everything that would change its answers, as text. Two stages with equal
 * descriptions do the same. Secrets (keys, tokens) have no place here. Immutable.
 *
 * @param kind what it is, e.g. {@code snowball}
 * @param settings how it is set, in the order of the names, e.g. {@code language=en}
 */
public record Description(String kind, SortedMap<String, String> settings) {

    /** Copies the settings. */
    public Description {
        Objects.requireNonNull(kind, "kind");
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * Returns a description without settings.
     *
     * @param kind what the stage is
     * @return the description
     */
    public static Description of(String kind) {
        return new Description(kind, new TreeMap<>());
    }

    /**
     * Returns a description with settings.
     *
     * @param kind what the stage is
     * @param settings how it is set
     * @return the description
     */
    public static Description of(String kind, Map<String, String> settings) {
        return new Description(kind, new TreeMap<>(settings));
    }

    /**
     * Returns this description with one more setting, or with another value for a setting it has.
     *
     * @param name the setting's name
     * @param value its value, as {@link String#valueOf(Object)} writes it; a description is taken in with its settings,
     *     as {@code name.setting}
     * @return the changed copy
     */
    public Description with(String name, Object value) {
        var more = new TreeMap<>(settings);
        if (value instanceof Description inner) {
            more.put(name, inner.kind());
            inner.settings().forEach((setting, text) -> more.put(name + "." + setting, text));
        } else {
            more.put(name, String.valueOf(value));
        }
        return new Description(kind, more);
    }

    void addTo(Fingerprint.Hasher hasher) {
        hasher.add(kind).add(settings.size());
        settings.forEach((name, value) -> hasher.add(name).add(value));
    }

    /** {@return the kind and, in parentheses, the settings, e.g. {@code snowball(language=en)}} */
    @Override
    public String toString() {
        return settings.isEmpty()
                ? kind
                : settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(", ", kind + "(", ")"));
    }
}
