package io.llmops.eval.metric.extraction;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowReader;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.List;

/**
 * The best score over all thresholds of the probability that there is no answer, and the threshold. Questions of one
 * probability are on the same side of any threshold.
 */
final class SquadThresholds implements RowStatistics {

    private static final int PROBABILITY = 0;
    private static final int HAS_ANSWER = 1;
    private static final int GAIN = 2;
    private static final int MEASURES = 2;

    @Override
    public int width() {
        return GAIN + MEASURES;
    }

    @Override
    public Computation over(RowTable rows) {
        var order = rows.ascending(PROBABILITY);
        return (weights, into) -> {
            for (var measure = 0; measure < MEASURES; measure++) {
                best(rows, order, weights, measure, into);
            }
        };
    }

    /** Starts with no question answered, and answers one probability after another. */
    private static void best(RowTable rows, int[] order, double[] weights, int measure, double[] into) {
        var all = 0.0;
        var score = 0.0;
        for (var row : order) {
            all += weights[row];
            score += rows.at(row, HAS_ANSWER) == 0 ? weights[row] : 0;
        }
        var best = score;
        var threshold = 0.0;
        for (var i = 0; i < order.length; i++) {
            var probability = rows.at(order[i], PROBABILITY);
            score += weights[order[i]] * rows.at(order[i], GAIN + measure);
            var last = i + 1 == order.length || rows.at(order[i + 1], PROBABILITY) > probability;
            if (last && score > best) {
                best = score;
                threshold = probability;
            }
        }
        into[measure] = all == 0 ? Double.NaN : best / all;
        into[MEASURES + measure] = all == 0 ? Double.NaN : threshold;
    }

    /** Reads what answering a question gains over saying that it has no answer. */
    static final class Reader implements RowReader<ExtractedAnswer, List<String>> {

        @Override
        public boolean read(
                Observation<?, ? extends ExtractedAnswer, ? extends List<String>> observation, double[] into) {
            var question = SquadQuestion.of(observation.reference());
            into[HAS_ANSWER] = question.hasAnswer() ? 1 : 0;
            observation.outcome().answer().ifPresent(given -> {
                into[PROBABILITY] = given.noAnswerProbability();
                into[GAIN] = gain(question, given, question.exact(given.text()));
                into[GAIN + 1] = gain(question, given, question.f1(given.text()));
            });
            return observation.outcome().answer().isPresent();
        }

        private static double gain(SquadQuestion question, ExtractedAnswer given, double score) {
            return question.hasAnswer() ? score : given.text().isEmpty() ? 0 : -1;
        }
    }
}
