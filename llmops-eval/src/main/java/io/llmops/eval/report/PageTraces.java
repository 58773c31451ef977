package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.eval.metric.Observation;
import java.util.List;
import java.util.Locale;

/** What the stages did, in full, as JSON: a trace for each of the first rows of the page's table. */
final class PageTraces {

    static final int MOST = 1_000;

    private static final int[] LENGTHS = {20_000, 5_000, 1_000, 200};

    private PageTraces() {}

    /** What fits: the JSON, how many characters a text may have, how many traces there are. */
    record Fitted(String json, int length, int traces) {}

    static Fitted fit(List<Observation<?, ?, ?>> worstFirst, long bytes) {
        var worst = worstFirst.subList(0, Math.min(MOST, worstFirst.size()));
        for (var length : LENGTHS) {
            var fitted = write(worst, length, bytes);
            if (fitted.traces() == worst.size() || length == LENGTHS[LENGTHS.length - 1]) {
                return fitted;
            }
        }
        throw new AssertionError("the shortest length is always taken");
    }

    private static Fitted write(List<Observation<?, ?, ?>> observations, int length, long most) {
        var json = new JsonText().raw("\"traces\":[");
        var traces = 0;
        for (var observation : observations) {
            if (json.bytes() > most) {
                break;
            }
            json.raw(traces++ == 0 ? "\n" : ",\n");
            trace(observation, length, json);
        }
        return new Fitted(json.raw("]").toString(), length, traces);
    }

    private static void trace(Observation<?, ?, ?> observation, int length, JsonText json) {
        json.raw("{\"input\":")
                .string(Shown.lines(String.valueOf(observation.example().input()), length));
        json.raw(",\"reference\":").string(Shown.lines(String.valueOf(observation.reference()), length));
        json.raw(",\"outcome\":").string(Shown.lines(OutcomeText.of(observation), length));
        var usage = observation.usage();
        if (usage.calls() > 0) {
            json.raw(String.format(
                    Locale.ROOT, ",\"use\":[%d,%d,%d]", usage.calls(), usage.inputTokens(), usage.outputTokens()));
        }
        json.raw(",\"steps\":[");
        var separator = "";
        for (var step : observation.trace().steps()) {
            json.raw(separator);
            step(step, length, json);
            separator = ",";
        }
        json.raw("]}");
    }

    private static void step(Trace.Step step, int length, JsonText json) {
        Outcome<?> outcome = step.outcome();
        json.raw("[").string(Shown.of(step.stage(), 200)).raw(",");
        json.number(outcome.<Integer>match(answer -> 0, reason -> 1, (stage, reason) -> 2))
                .raw(",");
        json.string(Shown.lines(
                outcome.<String>match(String::valueOf, reason -> reason, (stage, reason) -> reason), length));
        json.raw(",").number(Numerals.milliseconds(step.time())).raw("]");
    }
}
