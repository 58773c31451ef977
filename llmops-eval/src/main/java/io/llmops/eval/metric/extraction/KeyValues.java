package io.llmops.eval.metric.extraction;

import io.llmops.eval.metric.MatchReport;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * The shelf of metrics of extracted fields. Answers and references are maps, lists, or JSON text. A field is a value with
 * its path: {@code customer.name}; all elements of a list have the same path, {@code items[].price}, so that neither their
 * order counts nor which of them belong together. A field that is null is not there, as one of an empty map or list. An
 * answer that is no JSON has no fields. Safe for use by many threads.
 */
public final class KeyValues {

    private KeyValues() {}

    /**
     * Returns precision, recall and F1 of fields: {@code field_f1/micro}, {@code field_recall/customer.name}. Numbers are
     * the same when they are worth the same (1 and 1.0), text when every character is.
     *
     * @return the report
     */
    public static MatchReport<Object, Object> report() {
        return report(JsonValues::same);
    }

    /**
     * Returns precision, recall and F1 of fields whose values are the same by a rule of your own.
     *
     * @param same takes the value of the answer and that of the reference: text, a number or a truth
     * @return the report
     */
    public static MatchReport<Object, Object> report(BiPredicate<Object, Object> same) {
        return MatchReport.of("field", new FieldReader(Objects.requireNonNull(same, "same")));
    }

    /** {@return the share of answers with all fields of the reference and no others: {@code fields_exact}} */
    public static Scorer<Object, Object> exact() {
        return exact(JsonValues::same);
    }

    /**
     * Returns the share of answers with all fields of the reference and no others: {@code fields_exact}.
     *
     * @param same takes the value of the answer and that of the reference
     * @return the scorer
     */
    public static Scorer<Object, Object> exact(BiPredicate<Object, Object> same) {
        return Scorers.matching("fields_exact", new FieldReader(Objects.requireNonNull(same, "same"))::areSame);
    }
}
