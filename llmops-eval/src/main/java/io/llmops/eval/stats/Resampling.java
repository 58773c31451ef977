package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.Objects;

/**
 * How often each row of a sample counts in one bootstrap resample. The same counts are used for two systems on the same
 * rows (paired bootstrap). Immutable.
 */
public final class Resampling {

    private final int rows;
    /** From stratum to group to row: groups are drawn whole, and in each other's place within a stratum. */
    private final int[][][] strata;

    private Resampling(int rows, int[][][] strata) {
        this.rows = rows;
        this.strata = strata;
    }

    /**
     * Returns the resampling of independent rows.
     *
     * @param rows how many, above 0
     * @return the resampling
     */
    public static Resampling independent(int rows) {
        return clustered(identity(rows));
    }

    /**
     * Returns the resampling of rows in groups: whole groups are drawn, as many as there are.
     *
     * @param groups for each row the number of its group; at least one row
     * @return the resampling
     */
    public static Resampling clustered(int[] groups) {
        int[][] members = members(groups, identity(groups.length));
        return new Resampling(groups.length, new int[][][] {members});
    }

    /**
     * Returns the resampling of rows within strata: from each as many are drawn as it has.
     *
     * @param strata for each row the number of its stratum; at least one row
     * @return the resampling
     */
    public static Resampling stratified(int[] strata) {
        int[][] byStratum = members(strata, identity(strata.length));
        return new Resampling(
                strata.length,
                Arrays.stream(byStratum)
                        .map(rows -> Arrays.stream(rows)
                                .mapToObj(row -> new int[] {row})
                                .toArray(int[][]::new))
                        .toArray(int[][][]::new));
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /**
     * Draws one resample.
     *
     * @param random drawn from
     * @param into receives how often each row counts, overwritten; as long as there are rows
     */
    public void sample(RandomStream random, int[] into) {
        Objects.requireNonNull(random, "random");
        Numbers.requireSameLength("places", into.length, "rows", rows);
        Arrays.fill(into, 0);
        for (int[][] groups : strata) {
            for (int i = 0; i < groups.length; i++) {
                for (int row : groups[random.nextInt(groups.length)]) {
                    into[row]++;
                }
            }
        }
    }

    private static int[] identity(int rows) {
        if (rows <= 0) {
            throw new IllegalArgumentException("expected rows, found " + rows);
        }
        int[] identity = new int[rows];
        Arrays.setAll(identity, i -> i);
        return identity;
    }

    /** Returns the rows of each group, groups in the order of their first row. */
    private static int[][] members(int[] groups, int[] rows) {
        var members = new java.util.LinkedHashMap<Integer, java.util.ArrayList<Integer>>();
        for (int row : rows) {
            members.computeIfAbsent(groups[row], group -> new java.util.ArrayList<>())
                    .add(row);
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
