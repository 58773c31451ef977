package io.llmops.preprocess;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a step: its name in descriptions and in YAML, and what it holds. Immutable.
 *
 * @param name its name
 * @param kind what it holds
 * @param usual what it is when it is not given, or null
 * @param inner where the step it holds comes from, or null
 */
record Setting(
        String name,
        Kind kind,
        @Nullable String usual,
        @Nullable Supplier<Steps<?>> inner) {

    /** What a setting holds: a text or a number; texts; texts for each of some texts; a step. */
    enum Kind {
        TEXT,
        TEXTS,
        TEXTS_BY_NAME,
        STEP
    }

    static Setting text(String name) {
        return new Setting(name, Kind.TEXT, null, null);
    }

    static Setting text(String name, String usual) {
        return new Setting(name, Kind.TEXT, usual, null);
    }

    static Setting texts(String name) {
        return new Setting(name, Kind.TEXTS, null, null);
    }

    static Setting textsByName(String name) {
        return new Setting(name, Kind.TEXTS_BY_NAME, null, null);
    }

    static Setting step(String name, Supplier<Steps<?>> inner) {
        return new Setting(name, Kind.STEP, null, inner);
    }

    Optional<Steps<?>> steps() {
        return Optional.ofNullable(inner).map(Supplier::get);
    }
}
