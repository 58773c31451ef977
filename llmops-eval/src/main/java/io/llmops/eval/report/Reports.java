package io.llmops.eval.report;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.compare.Leaderboard;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Runs;
import java.util.List;

/** The shelf of reports in one line; what else goes into one is told to {@link Report}. Safe for use by many threads. */
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

    /**
     * Returns a run as one page for a browser that needs nothing but itself, of 50 MB at most; see {@link
     * ReportFormat#HTML}.
     *
     * @param run any
     * @return the page
     */
    public static String html(EvaluationRun<?, ?, ?> run) {
        return Report.of(run).as(ReportFormat.HTML);
    }

    /**
     * Returns a run as Markdown, under 65,000 characters; see {@link ReportFormat#MARKDOWN}.
     *
     * @param run any
     * @return the text
     */
    public static String markdown(EvaluationRun<?, ?, ?> run) {
        return Report.of(run).as(ReportFormat.MARKDOWN);
    }

    /**
     * Returns a run as JSON for machines: what was measured, without the examples. The whole run as a file that can be read
     * back is {@link Runs#write}.
     *
     * @param run any
     * @return the text
     */
    public static String json(EvaluationRun<?, ?, ?> run) {
        return Report.of(run).as(ReportFormat.JSON);
    }

    /**
     * Returns the outcomes of a run as CSV, a row an observation; see {@link ReportFormat#CSV}.
     *
     * @param run any
     * @return the text
     */
    public static String csv(EvaluationRun<?, ?, ?> run) {
        return Report.of(run).as(ReportFormat.CSV);
    }

    /**
     * Returns a comparison as text, within 100 columns: what every run's metrics differ by, those of single classes left
     * out, and which examples were fixed and broken.
     *
     * @param comparison any
     * @return lines, each ended by a newline
     * @throws IllegalStateException if both runs were read from files, so that nobody knows how metrics are computed
     */
    public static String text(Comparison<?, ?> comparison) {
        return text(comparison, MainMetrics.of(comparison));
    }

    /**
     * Returns a comparison as text, within 100 columns.
     *
     * @param comparison any
     * @param metrics the names of the metrics to compare
     * @return lines, each ended by a newline
     * @throws IllegalArgumentException if a run has no metric of a name
     */
    public static String text(Comparison<?, ?> comparison, List<String> metrics) {
        return new ComparisonText(Compared.of(comparison, metrics)).text();
    }

    /**
     * Returns a leaderboard as text, within 100 columns but for the reason of its pick.
     *
     * @param board any
     * @return lines, each ended by a newline
     */
    public static String text(Leaderboard<?, ?> board) {
        return LeaderboardText.of(board);
    }

    /**
     * Returns a verdict as text: the decision, and a line a condition.
     *
     * @param verdict any
     * @return lines, each ended by a newline
     */
    public static String text(Verdict verdict) {
        return VerdictText.of(verdict);
    }

    /**
     * Returns a verdict with the examples that went wrong, wrong answers first: the message for a test that fails. Values
     * are escaped and cut to 300 columns.
     *
     * @param verdict what a gate said
     * @param run what it said it of
     * @param examples how many to show, 0 or more
     * @return lines, each ended by a newline
     */
    public static String text(Verdict verdict, EvaluationRun<?, ?, ?> run, int examples) {
        return VerdictText.withExamples(verdict, run, examples);
    }
}
