package io.llmops.core.model.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What a {@link Cassette} does with a request. Immutable. */
public enum ReplayMode {
    /** The model is asked, nothing is recorded. */
    LIVE,
    /** The model is asked, and its answer recorded over the one there is. */
    RECORD,
    /** The recorded answer is given; if there is none, the model is asked, its answer recorded, and a warning logged. */
    REPLAY,
    /** The recorded answer is given; if there is none, that is an error which shows what is nearest. */
    REPLAY_ELSE_FAIL;

    /** The system property that says the mode: {@code live}, {@code record}, {@code replay} or {@code replay-else-fail}. */
    public static final String PROPERTY = "llmops.cassette";

    private static final String CONTINUOUS_INTEGRATION = "CI";

    /**
     * Returns the mode the system property {@value #PROPERTY} says. Without it, {@link #REPLAY_ELSE_FAIL} where the
     * environment variable {@code CI} is set to anything but {@code false}, and {@link #REPLAY} elsewhere.
     *
     * @return the mode
     * @throws IllegalArgumentException if the property is set to anything else
     */
    public static ReplayMode configured() {
        return configured(System.getProperty(PROPERTY, ""), System.getenv());
    }

    static ReplayMode configured(String property, Map<String, String> environment) {
        if (property.isBlank()) {
            var ci = environment.getOrDefault(CONTINUOUS_INTEGRATION, "");
            return ci.isBlank() || ci.equalsIgnoreCase("false") ? REPLAY : REPLAY_ELSE_FAIL;
        }
        return Arrays.stream(values())
                .filter(mode -> mode.text().equals(property.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("expected the system property " + PROPERTY + " to be one of "
                                + Arrays.stream(values()).map(ReplayMode::text).toList() + ", found another value"));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
