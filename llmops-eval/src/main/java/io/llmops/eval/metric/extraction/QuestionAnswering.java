package io.llmops.eval.metric.extraction;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MeanMetric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import java.util.ArrayList;
import java.util.List;

/**
 * The shelf of metrics of answers taken from a text, as SQuAD's evaluate-v2.0.py has them, from 0 to 1 where that has
 * percents. References are all the right answers, and the best of them counts; none, for a question that has no answer. An
 * empty answer says that there is none. Case, ASCII punctuation, white space and the articles a, an, the make no
 * difference. An abstention or failure is right nowhere, not even where there is no answer. Safe for use by many threads.
 */
public final class QuestionAnswering {

    private QuestionAnswering() {}

    /**
     * Returns the shares of answers that are exactly right and the mean F1 of their words: {@code squad_exact}, {@code
     * squad_f1}; and of the questions that have an answer, {@code squad_exact/has_answer}, and that have none, {@code
     * squad_exact/no_answer}.
     *
     * @return the metric
     */
    public static MeanMetric<String, List<String>> squad() {
        return MeanMetric.of(descriptions(), new SquadReader<String>(answer -> answer));
    }

    /**
     * Returns the values of {@link #squad()}, with an empty answer in place of each that is likely to be none.
     *
     * @param threshold the highest probability of no answer at which an answer stands
     * @return the metric
     */
    public static MeanMetric<ExtractedAnswer, List<String>> squad(double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("expected a threshold, found NaN");
        }
        return MeanMetric.of(
                descriptions(),
                new SquadReader<ExtractedAnswer>(
                        answer -> answer.noAnswerProbability() > threshold ? "" : answer.text()));
    }

    /**
     * Returns the best that any threshold would have made of exact match and F1, {@code squad_exact/best} and {@code
     * squad_f1/best}, and which it is, {@code squad_exact/best_threshold}: 0 where it is best to say that no question has
     * an answer. Chosen and measured on the same examples, so it is more than to expect of others. An abstention or failure
     * is excluded.
     *
     * @return the metric
     */
    public static RowMetric<ExtractedAnswer, List<String>> bestThresholds() {
        return RowMetric.of(
                List.of(
                        unit("squad_exact/best", "highest share of exact answers at any threshold"),
                        unit("squad_f1/best", "highest mean F1 of words at any threshold"),
                        threshold("squad_exact/best_threshold", "threshold of the most exact answers"),
                        threshold("squad_f1/best_threshold", "threshold of the highest mean F1 of words")),
                new SquadThresholds.Reader(),
                new SquadThresholds());
    }

    private static List<MetricDescription> descriptions() {
        var all = new ArrayList<MetricDescription>();
        for (var part : List.of("", "/has_answer", "/no_answer")) {
            var of = part.isEmpty() ? "" : "; questions of " + part.substring(1).replace('_', ' ');
            all.add(unit("squad_exact" + part, "exact answers / questions (SQuAD 2.0)" + of));
            all.add(unit("squad_f1" + part, "mean F1 of the words of answers (SQuAD 2.0)" + of));
        }
        return all;
    }

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    private static MetricDescription threshold(String name, String definition) {
        return new MetricDescription(name, Direction.NEITHER, Range.UNIT, definition);
    }
}
