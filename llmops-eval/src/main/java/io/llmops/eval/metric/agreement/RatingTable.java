package io.llmops.eval.metric.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ratings of items by raters, some of which may be absent. Immutable, if the ratings are. */
public final class RatingTable {

    private final int raters;
    private final List<List<@Nullable Object>> items;

    private RatingTable(int raters, List<List<@Nullable Object>> items) {
        this.raters = raters;
        this.items = items;
    }

    /**
     * Returns a table.
     *
     * @param items a row an item, a column a rater; null for an absent rating
     * @return the table
     * @throws IllegalArgumentException if there is no item, fewer than two raters, or rows of different length
     */
    public static RatingTable of(List<? extends List<? extends @Nullable Object>> items) {
        Objects.requireNonNull(items, "items");
        if (items.isEmpty() || items.get(0).size() < 2) {
            throw new IllegalArgumentException("expected at least one item of at least two raters, found "
                    + (items.isEmpty() ? "no item" : items.get(0).size() + " raters"));
        }
        var raters = items.get(0).size();
        var copy = new ArrayList<List<@Nullable Object>>();
        for (var item : items) {
            if (item.size() != raters) {
                throw new IllegalArgumentException("item " + copy.size() + ": expected " + raters
                        + " ratings, null for an absent one, found " + item.size());
            }
            copy.add(Collections.unmodifiableList(new ArrayList<@Nullable Object>(item)));
        }
        return new RatingTable(raters, Collections.unmodifiableList(copy));
    }

    /**
     * Returns a table of which only is known how many raters gave an item each category, as Fleiss' κ takes it. Raters
     * can't be told apart: coefficients of pairs of raters mean nothing here.
     *
     * @param counts a row an item, a column a category; 0 or more
     * @return the table, whose ratings are the numbers of the columns, from 0
     * @throws IllegalArgumentException if there is no item, a count below 0, or no item of two ratings
     */
    public static RatingTable ofCounts(int[]... counts) {
        Objects.requireNonNull(counts, "counts");
        var raters = Arrays.stream(counts)
                .mapToInt(item -> Arrays.stream(item).sum())
                .max()
                .orElse(0);
        var items = new ArrayList<List<@Nullable Object>>();
        for (var item : counts) {
            var ratings = new ArrayList<@Nullable Object>();
            for (var category = 0; category < item.length; category++) {
                if (item[category] < 0) {
                    throw new IllegalArgumentException("item " + items.size() + ": expected counts of 0 or more, found "
                            + item[category] + " in column " + category);
                }
                ratings.addAll(Collections.nCopies(item[category], category));
            }
            ratings.addAll(Collections.nCopies(raters - ratings.size(), null));
            items.add(ratings);
        }
        return of(items);
    }

    /** {@return how many raters there are, at least two} */
    public int raters() {
        return raters;
    }

    /** {@return a row an item, a rating a rater; null for an absent one} */
    public List<List<@Nullable Object>> items() {
        return items;
    }
}
