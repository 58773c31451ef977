package io.llmops.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Uncertainty;
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
                    + JsonForm.line(value(metric.getValue())));
            separator = ",\n";
        }
        out.write("\n},\n\"observations\": [");
        separator = "\n";
        for (var observation : run.observations()) {
            out.write(separator + JsonForm.line(observation(observation)));
            separator = ",\n";
        }
        out.write("\n],\n\"provenance\": " + JsonForm.line(provenance(run.provenance())));
        out.write(",\n\"schema\": \"" + SCHEMA + "\"");
        out.write(",\n\"timing\": " + JsonForm.line(timing(run)) + "\n}\n");
    }

    private static ObjectNode object() {
        return JsonForm.MAPPER.createObjectNode();
    }

    private static JsonNode value(MetricValue value) {
        return value.match(RunWriter::estimate, reason -> object().put("undefined", reason));
    }

    private static ObjectNode estimate(Estimate estimate) {
        var node = object();
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

    private static ObjectNode observation(Observation<?, ?, ?> observation) {
        var id = observation.id();
        var node = object().put("id", id);
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
                answer -> object().set("answered", tree(id, "answer", answer)),
                RunWriter::abstained,
                RunWriter::failed);
    }

    private static ObjectNode abstained(String reason) {
        return object().put("abstained", reason);
    }

    private static ObjectNode failed(String stage, String reason) {
        var node = object();
        node.putObject("failed").put("reason", reason).put("stage", stage);
        return node;
    }

    private static ObjectNode step(Trace.Step step) {
        return step.outcome()
                .<ObjectNode>match(RunWriter::stepValue, RunWriter::abstained, RunWriter::failed)
                .put("stage", step.stage());
    }

    private static ObjectNode stepValue(Object value) {
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
            return object().set("answered", JsonForm.MAPPER.valueToTree(value));
        }
        var type = value instanceof NotKept notKept
                ? notKept.type()
                : value.getClass().getTypeName();
        return object().put("answeredType", type);
    }

    private static ObjectNode score(Score score) {
        return score.match(
                number -> object().set("scored", JsonForm.number(number)),
                reason -> object().put("abstained", reason),
                reason -> object().put("failed", reason));
    }

    private static ObjectNode provenance(Provenance provenance) {
        var node = object().put("name", provenance.name());
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
        ObjectNode node = object().put("resamples", uncertainty.resamples()).put("seed", uncertainty.seed());
        node.set("level", JsonForm.number(uncertainty.level()));
        return node;
    }

    private static ObjectNode stage(PipelineIdentity.StageIdentity stage) {
        var node = object().put("name", stage.name());
        stage.description().ifPresent(description -> node.set("description", description(description)));
        return node;
    }

    private static ObjectNode description(Description description) {
        ObjectNode node = object().put("kind", description.kind());
        node.set("settings", JsonForm.MAPPER.valueToTree(description.settings()));
        return node;
    }

    /** All that may differ between two runs of the same thing; times of stages in nanoseconds, a list an observation. */
    private static ObjectNode timing(EvaluationRun<?, ?, ?> run) {
        var timing = run.timing();
        ObjectNode node = object().put("concurrency", timing.concurrency())
                .put("started", timing.started().toString())
                .put("took", timing.took().toNanos());
        List<List<Long>> steps = run.observations().stream()
                .map(observation -> observation.trace().steps().stream()
                        .map(step -> step.time().toNanos())
                        .toList())
                .toList();
        node.set("steps", JsonForm.MAPPER.valueToTree(steps));
        return node;
    }
}
