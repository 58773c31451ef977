package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Example;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/** Reads one run and says where it is not what it should be. */
final class RunReader<I, O, R> {

    private final String source;
    private final Class<I> input;
    private final Class<O> answer;
    private final Class<R> reference;

    RunReader(String source, Class<I> input, Class<O> answer, Class<R> reference) {
        this.source = source;
        this.input = input;
        this.answer = answer;
        this.reference = reference;
    }

    EvaluationRun<I, O, R> read(String json) {
        var root = tree(json);
        if (!root.path("schema").asText().equals(RunWriter.SCHEMA)) {
            throw problem("schema", "expected " + RunWriter.SCHEMA + ", found " + bounded(root.path("schema")));
        }
        var timing = get(root, "timing");
        var steps = get(timing, "steps");
        var rows = get(root, "observations");
        var observations = new ArrayList<Observation<I, O, R>>(rows.size());
        for (var i = 0; i < rows.size(); i++) {
            var where = "observations[" + i + "]";
            var row = rows.get(i);
            var times = steps.path(i);
            observations.add(at(where, () -> observation(row, times)));
        }
        var metrics = new LinkedHashMap<String, MetricValue>();
        get(root, "metrics")
                .properties()
                .forEach(field -> metrics.put(
                        field.getKey(), at("metrics." + field.getKey(), () -> ValueJson.read(field.getValue()))));
        return EvaluationRun.stored(
                at("provenance", () -> ProvenanceJson.read(get(root, "provenance"))),
                at("timing", () -> timing(timing)),
                observations,
                metrics);
    }

    private JsonNode tree(String json) {
        try {
            return JsonForm.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new LlmopsException(
                    source + ":" + where.getLineNr() + ": expected JSON, found what is none at column "
                            + where.getColumnNr(),
                    e);
        }
    }

    /** Something that reads a part of the file. */
    @FunctionalInterface
    private interface Part<T> {
        T read() throws JsonProcessingException;
    }

    private <T> T at(String where, Part<T> part) {
        try {
            return part.read();
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new LlmopsException(source + ": " + where + " is not what it should be: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private LlmopsException problem(String where, String what) {
        return new LlmopsException(source + ": " + where + ": " + what);
    }

    private static String bounded(JsonNode node) {
        var text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private JsonNode get(JsonNode node, String key) {
        return at(key, () -> JsonForm.get(node, key));
    }

    private Observation<I, O, R> observation(JsonNode row, JsonNode times) throws JsonProcessingException {
        var tags = new TreeMap<String, String>();
        row.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        var example = new Example<>(
                get(row, "id").asText(),
                JsonForm.MAPPER.treeToValue(get(row, "input"), input),
                JsonForm.MAPPER.treeToValue(get(row, "reference"), reference),
                tags);
        var nanos = times.valueStream().mapToLong(JsonNode::asLong).toArray();
        try (var tokens = JsonForm.MAPPER.treeAsTokens(row)) {
            return new ObservationReader<O>(tokens, nanos).read(example, answer);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + source, e);
        }
    }

    private Timing timing(JsonNode node) {
        return new Timing(
                Instant.parse(get(node, "started").asText()),
                Duration.ofNanos(get(node, "took").asLong()),
                get(node, "concurrency").asInt(),
                node.path("notes").valueStream().map(JsonNode::asText).toList());
    }
}
