package io.llmops.core.model.decorate;

import org.slf4j.LoggerFactory;

/** A listener whose mistakes stay its own: what it throws is logged, by kind alone, and goes no further. */
record Told(CallListener listener) implements CallListener {

    static CallListener of(CallListener listener) {
        return listener instanceof Told ? listener : new Told(listener);
    }

    @Override
    public void on(CallEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(CallListener.class)
                    .warn("a call listener threw {}", e.getClass().getName());
        }
    }
}
