package io.llmops.eval.run;

import io.llmops.eval.metric.Uncertainty;
import java.util.Objects;

/**
 * How a run came about: all that would have to be the same to make it again. Immutable.
 *
 * @param name what the run is called
 * @param dataset what it was made on
 * @param pipeline what was run
 * @param uncertainty how intervals were made, with the seed of every random choice
 * @param environment what it was made with
 */
public record Provenance(
        String name,
        DatasetIdentity dataset,
        PipelineIdentity pipeline,
        Uncertainty uncertainty,
        Environment environment) {

    /** Refuses null. */
    public Provenance {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(uncertainty, "uncertainty");
        Objects.requireNonNull(environment, "environment");
    }
}
