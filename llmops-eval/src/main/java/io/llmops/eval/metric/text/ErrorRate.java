package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;
import java.util.function.BiFunction;

/** Edits of a corpus / length of its references; of several references of an answer the one with the lowest rate. */
final class ErrorRate {

    private ErrorRate() {}

    static Metric<Object, Object> ofWords() {
        return of(
                "wer",
                "words put in, left out or replaced / words of the references; words end at white space",
                (text, ids) -> ids.of(Words.of(text)));
    }

    static Metric<Object, Object> ofCharacters() {
        return of(
                "cer",
                "characters (code points) put in, left out or replaced / characters of the references",
                (text, ids) -> EditDistance.codePoints(text));
    }

    private static Metric<Object, Object> of(
            String name, String definition, BiFunction<String, TokenIds, int[]> tokenizer) {
        TextRows.Counts counts = (hypothesis, references, into) -> {
            var ids = new TokenIds();
            var answer = tokenizer.apply(hypothesis, ids);
            var least = Double.POSITIVE_INFINITY;
            for (var one : references) {
                var reference = tokenizer.apply(one, ids);
                var edits = EditDistance.levenshtein(answer, reference);
                var rate =
                        edits == 0 ? 0 : reference.length == 0 ? Double.MAX_VALUE : (double) edits / reference.length;
                if (rate < least) {
                    least = rate;
                    into[0] = edits;
                    into[1] = reference.length;
                }
            }
        };
        return RowMetric.of(
                List.of(new MetricDescription(name, Direction.LOWER_IS_BETTER, Range.NOT_NEGATIVE, definition)),
                new TextRows(counts),
                RowStatistics.ofSums(2, (sums, into) -> into[0] = sums[1] > 0 ? sums[0] / sums[1] : Double.NaN));
    }
}
