package io.llmops.preprocess.dedup;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import java.util.List;
import java.util.function.Function;

/**
 * Finds texts that are there more than once. If a is a duplicate of b and b one of c, all three are of one group, though a
 * and c may differ more. The same texts in the same order give the same groups on every Java.
 *
 * <p>Implementations are immutable.
 */
public sealed interface DuplicateFinder permits ExactDuplicates, NearDuplicates, SimHashDuplicates {

    /**
     * Returns which of some items have the same text, or nearly.
     *
     * @param items the items; the first one of each group is kept
     * @param text an item's text; called once an item
     * @param <T> the type of the items
     * @return what is kept, what is dropped and for which
     */
    <T> Deduplication<T> in(List<T> items, Function<? super T, String> text);

    /**
     * Returns which of some texts are the same, or nearly.
     *
     * @param texts the texts
     * @return what is kept, what is dropped and for which
     */
    default Deduplication<String> in(List<String> texts) {
        return in(texts, Function.identity());
    }

    /**
     * Returns which inputs of a dataset are the same, or nearly. The dataset without them is {@code Dataset.of(name,
     * found.kept())}.
     *
     * @param dataset the dataset; one that is streamed is read into memory
     * @param <R> the type of its references
     * @return what is kept, what is dropped and for which
     */
    default <R> Deduplication<Example<String, R>> in(Dataset<String, R> dataset) {
        return in(dataset.inMemory().examples(), Example::input);
    }
}
