package io.llmops.eval.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.TreeMap;

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
        for (var observation : run.observations()) {
            out.write(separator + JsonForm.line(ObservationJson.write(observation)));
            separator = ",\n";
        }
        out.write("\n],\n\"provenance\": " + JsonForm.line(ProvenanceJson.write(run.provenance())));
        out.write(",\n\"schema\": \"" + SCHEMA + "\"");
        out.write(",\n\"timing\": " + JsonForm.line(timing(run)) + "\n}\n");
    }

    /** All that may differ between two runs of the same thing; times of stages in nanoseconds, a list an observation. */
    private static ObjectNode timing(EvaluationRun<?, ?, ?> run) {
        var timing = run.timing();
        ObjectNode node = JsonForm.object()
                .put("concurrency", timing.concurrency())
                .put("started", timing.started().toString())
                .put("took", timing.took().toNanos());
        if (!timing.notes().isEmpty()) {
            node.set("notes", JsonForm.MAPPER.valueToTree(timing.notes()));
        }
        List<List<Long>> steps = run.observations().stream()
                .map(observation -> observation.trace().steps().stream()
                        .map(step -> step.time().toNanos())
                        .toList())
                .toList();
        node.set("steps", JsonForm.MAPPER.valueToTree(steps));
        return node;
    }
}
