package io.llmops.eval.metric.span;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * The shelf of scorers of where a text was cut. Answers and references say for each gap, in order, whether there is a
 * boundary: a text of {@code 1} and {@code 0}, of the same length. Lower is better, and numbers are those of NLTK. A
 * window that is wider than the text, or an answer of another length, is an error of that example. Safe for use by many
 * threads.
 */
public final class Segmentations {

    private static final char BOUNDARY = '1';

    private Segmentations() {}

    /**
     * Returns the share of windows in which only one of the two has a boundary (Beeferman, Berger and Lafferty 1999); the
     * window is half as wide as the reference's segments are on average, rounded to even. Name {@code pk}.
     *
     * @return the scorer; a reference without a boundary is an error of that example
     */
    public static Scorer<String, String> pk() {
        return unit("pk", "windows with a boundary in one only / windows of half a segment", (answer, reference) -> {
            var boundaries = reference.chars().filter(gap -> gap == BOUNDARY).count();
            if (boundaries == 0) {
                throw new IllegalArgumentException("expected a reference with a boundary, found none");
            }
            return pk(answer, reference, (int) Math.rint(reference.length() / (boundaries * 2.0)));
        });
    }

    /**
     * Returns the share of windows in which only one of the two has a boundary. Name e.g. {@code pk@4}.
     *
     * @param window how many gaps wide, above 0
     * @return the scorer
     */
    public static Scorer<String, String> pk(int window) {
        requireWindow(window);
        return unit(
                "pk@" + window,
                "windows with a boundary in one only / windows of " + window,
                (answer, reference) -> pk(answer, reference, window));
    }

    /**
     * Returns the share of windows in which the two have different numbers of boundaries (Pevzner and Hearst 2002). Name
     * e.g. {@code window_diff@4}.
     *
     * @param window how many gaps wide, above 0
     * @return the scorer
     */
    public static Scorer<String, String> windowDiff(int window) {
        requireWindow(window);
        return unit(
                "window_diff@" + window,
                "windows of other numbers of boundaries / windows of " + window,
                (answer, reference) -> windows(answer, reference, window)
                        .map(difference -> Math.min(1, Math.abs(difference)))
                        .average()
                        .orElseThrow());
    }

    /**
     * Returns the mean, over windows, of how many boundaries one has more than the other. Name e.g.
     * {@code window_diff_weighted@4}.
     *
     * @param window how many gaps wide, above 0
     * @return the scorer, from 0 without end
     */
    public static Scorer<String, String> weightedWindowDiff(int window) {
        requireWindow(window);
        return lower(
                "window_diff_weighted@" + window,
                "mean difference of the numbers of boundaries in windows of " + window,
                (answer, reference) -> windows(answer, reference, window)
                        .map(Math::abs)
                        .average()
                        .orElseThrow());
    }

    /**
     * Returns what it costs to move, add (2 each) and take away (2 each) boundaries until the two are the same: the
     * generalised Hamming distance of Bookstein, Kulyukin and Raita (2002). Name {@code boundary_edits}.
     *
     * @return the scorer, from 0 without end
     */
    public static Scorer<String, String> boundaryEdits() {
        return lower("boundary_edits", "cost of moving, adding and removing boundaries", BoundaryEdits::cost);
    }

    private static double pk(String answer, String reference, int window) {
        requireSameLength(answer, reference, window);
        var gaps = reference.length() - window + 1;
        var errors = IntStream.range(0, gaps)
                .filter(from -> hasBoundary(answer, from, window) != hasBoundary(reference, from, window))
                .count();
        return (double) errors / gaps;
    }

    private static boolean hasBoundary(String gaps, int from, int window) {
        var next = gaps.indexOf(BOUNDARY, from);
        return next >= 0 && next < from + window;
    }

    private static IntStream windows(String answer, String reference, int window) {
        requireSameLength(answer, reference, window);
        return IntStream.rangeClosed(0, reference.length() - window)
                .map(from -> count(answer, from, window) - count(reference, from, window));
    }

    private static int count(String gaps, int from, int window) {
        return (int) gaps.substring(from, from + window)
                .chars()
                .filter(gap -> gap == BOUNDARY)
                .count();
    }

    private static void requireWindow(int window) {
        if (window <= 0) {
            throw new IllegalArgumentException("expected a window above 0, found " + window);
        }
    }

    private static void requireSameLength(String answer, String reference, int window) {
        if (answer.length() != reference.length() || window > reference.length()) {
            throw new IllegalArgumentException("expected as many gaps as the reference and the window of " + window
                    + " have, found " + answer.length() + " in the answer, " + reference.length()
                    + " in the reference");
        }
    }

    private static Scorer<String, String> unit(
            String name, String definition, ToDoubleBiFunction<String, String> score) {
        return Scorers.of(new MetricDescription(name, Direction.LOWER_IS_BETTER, Range.UNIT, definition), score);
    }

    private static Scorer<String, String> lower(
            String name, String definition, ToDoubleBiFunction<String, String> score) {
        return Scorers.of(
                new MetricDescription(name, Direction.LOWER_IS_BETTER, Range.NOT_NEGATIVE, definition), score);
    }
}
