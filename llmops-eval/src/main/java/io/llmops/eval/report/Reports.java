package io.llmops.eval.report;

import io.llmops.eval.run.EvaluationRun;

/** The shelf of reports. Safe for use by many threads. */
public final class Reports {

    private Reports() {}

    /**
     * Returns a run as text, within 100 columns: what was run, every value with its interval, a row a class, what was
     * not answered and why, and the time it took.
     *
     * @param run any
     * @return lines, each ended by a newline
     */
    public static String text(EvaluationRun<?, ?, ?> run) {
        return text(run, Integer.MAX_VALUE);
    }

    /**
     * Returns a run as text with only the worst classes in full.
     *
     * @param run any
     * @param worstClasses how many rows the table of classes may have, above 0
     * @return lines, each ended by a newline
     * @throws IllegalArgumentException if the number is not above 0
     */
    public static String text(EvaluationRun<?, ?, ?> run, int worstClasses) {
        if (worstClasses < 1) {
            throw new IllegalArgumentException("expected a number of classes above 0, found " + worstClasses);
        }
        return new RunText(run, worstClasses).text();
    }
}
