package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeMap;

/** Reads observations that an {@link ObservationWriter} wrote. */
final class ObservationReader {

    private ObservationReader() {}

    /**
     * Reads an observation.
     *
     * @throws IllegalArgumentException if a field is missing or not what it should be
     */
    static <I, O, R> Observation<I, O, R> read(JsonNode row, JsonNode times, Example<I, R> example, Class<O> answer)
            throws JsonProcessingException {
        var steps = new ArrayList<Trace.Step>();
        for (var step : JsonForm.get(row, "steps")) {
            steps.add(step(step, times.path(steps.size()).asLong()));
        }
        var usage = row.has("usage") ? JsonForm.MAPPER.treeToValue(row.get("usage"), Usage.class) : Usage.NONE;
        var scores = new TreeMap<String, Score>();
        row.path("scores").properties().forEach(score -> scores.put(score.getKey(), score(score.getValue())));
        return new Observation<>(
                example,
                row.path("repeat").asInt(),
                new Trace<>(outcome(JsonForm.get(row, "outcome"), answer), steps, usage),
                scores);
    }

    private static <T> Outcome<T> outcome(JsonNode node, Class<T> type) throws JsonProcessingException {
        if (node.has("answered")) {
            return Outcome.answered(JsonForm.MAPPER.treeToValue(node.get("answered"), type));
        }
        if (node.has("abstained")) {
            return Outcome.abstained(node.get("abstained").asText());
        }
        var failed = JsonForm.get(node, "failed");
        return Outcome.failed(
                JsonForm.get(failed, "stage").asText(),
                JsonForm.get(failed, "reason").asText());
    }

    private static Trace.Step step(JsonNode node, long nanos) throws JsonProcessingException {
        var outcome = node.has("answeredType")
                ? Outcome.<Object>answered(new NotKept(node.get("answeredType").asText()))
                : outcome(node, Object.class);
        return new Trace.Step(JsonForm.get(node, "stage").asText(), outcome, Duration.ofNanos(nanos));
    }

    private static Score score(JsonNode node) {
        if (node.has("scored")) {
            return Score.of(JsonForm.number(node.get("scored")));
        }
        return node.has("abstained")
                ? new Score.Abstained(node.get("abstained").asText())
                : new Score.Failed(JsonForm.get(node, "failed").asText());
    }
}
