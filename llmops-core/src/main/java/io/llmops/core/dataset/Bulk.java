package io.llmops.core.dataset;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Applies a function, a cleaner or a whole chain to many things at once, on several threads and in order:
 *
 * <pre>{@code
 * try (Stream<String> lines = Files.lines(path);
 *         Stream<List<String>> terms = Bulk.map(lines, chain.toTerms(), 4)) {
 *     terms.forEach(writer::accept);
 * }
 * }</pre>
 *
 * <p>For the inputs of a dataset there is {@link Dataset#mapInputs(Function, int)}. Safe for use by many threads.
 */
public final class Bulk {

    private Bulk() {}

    /**
     * Returns what a function makes of each item, in the order of the items. Items are read as results are asked for, by
     * the thread that asks, and no more than 1,024 a thread are under way; where the function is slow, four a thread.
     *
     * <p>The threads are daemons. They end with the last item, with the first failure, when the stream is closed, or after
     * a second in which nobody asked for a result.
     *
     * @param items the items, none null; closed with the stream that is returned
     * @param function safe for use by many threads; returns no null
     * @param threads on how many threads, at least 1, which is the caller's own
     * @param <T> the type of the items
     * @param <R> the type of the results
     * @return the results, to be closed if not read to their end; where the function throws, reading them throws an
     *     {@link io.llmops.core.LlmopsException} that names the item by its number, the first being 1
     * @throws IllegalArgumentException if there is to be no thread
     */
    public static <T, R> Stream<R> map(
            Stream<? extends T> items, Function<? super T, ? extends R> function, int threads) {
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(function, "function");
        return OrderedMap.stream(items, new NamedFunction<T, R>(function, (item, number) -> "item " + number), threads);
    }
}
