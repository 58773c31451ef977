package io.llmops.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.run.RunSummary.Time;
import io.llmops.eval.run.RunSummary.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A summary as JSON, a line a metric. */
final class SummaryJson {

    static final String SCHEMA = "llmops-summary/1";

    private SummaryJson() {}

    static String write(RunSummary summary) {
        var text = new StringBuilder("{\n\"id\": ").append(line(summary.id())).append(",\n\"metrics\": {");
        var separator = "\n";
        for (var metric : summary.metrics().entrySet()) {
            text.append(separator)
                    .append(line(metric.getKey()))
                    .append(": ")
                    .append(JsonForm.line(value(metric.getValue())));
            separator = ",\n";
        }
        return text.append("\n},\n\"observations\": ")
                .append(summary.observations())
                .append(",\n\"provenance\": ")
                .append(JsonForm.line(ProvenanceJson.write(summary.provenance())))
                .append(",\n\"schema\": ")
                .append(line(SCHEMA))
                .append(",\n\"started\": ")
                .append(line(summary.time().started().toString()))
                .append(",\n\"tags\": ")
                .append(JsonForm.line(JsonForm.MAPPER.valueToTree(summary.tags())))
                .append(",\n\"took\": ")
                .append(summary.time().took().toNanos())
                .append("\n}\n")
                .toString();
    }

    private static String line(String text) {
        return JsonForm.line(JsonForm.MAPPER.valueToTree(text));
    }

    private static JsonNode value(Value value) {
        var node = ValueJson.write(value.value());
        value.direction()
                .ifPresent(direction -> node.put("direction", direction.name().toLowerCase(Locale.ROOT)));
        return node;
    }

    /**
     * Reads a summary.
     *
     * @throws IllegalArgumentException if a field is missing or not what it should be
     */
    static RunSummary read(JsonNode root) {
        if (!root.path("schema").asText().equals(SCHEMA)) {
            throw new IllegalArgumentException("expected the schema " + SCHEMA + ", found another");
        }
        var metrics = new TreeMap<String, Value>();
        JsonForm.get(root, "metrics")
                .properties()
                .forEach(metric -> metrics.put(
                        metric.getKey(),
                        new Value(
                                ValueJson.read(metric.getValue()),
                                Optional.ofNullable(metric.getValue().get("direction"))
                                        .map(direction -> Direction.valueOf(
                                                direction.asText().toUpperCase(Locale.ROOT))))));
        var tags = new TreeMap<String, String>();
        root.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new RunSummary(
                JsonForm.get(root, "id").asText(),
                ProvenanceJson.read(JsonForm.get(root, "provenance")),
                new Time(
                        Instant.parse(JsonForm.get(root, "started").asText()),
                        Duration.ofNanos(JsonForm.get(root, "took").asLong())),
                JsonForm.get(root, "observations").asLong(),
                tags,
                metrics);
    }
}
