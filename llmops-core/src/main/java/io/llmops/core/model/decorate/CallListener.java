package io.llmops.core.model.decorate;

/**
 * Is told what happens to calls. Called on the thread of the call, so it should be quick; what it throws is ignored, since
 * watching must not change what is watched. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface CallListener {

    /** Hears nothing. */
    CallListener NONE = event -> {};

    /**
     * Takes an event.
     *
     * @param event what happened
     */
    void on(CallEvent event);

    /**
     * Returns a listener that tells this one and then another.
     *
     * @param other the other
     * @return both
     */
    default CallListener and(CallListener other) {
        return event -> {
            new Told(this).on(event);
            new Told(other).on(event);
        };
    }
}
