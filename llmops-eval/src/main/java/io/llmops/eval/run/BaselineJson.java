package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.LlmopsException;
import io.llmops.eval.metric.MetricValue;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A baseline as JSON, keys in alphabetical order, a line an example and a metric. */
final class BaselineJson {

    static final String SCHEMA = "llmops-baseline/";
    static final int VERSION = 1;

    private static final Pattern FORMAT = Pattern.compile("llmops-baseline/(\\d{1,9})");

    private BaselineJson() {}

    static String write(Baseline baseline) {
        var provenance = ProvenanceJson.write(provenance(baseline));
        var made = JsonForm.object().put("llmops", baseline.made().library());
        made.set("intervals", provenance.get("intervals"));
        var text = new StringBuilder("{\n\"dataset\": ").append(JsonForm.line(provenance.get("dataset")));
        text.append(",\n\"examples\": [");
        var separator = "\n";
        for (var row : baseline.rows()) {
            text.append(separator).append(JsonForm.line(row.json()));
            separator = ",\n";
        }
        text.append("\n],\n\"made\": ").append(JsonForm.line(made)).append(",\n\"metrics\": {");
        separator = "\n";
        for (var metric : baseline.metrics().entrySet()) {
            text.append(separator)
                    .append(line(metric.getKey()))
                    .append(": ")
                    .append(JsonForm.line(ValueJson.write(metric.getValue())));
            separator = ",\n";
        }
        return text.append("\n},\n\"name\": ")
                .append(line(baseline.name()))
                .append(",\n\"pipeline\": ")
                .append(JsonForm.line(provenance.get("pipeline")))
                .append(",\n\"schema\": ")
                .append(line(SCHEMA + VERSION))
                .append("\n}\n")
                .toString();
    }

    private static Provenance provenance(Baseline baseline) {
        return new Provenance(
                baseline.name(),
                baseline.dataset(),
                baseline.pipeline(),
                baseline.made().uncertainty(),
                new Environment(baseline.made().library(), "", Optional.empty()));
    }

    private static String line(String text) {
        return JsonForm.line(JsonForm.MAPPER.valueToTree(text));
    }

    static Baseline read(String source, String json) {
        try {
            var root = JsonForm.MAPPER.readTree(json);
            requireKnown(source, root);
            var rows = new ArrayList<BaselineRow>();
            JsonForm.get(root, "examples").forEach(row -> rows.add(BaselineRow.read(row)));
            Map<String, MetricValue> metrics = new TreeMap<>();
            JsonForm.get(root, "metrics")
                    .properties()
                    .forEach(metric -> metrics.put(metric.getKey(), ValueJson.read(metric.getValue())));
            var made = JsonForm.get(root, "made");
            return new Baseline(
                    new Baseline.Subject(
                            JsonForm.get(root, "name").asText(),
                            ProvenanceJson.dataset(JsonForm.get(root, "dataset")),
                            ProvenanceJson.pipeline(JsonForm.get(root, "pipeline"))),
                    new Baseline.Made(
                            JsonForm.get(made, "llmops").asText(),
                            ProvenanceJson.uncertainty(JsonForm.get(made, "intervals"))),
                    metrics,
                    rows);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new LlmopsException(
                    source + ":" + (where == null ? 1 : where.getLineNr())
                            + ": expected the JSON of a baseline, found what is none",
                    e);
        } catch (IllegalArgumentException e) {
            throw new LlmopsException(
                    source + ": expected a baseline, found a file that is none: " + e.getMessage(), e);
        }
    }

    private static void requireKnown(String source, JsonNode root) {
        var schema = root.path("schema").asText();
        var format = FORMAT.matcher(schema);
        if (!format.matches()) {
            throw new LlmopsException(source + ": expected the schema " + SCHEMA + VERSION + ", found "
                    + (schema.isEmpty() ? "none" : Quoted.of(schema)));
        }
        if (Integer.parseInt(format.group(1)) > VERSION) {
            throw new LlmopsException(
                    source + ": expected the schema " + SCHEMA + VERSION + " or an earlier one, found "
                            + schema + ", which llmops "
                            + Quoted.of(root.path("made").path("llmops").asText("?"))
                            + " has written; use that, or make the baseline anew");
        }
    }
}
