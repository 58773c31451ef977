package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.Fingerprint;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one run and says where it is not what it should be. */
final class RunReader<I, O, R> {

    private final Path file;
    private final Class<I> input;
    private final Class<O> answer;
    private final Class<R> reference;

    RunReader(Path file, Class<I> input, Class<O> answer, Class<R> reference) {
        this.file = file;
        this.input = input;
        this.answer = answer;
        this.reference = reference;
    }

    EvaluationRun<I, O, R> read() {
        var root = tree();
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
                .forEach(field ->
                        metrics.put(field.getKey(), at("metrics." + field.getKey(), () -> value(field.getValue()))));
        return EvaluationRun.stored(
                at("provenance", () -> provenance(get(root, "provenance"))),
                at("timing", () -> timing(timing)),
                observations,
                metrics);
    }

    private JsonNode tree() {
        try {
            return JsonForm.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new LlmopsException(
                    file + ":" + where.getLineNr() + ": expected JSON, found what is none at column "
                            + where.getColumnNr(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
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
            throw new LlmopsException(file + ": " + where + " is not what it should be: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private LlmopsException problem(String where, String what) {
        return new LlmopsException(file + ": " + where + ": " + what);
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
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    private MetricValue value(JsonNode node) {
        if (node.has("undefined")) {
            return new Undefined(node.get("undefined").asText());
        }
        var bounds = Optional.ofNullable(node.get("interval"));
        var reach = get(node, "reach");
        return new Estimate(
                JsonForm.number(get(node, "value")),
                bounds.map(b -> new Interval(
                        JsonForm.number(get(b, "lower")),
                        JsonForm.number(get(b, "upper")),
                        JsonForm.number(get(b, "level")),
                        get(b, "method").asText())),
                get(node, "n").asLong(),
                get(node, "excluded").asLong(),
                new Reach(JsonForm.number(get(reach, "lowest")), JsonForm.number(get(reach, "highest"))));
    }

    private Provenance provenance(JsonNode node) {
        var dataset = get(node, "dataset");
        var intervals = get(node, "intervals");
        var environment = get(node, "environment");
        return new Provenance(
                get(node, "name").asText(),
                new DatasetIdentity(
                        get(dataset, "name").asText(),
                        get(dataset, "size").asLong(),
                        new Fingerprint(get(dataset, "fingerprint").asText())),
                pipeline(get(node, "pipeline")),
                new Uncertainty(
                        JsonForm.number(get(intervals, "level")),
                        get(intervals, "resamples").asInt(),
                        get(intervals, "seed").asLong()),
                new Environment(
                        get(environment, "llmops").asText(),
                        get(environment, "java").asText(),
                        Optional.ofNullable(environment.get("commit")).map(JsonNode::asText)));
    }

    private PipelineIdentity pipeline(JsonNode node) {
        var stages = new ArrayList<PipelineIdentity.StageIdentity>();
        get(node, "stages")
                .forEach(stage -> stages.add(new PipelineIdentity.StageIdentity(
                        get(stage, "name").asText(),
                        Optional.ofNullable(stage.get("description")).map(this::description))));
        return new PipelineIdentity(
                stages, new Fingerprint(get(node, "fingerprint").asText()));
    }

    private Description description(JsonNode node) {
        Map<String, String> settings = new TreeMap<>();
        get(node, "settings")
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return Description.of(get(node, "kind").asText(), settings);
    }

    private Timing timing(JsonNode node) {
        return new Timing(
                Instant.parse(get(node, "started").asText()),
                Duration.ofNanos(get(node, "took").asLong()),
                get(node, "concurrency").asInt(),
                node.path("notes").valueStream().map(JsonNode::asText).toList());
    }
}
