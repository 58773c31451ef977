package io.llmops.eval.metric.agreement;

import io.llmops.eval.metric.RowTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Items and their ratings as numbers of categories, in the categories' order. Immutable. */
final class Ratings {

    static final int ABSENT = -1;

    private final double[] categories;
    private final int[][] codes;
    private final int[][] present;

    private Ratings(double[] categories, int[][] codes) {
        this.categories = categories;
        this.codes = codes;
        present = Arrays.stream(codes)
                .map(item -> Arrays.stream(item).filter(code -> code != ABSENT).toArray())
                .toArray(int[][]::new);
    }

    /** Takes a row an item, a column a rater, NaN for an absent rating; categories are 0 to below a number, or what is there. */
    static Ratings of(RowTable table, int knownCategories) {
        var values = new double[table.size()][table.width()];
        for (var row = 0; row < values.length; row++) {
            for (var rater = 0; rater < table.width(); rater++) {
                values[row][rater] = table.at(row, rater);
            }
        }
        var categories = knownCategories > 0
                ? IntStream.range(0, knownCategories).asDoubleStream().toArray()
                : Arrays.stream(values)
                        .flatMapToDouble(Arrays::stream)
                        .filter(value -> !Double.isNaN(value))
                        .distinct()
                        .sorted()
                        .toArray();
        var codes = Arrays.stream(values)
                .map(row -> Arrays.stream(row)
                        .mapToInt(value -> Double.isNaN(value) ? ABSENT : Arrays.binarySearch(categories, value))
                        .toArray())
                .toArray(int[][]::new);
        return new Ratings(categories, codes);
    }

    int items() {
        return codes.length;
    }

    int raters() {
        return codes.length == 0 ? 0 : codes[0].length;
    }

    /** Returns the number of a category, or that it is absent. */
    int code(int item, int rater) {
        return codes[item][rater];
    }

    /** Returns the numbers of the categories of an item's ratings. */
    int[] present(int item) {
        return present[item];
    }

    int categories() {
        return categories.length;
    }

    /** Returns the categories themselves, from the smallest. */
    double[] values() {
        return categories;
    }

    /** Returns how much weight the ratings of each category have, over items with at least two ratings. */
    double[] frequencies(double[] weights) {
        var frequencies = new double[categories.length];
        for (var item = 0; item < present.length; item++) {
            if (weights[item] > 0 && present[item].length > 1) {
                for (var code : present[item]) {
                    frequencies[code] += weights[item];
                }
            }
        }
        return frequencies;
    }
}
