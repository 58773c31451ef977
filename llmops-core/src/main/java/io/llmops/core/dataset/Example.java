package io.llmops.core.dataset;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing to try a pipeline on, with the right answer. Immutable, if input and reference are.
 *
 * @param id unique in its dataset, not blank
 * @param input what the pipeline is given
 * @param reference the right answer
 * @param tags what is known about the example, by name, in the order of the names; a slice is the examples that share a
 *     tag's value
 * @param <I> the type of the input
 * @param <R> the type of the reference
 */
public record Example<I, R>(String id, I input, R reference, SortedMap<String, String> tags) {

    /**
     * Copies the tags.
     *
     * @throws IllegalArgumentException if the id is blank
     */
    public Example {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(reference, "reference");
        if (id.isBlank()) {
            throw new IllegalArgumentException("expected an example id, found a blank one");
        }
        tags = tags.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /**
     * Returns an example without tags.
     *
     * @param id unique in its dataset
     * @param input what the pipeline is given
     * @param reference the right answer
     * @param <I> the type of the input
     * @param <R> the type of the reference
     * @return the example
     */
    public static <I, R> Example<I, R> of(String id, I input, R reference) {
        return new Example<>(id, input, reference, Collections.emptySortedMap());
    }

    /**
     * Returns this example with other tags.
     *
     * @param newTags the tags
     * @return the changed copy
     */
    public Example<I, R> withTags(Map<String, String> newTags) {
        return new Example<>(id, input, reference, new TreeMap<>(newTags));
    }
}
