package io.llmops.core.dataset;

import io.llmops.core.Fingerprint;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Examples, in an order, each with an id of its own: in memory, or streamed from where they are each time they are gone
 * through. Everything that changes a dataset returns another one.
 *
 * <p>A streamed dataset may be larger than memory: {@link #map}, {@link #filter} and {@link #take} stream on; {@link
 * #references}, {@link #classBalance}, {@link #sample}, {@link #size} and {@link #fingerprint} go through it once; {@link
 * #examples}, {@link #shuffle} and all of {@link Splits} need it {@linkplain #inMemory() in memory} and say so.
 *
 * <p>Immutable, if inputs, references and the source of a streamed dataset are; then safe for use by many threads.
 *
 * @param <I> the type of the inputs
 * @param <R> the type of the references
 */
public final class Dataset<I, R> {

    private final String name;
    private final @Nullable List<Example<I, R>> examples;
    private final Supplier<Stream<Example<I, R>>> source;
    private volatile @Nullable Fingerprint fingerprint;
    private volatile long size = -1;

    private Dataset(String name, @Nullable List<Example<I, R>> examples, Supplier<Stream<Example<I, R>>> source) {
        this.name = Objects.requireNonNull(name, "name");
        this.examples = examples;
        this.source = source;
    }

    /**
     * Returns a dataset in memory.
     *
     * @param name what to call it in reports
     * @param examples the examples
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the dataset
     * @throws IllegalArgumentException if two examples have one id
     */
    public static <I, R> Dataset<I, R> of(String name, List<Example<I, R>> examples) {
        var positions = new HashMap<String, Integer>();
        for (var i = 0; i < examples.size(); i++) {
            var id = examples.get(i).id();
            var first = positions.putIfAbsent(id, i + 1);
            if (first != null) {
                throw new IllegalArgumentException("expected each id once, found " + Excerpt.of(id)
                        + " in the examples number " + first + " and " + (i + 1));
            }
        }
        return inMemory(name, examples);
    }

    /**
     * Returns a dataset that is streamed from somewhere each time it is gone through.
     *
     * @param name what to call it in reports
     * @param source opens a new stream of the same examples each time, their ids all different (which is not checked);
     *     every stream is closed after use
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the dataset
     */
    public static <I, R> Dataset<I, R> streamed(String name, Supplier<Stream<Example<I, R>>> source) {
        return new Dataset<>(name, null, Objects.requireNonNull(source, "source"));
    }

    /** A dataset of examples whose ids are known to be different. */
    static <I, R> Dataset<I, R> inMemory(String name, List<Example<I, R>> examples) {
        var copy = List.copyOf(examples);
        return new Dataset<>(name, copy, copy::stream);
    }

    /** {@return what it is called in reports} */
    public String name() {
        return name;
    }

    /**
     * Returns this dataset under another name.
     *
     * @param other what to call it in reports
     * @return the changed copy
     */
    public Dataset<I, R> withName(String other) {
        return new Dataset<>(other, examples, source);
    }

    /** {@return the examples, in order; a new stream each time, to be closed by the caller (a file may be behind it)} */
    public Stream<Example<I, R>> stream() {
        return source.get();
    }

    /**
     * Returns the examples.
     *
     * @return the examples, in order
     * @throws IllegalStateException if this dataset is streamed
     */
    public List<Example<I, R>> examples() {
        if (examples == null) {
            throw new IllegalStateException(
                    "expected a dataset in memory, found '" + name + "', which is streamed; call inMemory() first");
        }
        return examples;
    }

    /** {@return whether the examples are in memory; otherwise they are streamed} */
    public boolean isInMemory() {
        return examples != null;
    }

    /** {@return this dataset with all its examples in memory} */
    public Dataset<I, R> inMemory() {
        if (examples != null) {
            return this;
        }
        try (var all = stream()) {
            return of(name, all.toList());
        }
    }

    /** {@return the number of examples; goes through a streamed dataset once} */
    public long size() {
        if (examples != null) {
            return examples.size();
        }
        if (size < 0) {
            try (var all = stream()) {
                // not count(), which may skip the reading and so the checking
                size = all.mapToLong(example -> 1).sum();
            }
        }
        return size;
    }

    /** {@return the distinct references, in the order of their first appearance; goes through a streamed dataset once} */
    public Set<R> references() {
        try (var all = stream()) {
            var references = new LinkedHashSet<R>();
            all.forEachOrdered(example -> references.add(example.reference()));
            return Collections.unmodifiableSet(references);
        }
    }

    /**
     * Returns how many examples there are of each reference, in the order of their first appearance. Goes through a
     * streamed dataset once.
     *
     * @return counts, none 0, by reference
     */
    public Map<R, Long> classBalance() {
        try (var all = stream()) {
            var counts = new LinkedHashMap<R, Long>();
            all.forEachOrdered(example -> counts.merge(example.reference(), 1L, Long::sum));
            return Collections.unmodifiableMap(counts);
        }
    }

    /**
     * Returns the dataset of what a function makes of each example. In memory the function is called now, once an
     * example; streamed, each time the example is reached.
     *
     * @param function makes another example; ids have to stay different
     * @param <J> the type of the new inputs
     * @param <S> the type of the new references
     * @return the dataset
     * @throws IllegalArgumentException if this dataset is in memory and two examples then have one id
     */
    public <J, S> Dataset<J, S> map(Function<? super Example<I, R>, Example<J, S>> function) {
        if (examples == null) {
            return streamed(name, () -> stream().map(function));
        }
        return of(name, examples.stream().map(function).toList());
    }

    /**
     * Returns this dataset with other inputs.
     *
     * @param function makes the new input of the old
     * @param <J> the type of the new inputs
     * @return the dataset
     * @throws io.llmops.core.LlmopsException if the function throws; it names the example and carries the cause. Of a
     *     streamed dataset, going through the examples throws it
     */
    public <J> Dataset<J, R> mapInputs(Function<? super I, ? extends J> function) {
        return mapInputs(function, 1);
    }

    /**
     * Returns this dataset with other inputs, made on several threads. The order stays. In memory the function is called
     * now, once an example; streamed, each time the examples are gone through, a bounded number ahead, as {@link Bulk}
     * does.
     *
     * @param function makes the new input of the old; safe for use by many threads
     * @param threads on how many threads, at least 1, which is the caller's own
     * @param <J> the type of the new inputs
     * @return the dataset
     * @throws io.llmops.core.LlmopsException if the function throws; it names the example and carries the cause. Of a
     *     streamed dataset, going through the examples throws it
     * @throws IllegalArgumentException if there is to be no thread
     */
    public <J> Dataset<J, R> mapInputs(Function<? super I, ? extends J> function, int threads) {
        Objects.requireNonNull(function, "function");
        OrderedMap.requireAThread(threads);
        var named = new NamedFunction<Example<I, R>, Example<J, R>>(
                example -> example.withInput(function.apply(example.input())),
                (example, number) -> "example " + Excerpt.of(example.id()) + " of '" + name + "'");
        if (examples == null) {
            return streamed(name, () -> OrderedMap.stream(stream(), named, threads));
        }
        try (var mapped = OrderedMap.stream(stream(), named, threads)) {
            return inMemory(name, mapped.toList());
        }
    }

    /**
     * Returns this dataset with other references.
     *
     * @param function makes the new reference of the old
     * @param <S> the type of the new references
     * @return the dataset
     */
    public <S> Dataset<I, S> mapReferences(Function<? super R, ? extends S> function) {
        return map(example -> example.withReference(function.apply(example.reference())));
    }

    /**
     * Returns the dataset of the examples for which something holds.
     *
     * @param condition which to keep
     * @return the dataset, perhaps empty
     */
    public Dataset<I, R> filter(Predicate<? super Example<I, R>> condition) {
        if (examples == null) {
            return streamed(name, () -> stream().filter(condition));
        }
        return inMemory(name, examples.stream().filter(condition).toList());
    }

    /**
     * Returns the dataset of the first examples.
     *
     * @param count how many, or all if there are fewer
     * @return the dataset
     * @throws IllegalArgumentException if negative
     */
    public Dataset<I, R> take(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("expected a count of 0 or more, found " + count);
        }
        if (examples == null) {
            return streamed(name, () -> stream().limit(count));
        }
        return inMemory(name, examples.subList(0, (int) Math.min(count, examples.size())));
    }

    /**
     * Returns the dataset in another order, each as likely as the others.
     *
     * @param seed one seed, one order
     * @return the dataset
     * @throws IllegalStateException if this dataset is streamed
     */
    public Dataset<I, R> shuffle(long seed) {
        var all = examples();
        return inMemory(
                name,
                Arrays.stream(new SeededRandom(seed).order(all.size()))
                        .mapToObj(all::get)
                        .toList());
    }

    /**
     * Returns a random sample without replacement, in memory and in the order of this dataset; each set of {@code count}
     * examples is as likely as the others. Goes through a streamed dataset once, keeping {@code count} examples.
     *
     * @param count how many
     * @param seed one seed, one sample, streamed or not
     * @return the sample
     * @throws IllegalArgumentException if negative, or more than there are
     */
    public Dataset<I, R> sample(int count, long seed) {
        if (count < 0) {
            throw new IllegalArgumentException("expected a sample of 0 or more, found " + count);
        }
        try (var all = stream()) {
            return inMemory(name, Reservoir.sample(all, count, new SeededRandom(seed)));
        }
    }

    /**
     * Returns a fingerprint of the content: ids, inputs, references and tags, in order. It does not depend on the name,
     * the file format or the machine. Texts count as they are; anything else as what Jackson makes of it, with sorted
     * keys, sets in one order, and numbers by their value; where Jackson sees nothing, the fields. Goes through a streamed
     * dataset once, and remembers that and the size.
     *
     * @return the fingerprint
     * @throws IllegalStateException if an input or reference is something Jackson cannot write
     */
    public Fingerprint fingerprint() {
        var known = fingerprint;
        if (known == null) {
            var hasher = Fingerprint.hasher();
            try (var all = stream()) {
                size = all.sequential()
                        .peek(example -> Canonical.add(hasher, example))
                        .mapToLong(example -> 1)
                        .sum();
            }
            known = hasher.finish();
            fingerprint = known;
        }
        return known;
    }

    /** {@return the name, and how many examples there are if that is known, e.g. {@code tickets.csv (400 examples)}} */
    @Override
    public String toString() {
        return name + (examples == null ? " (streamed)" : " (" + examples.size() + " examples)");
    }
}
