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
        tags = copy(tags);
    }

    private static SortedMap<String, String> copy(SortedMap<String, String> tags) {
        if (tags.isEmpty()) {
            return Collections.emptySortedMap();
        }
        var copy = new TreeMap<String, String>();
        tags.forEach((name, value) ->
                copy.put(Objects.requireNonNull(name, "tag name"), Objects.requireNonNull(value, "tag value")));
        return Collections.unmodifiableSortedMap(copy);
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
     * Returns an example of which nobody knows the right answer.
     *
     * @param id unique in its dataset
     * @param input what the pipeline is given
     * @param <I> the type of the input
     * @return the example
     */
    public static <I> Example<I, NoReference> of(String id, I input) {
        return of(id, input, NoReference.NONE);
    }

    /**
     * Returns this example with another id.
     *
     * @param other the id
     * @return the changed copy
     */
    public Example<I, R> withId(String other) {
        return new Example<>(other, input, reference, tags);
    }

    /**
     * Returns this example with another input.
     *
     * @param other the input
     * @param <J> its type
     * @return the changed copy
     */
    public <J> Example<J, R> withInput(J other) {
        return new Example<>(id, other, reference, tags);
    }

    /**
     * Returns this example with another reference.
     *
     * @param other the reference
     * @param <S> its type
     * @return the changed copy
     */
    public <S> Example<I, S> withReference(S other) {
        return new Example<>(id, input, other, tags);
    }

    /**
     * Returns this example with other tags.
     *
     * @param others the tags, instead of those it has
     * @return the changed copy
     */
    public Example<I, R> withTags(Map<String, String> others) {
        return new Example<>(id, input, reference, new TreeMap<>(others));
    }

    /**
     * Returns this example with one more tag.
     *
     * @param name the tag's name; if it has such a tag, that is replaced
     * @param value its value
     * @return the changed copy
     */
    public Example<I, R> withTag(String name, String value) {
        var more = new TreeMap<>(tags);
        more.put(name, value);
        return withTags(more);
    }
}
