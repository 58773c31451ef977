package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowReader;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** Metrics that describe answers without a reference. */
final class TextDescriptions {

    private static final int LONGEST = 3;

    private TextDescriptions() {}

    static Metric<Object, Object> distinct() {
        var values = IntStream.rangeClosed(1, LONGEST)
                .mapToObj(n -> new MetricDescription(
                        "distinct_" + n,
                        Direction.HIGHER_IS_BETTER,
                        Range.UNIT,
                        "different n-grams of " + n + " words in each answer / all of them (after Li 2016)"))
                .toList();
        RowReader<Object, Object> reader = (observation, into) -> {
            count(Words.of(TextRows.answer(observation)), into);
            return true;
        };
        return RowMetric.of(values, reader, RowStatistics.ofSums(2 * LONGEST, (sums, into) -> {
            for (var n = 0; n < LONGEST; n++) {
                into[n] = sums[LONGEST + n] > 0 ? sums[n] / sums[LONGEST + n] : Double.NaN;
            }
        }));
    }

    /** Counts different n-grams of each length, and all. */
    private static void count(List<String> words, double[] into) {
        var tokens = new TokenIds().of(words);
        var ngrams = new ReferenceNgrams(LONGEST, tokens.length);
        ngrams.add(tokens);
        var distinct = ngrams.distinct(tokens);
        for (var n = 0; n < LONGEST; n++) {
            into[n] = distinct[n];
            into[LONGEST + n] = ReferenceNgrams.total(tokens.length, n + 1);
        }
    }

    static Metric<Object, Object> lengths() {
        var values = List.of(
                length("length/words", "words of the answers / answers"),
                length("length/characters", "characters (code points) of the answers / answers"),
                length("length/compression", "words of the inputs / words of the answers (Grusky 2018)"));
        RowReader<Object, Object> reader = (observation, into) -> {
            var answer = TextRows.answer(observation);
            into[0] = Words.count(answer);
            into[1] = answer.codePointCount(0, answer.length());
            into[2] = Words.count(observation.example().input().toString());
            into[3] = 1;
            return true;
        };
        return RowMetric.of(values, reader, RowStatistics.ofSums(4, (sums, into) -> {
            into[0] = sums[0] / sums[3];
            into[1] = sums[1] / sums[3];
            into[2] = sums[0] > 0 ? sums[2] / sums[0] : Double.NaN;
        }));
    }

    private static MetricDescription length(String name, String definition) {
        return new MetricDescription(name, Direction.NEITHER, Range.NOT_NEGATIVE, definition);
    }
}
