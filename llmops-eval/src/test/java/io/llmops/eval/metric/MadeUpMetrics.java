package io.llmops.eval.metric;

import java.util.List;
import java.util.Optional;

/** Metrics of every kind that a room can make, of nothing that anyone would measure. */
final class MadeUpMetrics {

    private MadeUpMetrics() {}

    /** Two means, of which the second is about some references only. */
    static Metric<Object, Object> letterMeans() {
        return MeanMetric.of(
                List.of(
                        new MetricDescription("same", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up"),
                        new MetricDescription("length", Direction.NEITHER, Range.NOT_NEGATIVE, "made up")),
                (observation, into) -> {
                    var answer = observation.outcome().match(Object::toString, reason -> "", (stage, reason) -> "");
                    into[0] = answer.equals(observation.reference()) ? 1 : 0;
                    into[1] = observation.reference().equals("a") ? Double.NaN : answer.length();
                    return !answer.equals("macro");
                });
    }

    static void letters(Optional<?> answer, Object reference, MatchTally into) {
        reference.toString().chars().forEach(letter -> into.reference(Character.toString(letter)));
        answer.ifPresent(given -> {
            given.toString().chars().forEach(letter -> into.answer(Character.toString(letter)));
            if (given.toString().charAt(0) == reference.toString().charAt(0)) {
                into.match(
                        given.toString().substring(0, 1), reference.toString().substring(0, 1), 0.5);
            }
        });
    }

    /** A function of sums, with a failed answer counting as an empty one. */
    static Metric<Object, Object> sharedLetters() {
        RowReader<Object, Object> letters = (observation, into) -> {
            var answer = observation.outcome().match(Object::toString, reason -> "", (stage, reason) -> "");
            into[0] = answer.chars()
                    .filter(letter -> observation.reference().toString().indexOf(letter) >= 0)
                    .count();
            into[1] = answer.length() + observation.reference().toString().length();
            return true;
        };
        return RowMetric.of(
                List.of(new MetricDescription("letters", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up")),
                letters,
                RowStatistics.ofSums(2, (sums, into) -> into[0] = sums[1] == 0 ? Double.NaN : sums[0] / sums[1]));
    }

    /** A function of all rows: the share of pairs of different references whose answers are in the same order. */
    static Metric<Object, Object> ordered() {
        RowReader<Object, Object> lengths = (observation, into) -> {
            into[0] = observation.reference().toString().charAt(0);
            into[1] = observation
                    .outcome()
                    .match(answer -> (double) answer.toString().charAt(0), no -> 0.0, (s, no) -> 0.0);
            return into[1] > 0;
        };
        return RowMetric.of(
                List.of(new MetricDescription("ordered", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up")),
                lengths,
                new RowStatistics() {
                    @Override
                    public int width() {
                        return 2;
                    }

                    @Override
                    public Computation over(RowTable rows) {
                        return (weights, into) -> into[0] = share(rows, weights);
                    }
                });
    }

    private static double share(RowTable rows, double[] weights) {
        var right = 0.0;
        var all = 0.0;
        for (var i = 0; i < rows.size(); i++) {
            for (var j = 0; j < rows.size(); j++) {
                if (rows.at(i, 0) < rows.at(j, 0)) {
                    all += weights[i] * weights[j];
                    right += rows.at(i, 1) < rows.at(j, 1) ? weights[i] * weights[j] : 0;
                }
            }
        }
        return all == 0 ? Double.NaN : right / all;
    }
}
