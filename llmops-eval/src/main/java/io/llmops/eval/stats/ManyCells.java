package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Draws the counts of many cells fast: first each by a Poisson table, of a mean just small enough that they do not sum to
 * more than is to be drawn, then the few rows that lack one by one. Given their sum independent Poisson counts are
 * multinomial, so this is exact. Cells of the same count share a table. Immutable.
 */
final class ManyCells {

    private static final double DEVIATIONS = 4.5;

    private final int[] cells;
    private final PoissonTable[] tables;
    private final AliasTable byRow;

    private ManyCells(int[] cells, PoissonTable[] tables, AliasTable byRow) {
        this.cells = cells;
        this.tables = tables;
        this.byRow = byRow;
    }

    /** Returns the draws of cells that have their rows among {@code total}; the places of cells are given. */
    static ManyCells of(int[] cells, long[] counts, long total) {
        double rows = Arrays.stream(cells).mapToLong(cell -> counts[cell]).sum();
        double shortfall = DEVIATIONS * Math.sqrt(rows + rows * (1 - rows / total));
        double share = Math.max(0.5, 1 - shortfall / rows);
        Map<Long, PoissonTable> shared = new HashMap<>();
        PoissonTable[] tables = Arrays.stream(cells)
                .mapToObj(cell -> shared.computeIfAbsent(counts[cell], count -> PoissonTable.of(share * count)))
                .toArray(PoissonTable[]::new);
        double[] weights =
                Arrays.stream(cells).mapToDouble(cell -> counts[cell]).toArray();
        return new ManyCells(cells, tables, AliasTable.of(weights));
    }

    /** Draws so many rows into their cells; false, with nothing drawn, in the rare case that the Poisson counts are more. */
    boolean sample(RandomStream random, long draws, long[] into) {
        long drawn = 0;
        for (int i = 0; i < cells.length; i++) {
            int count = tables[i].draw(random.nextLong());
            into[cells[i]] = count;
            drawn += count;
        }
        if (drawn > draws) {
            for (int cell : cells) {
                into[cell] = 0;
            }
            return false;
        }
        for (; drawn < draws; drawn++) {
            into[cells[byRow.draw(random.nextLong())]]++;
        }
        return true;
    }
}
