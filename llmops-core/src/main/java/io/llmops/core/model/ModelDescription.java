package io.llmops.core.model;

import io.llmops.core.pipeline.Description;
import java.util.Optional;

/** What the user adds to what a model tells of itself; what the user says wins. */
record ModelDescription(Description added) {

    private static final String NAME = "model";

    static ModelDescription of(String kind) {
        return new ModelDescription(Description.of(kind));
    }

    ModelDescription with(String setting, Object value) {
        return new ModelDescription(added.with(setting, value));
    }

    /** The description as far as the model tells, which is given, completed; empty if nobody named the model. */
    Optional<Description> complete(Description told) {
        var complete = told;
        for (var setting : added.settings().entrySet()) {
            complete = complete.with(setting.getKey(), setting.getValue());
        }
        return Optional.of(complete).filter(it -> it.settings().containsKey(NAME));
    }

    String kind() {
        return added.kind();
    }
}
