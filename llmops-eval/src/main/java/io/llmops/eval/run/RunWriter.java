package io.llmops.eval.run;

import io.llmops.core.pipeline.Trace;
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
                    + JsonForm.line(ValueJson.write(metric.getValue())));
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
        out.write("\n],\n\"provenance\": " + JsonForm.line(ProvenanceJson.write(run.provenance())));
        out.write(",\n\"schema\": \"" + SCHEMA + "\"");
        out.write(",\n\"timing\": ");
        timing(run);
        out.write("\n}\n");
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
