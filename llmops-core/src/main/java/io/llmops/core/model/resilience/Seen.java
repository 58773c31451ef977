package io.llmops.core.model.resilience;

import org.jspecify.annotations.Nullable;

/** The headers of the response to the request that is being sent from a thread. */
final class Seen {

    private static final ThreadLocal<@Nullable Seen> CURRENT = new ThreadLocal<>();

    private volatile Headers headers = Headers.NONE;

    private Seen() {}

    static Seen begin() {
        var seen = new Seen();
        CURRENT.set(seen);
        return seen;
    }

    static @Nullable Seen current() {
        return CURRENT.get();
    }

    static void end() {
        CURRENT.remove();
    }

    void see(Headers those) {
        headers = those;
    }

    Headers headers() {
        return headers;
    }
}
