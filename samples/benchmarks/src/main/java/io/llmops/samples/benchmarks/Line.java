package io.llmops.samples.benchmarks;

/**
 * A row with its figures. Ratios are ours over the limit's, so 1 is equal and less is better.
 *
 * @param what is done
 * @param unit of both figures
 * @param ours measured
 * @param limitName who or what the limit is
 * @param limit measured in the same run, or known
 * @param ratio of the two
 * @param allocationRatio of the bytes allocated; NaN where they were not measured or the limit allocates nothing
 * @param allocated bytes, and how many may be; empty where they were not measured
 */
public record Line(
        String what,
        String unit,
        double ours,
        String limitName,
        double limit,
        double ratio,
        double allocationRatio,
        String allocated) {

    /** Returns a row whose allocation is not known. */
    public static Line of(String what, String unit, double ours, String limitName, double limit) {
        return new Line(what, unit, ours, limitName, limit, ours / limit, Double.NaN, "");
    }
}
