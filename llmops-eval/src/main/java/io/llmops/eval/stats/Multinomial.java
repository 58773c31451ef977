package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Resampling of the cells of a table: what n draws with replacement from its n rows would count, without touching the
 * rows. Large cells are drawn by conditional binomials, one each; cells of middling count, when they are many, by tables;
 * the rows of small cells one by one, out of a list. So the cost is that of the number of cells or of the number of rows,
 * whichever is less, times a small constant. Immutable.
 */
public final class Multinomial {

    private static final int SMALL_CELL = 12;
    private static final int LARGE_CELL = 10_000;
    private static final int MANY_CELLS = 64;
    private static final int MOST_TABLES = 1000;

    private final int cells;
    private final int[] large;
    private final int[] middling;
    private final long[] counts;
    private final @Nullable ManyCells fast;
    private final int[] cellOfSmallRow;
    private final long middlingRows;
    private final long total;

    private Multinomial(long[] counts) {
        this.counts = counts;
        cells = counts.length;
        total = total(counts);
        int[] middle = descending(SMALL_CELL, LARGE_CELL);
        long tables =
                IntStream.of(middle).mapToLong(cell -> counts[cell]).distinct().count();
        boolean many =
                middle.length >= MANY_CELLS && middle.length <= AliasTable.MOST_OUTCOMES && tables <= MOST_TABLES;
        middling = many ? middle : new int[0];
        middlingRows = IntStream.of(middling).mapToLong(cell -> counts[cell]).sum();
        large = descending(many ? LARGE_CELL : SMALL_CELL, Long.MAX_VALUE);
        fast = many ? ManyCells.of(middling, counts, total) : null;
        cellOfSmallRow = IntStream.range(0, cells)
                .filter(cell -> counts[cell] < SMALL_CELL)
                .flatMap(cell -> IntStream.range(0, (int) counts[cell]).map(row -> cell))
                .toArray();
    }

    /** Returns the cells with a count from one number (inclusive) to another (exclusive), the largest first. */
    private int[] descending(long from, long to) {
        return IntStream.range(0, cells)
                .filter(cell -> counts[cell] >= from && counts[cell] < to)
                .boxed()
                .sorted((one, other) -> Long.compare(counts[other], counts[one]))
                .mapToInt(Integer::intValue)
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
        return new Multinomial(Objects.requireNonNull(counts, "counts").clone());
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
        Arrays.fill(into, 0);
        long small = cellOfSmallRow.length;
        long left = drawEach(large, random, total, total, into);
        if (fast != null) {
            long draws = Binomial.sample(random, left, (double) middlingRows / (middlingRows + small));
            left -= draws;
            if (!fast.sample(random, draws, into)) {
                drawEach(middling, random, draws, middlingRows, into);
            }
        }
        for (long i = 0; i < left; i++) {
            into[cellOfSmallRow[random.nextInt(cellOfSmallRow.length)]]++;
        }
    }

    /** Draws out of some rows the counts of cells that have theirs among them; returns how many draws are left. */
    private long drawEach(int[] places, RandomStream random, long draws, long rows, long[] into) {
        long drawsLeft = draws;
        long rowsLeft = rows;
        for (int i = 0; i < places.length && drawsLeft > 0; i++) {
            long count = counts[places[i]];
            long drawn = count == rowsLeft ? drawsLeft : Binomial.sample(random, drawsLeft, (double) count / rowsLeft);
            into[places[i]] = drawn;
            drawsLeft -= drawn;
            rowsLeft -= count;
        }
        return drawsLeft;
    }

    static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total = Math.addExact(total, Numbers.requireCount("counts", count));
        }
        return total;
    }
}
