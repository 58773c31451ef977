package io.llmops.preprocess.dedup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What is left of a collection without its duplicates, and what is not. Immutable, if the items are.
 *
 * @param kept the items without duplicates and the first one of each group, in order
 * @param dropped the others, in order
 * @param comparisons what it cost: how many pairs of texts were held against each other; with the exact finder, one
 *     look-up a text
 * @param <T> the type of the items
 */
public record Deduplication<T>(List<T> kept, List<Duplicate<T>> dropped, long comparisons) {

    /** Copies the lists. */
    public Deduplication {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }

    /**
     * An item that is there more than once. Immutable, if the items are.
     *
     * @param item the item
     * @param index its place in the collection, from 0
     * @param first the first item of its group, which is kept
     * @param firstIndex that one's place
     * @param similarity how similar their texts are, 0 to 1, as the finder counts; where a group is a chain, it may be below
     *     the finder's threshold
     * @param <T> the type of the items
     */
    public record Duplicate<T>(T item, int index, T first, int firstIndex, double similarity) {}

    static <T> Deduplication<T> of(
            List<T> items, Function<? super T, String> text, Function<List<String>, Matches> finder) {
        var all = List.copyOf(items);
        var matches = finder.apply(all.stream()
                .map(item -> Objects.<String>requireNonNull(text.apply(item), "text"))
                .toList());
        var kept = new ArrayList<T>();
        var dropped = new ArrayList<Duplicate<T>>();
        for (var i = 0; i < all.size(); i++) {
            var first = matches.groups().first(i);
            if (first == i) {
                kept.add(all.get(i));
            } else {
                var similarity = matches.similarity().of(first, i);
                dropped.add(new Duplicate<>(all.get(i), i, all.get(first), first, similarity));
            }
        }
        return new Deduplication<>(kept, dropped, matches.comparisons());
    }

    /** {@return the groups of two items and more, each in order, in the order of their first items} */
    public List<List<T>> groups() {
        var groups = new LinkedHashMap<Integer, List<T>>();
        for (var duplicate : dropped) {
            groups.computeIfAbsent(duplicate.firstIndex(), index -> new ArrayList<>(List.of(duplicate.first())))
                    .add(duplicate.item());
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> List.copyOf(group.getValue()))
                .toList();
    }

    /**
     * Returns a table for people to read: what was dropped, for what, and how similar they are.
     *
     * @param label what to call an item; long ones are cut short
     * @return the table, a line an item and one above them
     */
    public String table(Function<? super T, String> label) {
        var table = new Table("dropped", "kept", "similarity");
        for (var duplicate : dropped) {
            table.add(
                    label.apply(duplicate.item()),
                    label.apply(duplicate.first()),
                    Table.number(duplicate.similarity()));
        }
        return table.toString();
    }

    /** {@return how many are kept and dropped, e.g. {@code 9990 kept, 10 dropped}} */
    @Override
    public String toString() {
        return kept.size() + " kept, " + dropped.size() + " dropped";
    }
}
