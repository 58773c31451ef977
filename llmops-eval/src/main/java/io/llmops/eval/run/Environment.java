package io.llmops.eval.run;

import java.util.Objects;
import java.util.Optional;

/**
 * What a run was made with. Immutable.
 *
 * @param library the version of llmops
 * @param jdk the version of the Java platform
 * @param commit the commit the working directory was at; empty if it is in no git repository
 */
public record Environment(String library, String jdk, Optional<String> commit) {

    /** Refuses null. */
    public Environment {
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(jdk, "jdk");
        Objects.requireNonNull(commit, "commit");
    }
}
