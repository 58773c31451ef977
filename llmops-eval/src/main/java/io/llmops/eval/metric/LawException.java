package io.llmops.eval.metric;

import java.util.List;
import java.util.Objects;

/**
 * A number that by its definition can't keep a law of {@link Metric}, and why: {@link #ALL} is the one list. Immutable.
 *
 * @param name of the value or the function; a placeholder stands for any
 * @param law that it does not keep
 * @param reason why it can't
 */
public record LawException(String name, Law law, String reason) {

    /** What metrics keep. Immutable. */
    public enum Law {
        /** The order of the observations does not matter. */
        ORDER,
        /** Merging the parts equals the whole. */
        MERGE,
        /** Weight 2 equals the observation twice. */
        WEIGHT,
        /** Every estimate has an interval where something varied. */
        INTERVAL,
        /** Memory does not grow with the observations, but with what differs between them. */
        MEMORY
    }

    /** Every exception there is. */
    public static final List<LawException> ALL = List.of(
            new LawException(
                    "elo/{player}",
                    Law.ORDER,
                    "a rating is what the games so far made of it: other orders, other ratings; so it is a function of a"
                            + " list of games, no metric"),
            new LawException("elo/{player}", Law.MERGE, "parts of a sequence can't be rated apart"),
            new LawException(
                    "max_error", Law.INTERVAL, "no resample holds an error larger than the largest that was seen"),
            new LawException("median_ae", Law.MEMORY, "a median needs every error"),
            new LawException("spearman", Law.MEMORY, "exact ranks need every number"),
            new LawException("kendall", Law.MEMORY, "exact ranks need every number"),
            new LawException("pass@{k}", Law.MEMORY, "the repeats of an example may come at any time"),
            new LawException("pass^{k}", Law.MEMORY, "the repeats of an example may come at any time"),
            new LawException("majority@{k}", Law.MEMORY, "the repeats of an example may come at any time"));

    /** Refuses null. */
    public LawException {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns whether a value need not keep a law.
     *
     * @param name of the value
     * @param law any
     * @return true if it is listed
     */
    public static boolean excuses(String name, Law law) {
        return ALL.stream()
                .anyMatch(one -> one.law == law
                        && new MetricDescription(one.name, Direction.NEITHER, Range.ANY, one.reason).describes(name));
    }
}
