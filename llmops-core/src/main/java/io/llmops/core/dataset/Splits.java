package io.llmops.core.dataset;

import java.util.List;

/**
 * Ways to cut a dataset in memory into a part to learn from and a part to measure on. Each example is in exactly one part
 * of a split, and in the test part of exactly one of k folds; parts keep the order of the dataset. One seed gives one
 * split, on every Java. A streamed dataset is refused with an {@link IllegalStateException}. Safe for use by many
 * threads.
 */
public final class Splits {

    private Splits() {}

    /**
     * Returns a random split.
     *
     * @param dataset at least two examples
     * @param testShare the test part's share, over 0 and under 1; its size is rounded, and neither part is empty
     * @param seed one seed, one split
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the split
     * @throws IllegalArgumentException if there are too few examples, or the share is out of range
     */
    public static <I, R> Split<I, R> random(Dataset<I, R> dataset, double testShare, long seed) {
        return Parts.split(dataset, Strata.one(dataset).test(testShare, new SeededRandom(seed)));
    }

    /**
     * Returns a random split in which each class, that is, each reference, has its share of the test part, to within one
     * example.
     *
     * @param dataset at least two examples
     * @param testShare the test part's share, over 0 and under 1; its size is rounded, and neither part is empty
     * @param seed one seed, one split
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the split
     * @throws IllegalArgumentException if there are too few examples, or the share is out of range
     */
    public static <I, R> Split<I, R> stratified(Dataset<I, R> dataset, double testShare, long seed) {
        var classes = Strata.by(dataset, Example::reference);
        return Parts.split(dataset, classes.test(testShare, new SeededRandom(seed)));
    }

    /**
     * Returns a random split in which all examples that share a tag's value are on one side, so that nothing learnt about
     * an author, say, is measured on that author. Whole groups come as near to the share as they can in random order.
     *
     * @param dataset examples that all have the tag, with at least two values
     * @param tag the name of the tag
     * @param testShare the test part's share, over 0 and under 1; neither part is empty
     * @param seed one seed, one split
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the split
     * @throws IllegalArgumentException if an example lacks the tag, there are too few groups, or the share is out of range
     */
    public static <I, R> Split<I, R> grouped(Dataset<I, R> dataset, String tag, double testShare, long seed) {
        return Parts.split(dataset, Groups.byTag(dataset, tag).test(testShare, new SeededRandom(seed)));
    }

    /**
     * Returns random folds, whose sizes differ by one at most.
     *
     * @param dataset at least as many examples as folds
     * @param folds how many, 2 or more
     * @param seed one seed, one list of folds
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return a split a fold, with the fold as its test part
     * @throws IllegalArgumentException if there are fewer than 2 folds, or more than examples
     */
    public static <I, R> List<Split<I, R>> kFold(Dataset<I, R> dataset, int folds, long seed) {
        return Parts.folds(dataset, folds, Strata.one(dataset).folds(folds, new SeededRandom(seed)));
    }

    /**
     * Returns random folds, whose sizes differ by one at most, and so do the numbers of examples of each class.
     *
     * @param dataset at least as many examples as folds
     * @param folds how many, 2 or more
     * @param seed one seed, one list of folds
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return a split a fold, with the fold as its test part
     * @throws IllegalArgumentException if there are fewer than 2 folds, or more than examples
     */
    public static <I, R> List<Split<I, R>> stratifiedKFold(Dataset<I, R> dataset, int folds, long seed) {
        var classes = Strata.by(dataset, Example::reference);
        return Parts.folds(dataset, folds, classes.folds(folds, new SeededRandom(seed)));
    }

    /**
     * Returns random folds in which all examples that share a tag's value are in one fold. Groups go, the largest first,
     * to the fold that is smallest so far.
     *
     * @param dataset examples that all have the tag, with at least as many values as folds
     * @param tag the name of the tag
     * @param folds how many, 2 or more
     * @param seed one seed, one list of folds
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return a split a fold, with the fold as its test part
     * @throws IllegalArgumentException if an example lacks the tag, or there are fewer than 2 folds, or more than groups
     */
    public static <I, R> List<Split<I, R>> groupedKFold(Dataset<I, R> dataset, String tag, int folds, long seed) {
        return Parts.folds(dataset, folds, Groups.byTag(dataset, tag).folds(folds, new SeededRandom(seed)));
    }
}
