package io.llmops.preprocess.dedup;

import io.llmops.preprocess.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * A test example that stands in the training data, wholly or in part. Immutable.
 *
 * @param testId the example's id
 * @param share the share of its tokens that are in a run found in the training data, above 0, at most 1
 * @param overlaps what it shares with which training documents: at most ten, the longest first; of a run that many documents
 *     hold, the first ten documents count
 */
public record Leak(String testId, double share, List<Overlap> overlaps) {

    /** Copies the overlaps. */
    public Leak {
        Objects.requireNonNull(testId, "testId");
        overlaps = List.copyOf(overlaps);
    }

    /**
     * The same words in a test example and a training document. Immutable.
     *
     * @param trainingId the training document's id
     * @param inTest where they stand in the test example
     * @param inTraining where they stand in the training document
     * @param text the characters of the test example there
     */
    public record Overlap(String trainingId, Span inTest, Span inTraining, String text) {

        /** Checks that all is there. */
        public Overlap {
            Objects.requireNonNull(trainingId, "trainingId");
            Objects.requireNonNull(inTest, "inTest");
            Objects.requireNonNull(inTraining, "inTraining");
            Objects.requireNonNull(text, "text");
        }
    }

    /** {@return the ids of the training documents in the overlaps, each once, the longest overlap first} */
    public List<String> trainingIds() {
        return overlaps.stream().map(Overlap::trainingId).distinct().toList();
    }
}
