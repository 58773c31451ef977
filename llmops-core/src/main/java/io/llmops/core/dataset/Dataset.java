package io.llmops.core.dataset;

import io.llmops.core.Fingerprint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Examples, in an order. Immutable.
 *
 * @param <I> the type of the inputs
 * @param <R> the type of the references
 */
public final class Dataset<I, R> {

    private final String name;
    private final List<Example<I, R>> examples;

    private Dataset(String name, List<Example<I, R>> examples) {
        this.name = name;
        this.examples = List.copyOf(examples);
    }

    /**
     * Returns a dataset in memory.
     *
     * @param name what to call it in reports
     * @param examples the examples
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the dataset
     */
    public static <I, R> Dataset<I, R> of(String name, List<Example<I, R>> examples) {
        return new Dataset<>(name, examples);
    }

    /** {@return what it is called in reports} */
    public String name() {
        return name;
    }

    /** {@return the examples, in order; a new stream each time, to be closed by the caller} */
    public Stream<Example<I, R>> stream() {
        return examples.stream();
    }

    /** {@return the distinct references, in the order of their first appearance} */
    public Set<R> references() {
        var references = new LinkedHashSet<R>();
        examples.forEach(example -> references.add(example.reference()));
        return references;
    }

    /** {@return a fingerprint of the content} */
    public Fingerprint fingerprint() {
        var hasher = Fingerprint.hasher();
        examples.forEach(example -> hasher.add(example.toString()));
        return hasher.finish();
    }
}
