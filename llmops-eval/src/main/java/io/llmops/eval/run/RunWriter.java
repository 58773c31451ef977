package io.llmops.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Trace;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Uncertainty;
import java.io.IOException;
import java.io.Writer;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes one run, keys in alphabetical order. */
final class RunWriter {

    static final String SCHEMA = "llmops-run/1";

    private final Writer out;

    RunWriter(Writer out) {
        this.out = out;
    }

    void write(EvaluationRun<?, ?, ?> run) throws IOException {
        out.write("{\n\"metrics\": {");
        var separator = "\n";
        for (var metric : new TreeMap<>(run.metrics()).entrySet()) {
            out.write(separator + JsonForm.line(JsonForm.MAPPER.valueToTree(metric.getKey())) + ": "
                    + JsonForm.line(value(metric.getValue())));
            separator = ",\n";
        }
        out.write("\n},\n\"observations\": [");
        separator = "\n";
        var json = new JsonBytes();
        var row = new ObservationWriter(json, UnaryOperator.identity(), true);
        for (var observation : run.observations()) {
            json.clear();
            row.write(observation);
            out.write(separator);
            out.write(json.toString());
            separator = ",\n";
        }
        out.write("\n],\n\"provenance\": " + JsonForm.line(provenance(run.provenance())));
        out.write(",\n\"schema\": \"" + SCHEMA + "\"");
        out.write(",\n\"timing\": ");
        timing(run);
        out.write("\n}\n");
    }

    private static JsonNode value(MetricValue value) {
        return value.match(RunWriter::estimate, reason -> JsonForm.object().put("undefined", reason));
    }

    private static ObjectNode estimate(Estimate estimate) {
        var node = JsonForm.object();
        node.set("value", JsonForm.number(estimate.value()));
        node.put("n", estimate.n());
        node.put("excluded", estimate.excluded());
        estimate.interval().ifPresent(interval -> {
            var bounds = node.putObject("interval");
            bounds.set("lower", JsonForm.number(interval.lower()));
            bounds.set("upper", JsonForm.number(interval.upper()));
            bounds.set("level", JsonForm.number(interval.level()));
            bounds.put("method", interval.method());
        });
        var reach = node.putObject("reach");
        reach.set("lowest", JsonForm.number(estimate.reach().lowest()));
        reach.set("highest", JsonForm.number(estimate.reach().highest()));
        return node;
    }

    static ObjectNode provenance(Provenance provenance) {
        var node = JsonForm.object().put("name", provenance.name());
        var dataset = provenance.dataset();
        node.putObject("dataset")
                .put("name", dataset.name())
                .put("size", dataset.size())
                .put("fingerprint", dataset.fingerprint().sha256());
        var pipeline = node.putObject("pipeline");
        pipeline.put("fingerprint", provenance.pipeline().fingerprint().sha256());
        var stages = pipeline.putArray("stages");
        provenance.pipeline().stages().forEach(stage -> stages.add(stage(stage)));
        node.set("intervals", uncertainty(provenance.uncertainty()));
        var environment = node.putObject("environment");
        environment.put("llmops", provenance.environment().library());
        environment.put("java", provenance.environment().jdk());
        provenance.environment().commit().ifPresent(commit -> environment.put("commit", commit));
        return node;
    }

    private static ObjectNode uncertainty(Uncertainty uncertainty) {
        ObjectNode node =
                JsonForm.object().put("resamples", uncertainty.resamples()).put("seed", uncertainty.seed());
        node.set("level", JsonForm.number(uncertainty.level()));
        return node;
    }

    private static ObjectNode stage(PipelineIdentity.StageIdentity stage) {
        var node = JsonForm.object().put("name", stage.name());
        stage.description().ifPresent(description -> node.set("description", description(description)));
        return node;
    }

    private static ObjectNode description(Description description) {
        ObjectNode node = JsonForm.object().put("kind", description.kind());
        node.set("settings", JsonForm.MAPPER.valueToTree(description.settings()));
        return node;
    }

    /** All that may differ between two runs of the same thing; times of stages in nanoseconds, a list an observation. */
    private void timing(EvaluationRun<?, ?, ?> run) throws IOException {
        var timing = run.timing();
        out.write("{\"concurrency\":" + timing.concurrency());
        if (!timing.notes().isEmpty()) {
            out.write(",\"notes\":" + JsonForm.line(JsonForm.MAPPER.valueToTree(timing.notes())));
        }
        out.write(",\"started\":\"" + timing.started() + "\",\"steps\":[");
        var separator = "";
        for (var observation : run.observations()) {
            out.write(separator + "[" + nanos(observation.trace()) + "]");
            separator = ",";
        }
        out.write("],\"took\":" + timing.took().toNanos() + "}");
    }

    private static String nanos(Trace<?> trace) {
        return trace.steps().stream()
                .map(step -> Long.toString(step.time().toNanos()))
                .collect(Collectors.joining(","));
    }
}
