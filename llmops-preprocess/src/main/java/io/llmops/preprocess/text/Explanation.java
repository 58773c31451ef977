package io.llmops.preprocess.text;

import io.llmops.core.pipeline.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What each step of a chain did to a text. It prints as a table a person can read, no wider than 132 columns, with control
 * characters shown:
 *
 * <pre>{@code
 * TextCleaner.standard().explain("“So…”");
 *
 * step               result      change
 * text               “So…”
 * nfc                “So…”
 * controls           “So…”
 * zero-width         “So…”
 * bidi               “So…”
 * plain-punctuation  "So..."     “→"  …→...  ”→"
 * whitespace         "So..."
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param rows one a step, in order, perhaps behind the text as it came
 */
public record Explanation(List<Row> rows) {

    /** Copies the rows. */
    public Explanation {
        rows = List.copyOf(rows);
    }

    /**
     * What one step did.
     *
     * @param step the step
     * @param result the text or the tokens after it, whole
     * @param change what was changed: {@code a→b}, {@code -dropped}, {@code +added}; or what came of it otherwise; empty
     *     if nothing changed
     */
    public record Row(String step, String result, String change) {

        /** Refuses null. */
        public Row {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(change, "change");
        }
    }

    /**
     * Returns what the stages of a pipeline made of an input.
     *
     * @param trace one run of the pipeline
     * @return a row a stage that ran: its answer as {@link String#valueOf(Object)} writes it, or why there is none
     */
    public static Explanation of(Trace<?> trace) {
        return new Explanation(trace.steps().stream()
                .map(step -> step.outcome()
                        .match(
                                answer -> new Row(step.stage(), String.valueOf(answer), ""),
                                reason -> new Row(step.stage(), "", "abstained: " + reason),
                                (stage, reason) -> new Row(step.stage(), "", "failed: " + reason)))
                .toList());
    }

    /** The text as it came and what each cleaner made of it, every row from the text of the one before. */
    static Explanation of(String text, List<Cleaner> steps) {
        var rows = new ArrayList<Row>();
        rows.add(new Row("text", text, ""));
        var before = text;
        for (var step : steps) {
            var after = step.clean(Text.of(before));
            rows.add(new Row(nameOf(step), after.toString(), TextChanges.of(before, after)));
            before = after.toString();
        }
        return new Explanation(rows);
    }

    /**
     * Returns what to call a step: what it prints, or {@code lambda} for one that has no name.
     *
     * @param step a step of a chain
     * @return its name
     */
    public static String nameOf(Object step) {
        return step.getClass().isHidden() ? "lambda" : step.toString();
    }

    /** {@return the table, its lines apart by line feeds} */
    @Override
    public String toString() {
        return Table.of(rows);
    }
}
