package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.llmops.core.Fingerprint;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Trace;
import io.llmops.eval.metric.Observation;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * One observation as a baseline keeps it: what came of it, and which example it was.
 *
 * @param id of the example
 * @param repeat of the example
 * @param example the fingerprint of its input and reference
 * @param json the whole row
 */
record BaselineRow(String id, int repeat, Fingerprint example, JsonNode json) {

    private static final String EXAMPLE = "example";

    static BaselineRow of(Observation<?, ?, ?> observation) {
        var json = json(observation);
        var fingerprint = Fingerprint.of(JsonForm.line(json.get("input")), JsonForm.line(json.get("reference")));
        json.remove("input");
        json.remove("steps");
        json.put(EXAMPLE, fingerprint.sha256());
        return new BaselineRow(observation.id(), observation.repeat(), fingerprint, json);
    }

    private static ObjectNode json(Observation<?, ?, ?> observation) {
        var bytes = new JsonBytes();
        new ObservationWriter(bytes, UnaryOperator.identity(), true).write(observation);
        try {
            return (ObjectNode) JsonForm.MAPPER.readTree(bytes.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected to read what was written", e);
        }
    }

    /** What rows of different runs are paired by. */
    static String key(String id, int repeat) {
        return repeat + " " + id;
    }

    static BaselineRow read(JsonNode json) {
        return new BaselineRow(
                JsonForm.get(json, "id").asText(),
                json.path("repeat").asInt(),
                new Fingerprint(JsonForm.get(json, EXAMPLE).asText()),
                json);
    }

    String key() {
        return key(id, repeat);
    }

    boolean hasOutcomeOf(BaselineRow other) {
        return text("outcome").equals(other.text("outcome")) && text("scores").equals(other.text("scores"));
    }

    /** Compared as text, for a number that was read may be of another type than one that was computed. */
    private String text(String field) {
        return JsonForm.line(json.path(field));
    }

    /** Returns what the baseline saw of the example that a run saw; an outcome that is the same is the run's own. */
    <I, O, R> Observation<I, O, R> observation(Observation<I, O, R> seen, Class<O> answer) {
        var row = ((ObjectNode) json).deepCopy();
        row.putArray("steps");
        try {
            if (text("outcome").equals(of(seen).text("outcome"))) {
                row.putObject("outcome").put("abstained", "");
                var known = read(row, seen.example(), answer);
                return new Observation<>(
                        seen.example(),
                        repeat,
                        new Trace<>(seen.outcome(), known.trace().steps(), known.usage()),
                        known.scores());
            }
            return read(row, seen.example(), answer);
        } catch (IOException | IllegalArgumentException e) {
            throw new LlmopsException(
                    "baseline, example " + Quoted.of(id) + ": expected an answer of the type " + answer.getName()
                            + ", found " + Quoted.of(text("outcome")),
                    e);
        }
    }

    private static <I, O, R> Observation<I, O, R> read(ObjectNode row, Example<I, R> example, Class<O> answer)
            throws IOException {
        try (var tokens = JsonForm.MAPPER.treeAsTokens(row)) {
            return new ObservationReader<O>(tokens, ObservationReader.NO_TIMES).read(example, answer);
        }
    }
}
