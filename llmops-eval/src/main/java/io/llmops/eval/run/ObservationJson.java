package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeMap;

/** An observation as JSON, in run files and run logs. */
final class ObservationJson {

    private ObservationJson() {}

    /** Returns an observation without its times, which differ from run to run. */
    static ObjectNode write(Observation<?, ?, ?> observation) {
        var id = observation.id();
        var node = JsonForm.object().put("id", id);
        node.set("input", tree(id, "input", observation.example().input()));
        node.set("reference", tree(id, "reference", observation.reference()));
        node.set("outcome", outcome(id, observation.outcome()));
        if (observation.repeat() > 0) {
            node.put("repeat", observation.repeat());
        }
        if (!observation.example().tags().isEmpty()) {
            node.set("tags", JsonForm.MAPPER.valueToTree(observation.example().tags()));
        }
        if (!observation.usage().equals(Usage.NONE)) {
            node.set("usage", JsonForm.MAPPER.valueToTree(observation.usage()));
        }
        if (!observation.scores().isEmpty()) {
            var scores = node.putObject("scores");
            observation.scores().forEach((name, score) -> scores.set(name, score(score)));
        }
        var steps = node.putArray("steps");
        observation.trace().steps().forEach(step -> steps.add(step(step)));
        return node;
    }

    private static JsonNode tree(String id, String what, Object value) {
        try {
            return JsonForm.MAPPER.valueToTree(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "example '" + id + "': the " + what + ", a "
                            + value.getClass().getName() + ", can't be written as JSON",
                    e);
        }
    }

    private static ObjectNode outcome(String id, Outcome<?> outcome) {
        return outcome.match(
                answer -> JsonForm.object().set("answered", tree(id, "answer", answer)),
                ObservationJson::abstained,
                ObservationJson::failed);
    }

    private static ObjectNode abstained(String reason) {
        return JsonForm.object().put("abstained", reason);
    }

    private static ObjectNode failed(String stage, String reason) {
        var node = JsonForm.object();
        node.putObject("failed").put("reason", reason).put("stage", stage);
        return node;
    }

    private static ObjectNode step(Trace.Step step) {
        return step.outcome()
                .<ObjectNode>match(ObservationJson::stepValue, ObservationJson::abstained, ObservationJson::failed)
                .put("stage", step.stage());
    }

    private static ObjectNode stepValue(Object value) {
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
            return JsonForm.object().set("answered", JsonForm.MAPPER.valueToTree(value));
        }
        var type = value instanceof NotKept notKept
                ? notKept.type()
                : value.getClass().getTypeName();
        return JsonForm.object().put("answeredType", type);
    }

    private static ObjectNode score(Score score) {
        return score.match(
                number -> JsonForm.object().set("scored", JsonForm.number(number)),
                reason -> JsonForm.object().put("abstained", reason),
                reason -> JsonForm.object().put("failed", reason));
    }

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
