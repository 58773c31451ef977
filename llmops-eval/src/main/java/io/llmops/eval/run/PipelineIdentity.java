package io.llmops.eval.run;

import io.llmops.core.Fingerprint;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which pipeline was run: its stages with how they were set, model parameters and prompt versions among them. Immutable.
 *
 * @param stages in order
 * @param fingerprint of names, order and settings
 */
public record PipelineIdentity(List<StageIdentity> stages, Fingerprint fingerprint) {

    /**
     * One stage.
     *
     * @param name the stage's name
     * @param description how it was set; empty if it could not tell
     */
    public record StageIdentity(String name, Optional<Description> description) {

        /** Refuses null. */
        public StageIdentity {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
        }
    }

    /** Copies the stages. */
    public PipelineIdentity {
        stages = List.copyOf(stages);
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * Returns the identity of a pipeline.
     *
     * @param pipeline any
     * @return its identity
     */
    public static PipelineIdentity of(Pipeline<?, ?> pipeline) {
        var names = pipeline.names();
        var descriptions = pipeline.descriptions();
        var stages = new ArrayList<StageIdentity>();
        for (var i = 0; i < names.size(); i++) {
            stages.add(new StageIdentity(names.get(i), descriptions.get(i)));
        }
        return new PipelineIdentity(stages, pipeline.fingerprint());
    }

    /** {@return the names of the stages that could not tell how they were set: the fingerprint knows their names only} */
    public List<String> opaqueStages() {
        return stages.stream()
                .filter(stage -> stage.description().isEmpty())
                .map(StageIdentity::name)
                .toList();
    }

    /**
     * Returns what differs between this and a later pipeline: stages added, removed or moved, and what they are set to,
     * prompts and model parameters among it.
     *
     * @param later any
     * @return a line each, escaped and bounded, long settings cut around the first difference; empty if nothing differs
     */
    public List<String> changes(PipelineIdentity later) {
        return PipelineChanges.between(this, later);
    }

    /** {@return the names of the stages, e.g. {@code clean ▸ ask ▸ label}} */
    @Override
    public String toString() {
        return stages.stream().map(StageIdentity::name).collect(Collectors.joining(" ▸ "));
    }
}
