package io.llmops.eval.stats;

import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Resampling of the cells of a table: what n draws with replacement from its n rows would count, without touching the
 * rows. Cells with many rows are drawn by conditional binomials, one each; the rows of the many small cells one by one,
 * out of a list. So the cost is at most that of the number of cells or of the number of rows, whichever is less, times a
 * small constant. Immutable.
 */
public final class Multinomial {

    private static final int SMALL_CELL = 12;

    private final int cells;
    private final int[] large;
    private final long[] largeCounts;
    private final int[] cellOfSmallRow;
    private final long total;

    private Multinomial(long[] counts) {
        cells = counts.length;
        total = total(counts);
        large = IntStream.range(0, cells)
                .filter(cell -> counts[cell] >= SMALL_CELL)
                .boxed()
                .sorted((one, other) -> Long.compare(counts[other], counts[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        largeCounts = IntStream.of(large).mapToLong(cell -> counts[cell]).toArray();
        cellOfSmallRow = IntStream.range(0, cells)
                .filter(cell -> counts[cell] < SMALL_CELL)
                .flatMap(cell -> IntStream.range(0, (int) counts[cell]).map(row -> cell))
                .toArray();
    }

    /**
     * Returns the resampling of a table.
     *
     * @param counts the rows of each cell, 0 or more, their sum within a long; copied
     * @return the resampling
     * @throws IllegalArgumentException if a count is negative
     */
    public static Multinomial of(long[] counts) {
        return new Multinomial(Objects.requireNonNull(counts, "counts"));
    }

    /** {@return the number of rows of the table and of each resample} */
    public long total() {
        return total;
    }

    /** {@return the number of cells} */
    public int cells() {
        return cells;
    }

    /**
     * Draws as many rows with replacement as the table has.
     *
     * @param random drawn from
     * @param into receives the count of each cell, overwritten; as long as the table has cells
     * @throws IllegalArgumentException if the array is of another length
     */
    public void sample(RandomStream random, long[] into) {
        Objects.requireNonNull(random, "random");
        Numbers.requireSameLength("places", into.length, "cells", cells);
        java.util.Arrays.fill(into, 0);
        long rows = total;
        long draws = total;
        for (int i = 0; i < large.length && draws > 0; i++) {
            long count = largeCounts[i];
            long drawn = count == rows ? draws : Binomial.sample(random, draws, (double) count / rows);
            into[large[i]] = drawn;
            draws -= drawn;
            rows -= count;
        }
        for (long i = 0; i < draws; i++) {
            into[cellOfSmallRow[random.nextInt(cellOfSmallRow.length)]]++;
        }
    }

    static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total = Math.addExact(total, Numbers.requireCount("counts", count));
        }
        return total;
    }
}
