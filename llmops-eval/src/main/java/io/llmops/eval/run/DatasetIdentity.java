package io.llmops.eval.run;

import io.llmops.core.Fingerprint;
import io.llmops.core.dataset.Dataset;
import java.util.Objects;

/**
 * Which dataset a run was made on. Immutable.
 *
 * @param name what the dataset is called
 * @param size how many examples it has
 * @param fingerprint of its content
 */
public record DatasetIdentity(String name, long size, Fingerprint fingerprint) {

    /** Refuses null. */
    public DatasetIdentity {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * Returns the identity of a dataset. Goes through a streamed one once.
     *
     * @param dataset any
     * @return its identity
     */
    public static DatasetIdentity of(Dataset<?, ?> dataset) {
        var fingerprint = dataset.fingerprint(); // which tells the size as well
        return new DatasetIdentity(dataset.name(), dataset.size(), fingerprint);
    }
}
