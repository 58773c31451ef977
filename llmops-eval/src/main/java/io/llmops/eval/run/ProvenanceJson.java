package io.llmops.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.llmops.core.Fingerprint;
import io.llmops.core.pipeline.Description;
import io.llmops.eval.metric.Uncertainty;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a run came about, as JSON, in run files, logs, summaries and baselines. */
final class ProvenanceJson {

    private ProvenanceJson() {}

    static ObjectNode write(Provenance provenance) {
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

    /**
     * Reads a provenance.
     *
     * @throws IllegalArgumentException if a field is missing or not what it should be
     */
    static Provenance read(JsonNode node) {
        var environment = JsonForm.get(node, "environment");
        return new Provenance(
                JsonForm.get(node, "name").asText(),
                dataset(JsonForm.get(node, "dataset")),
                pipeline(JsonForm.get(node, "pipeline")),
                uncertainty(JsonForm.get(node, "intervals")),
                new Environment(
                        JsonForm.get(environment, "llmops").asText(),
                        JsonForm.get(environment, "java").asText(),
                        Optional.ofNullable(environment.get("commit")).map(JsonNode::asText)));
    }

    static DatasetIdentity dataset(JsonNode node) {
        return new DatasetIdentity(
                JsonForm.get(node, "name").asText(),
                JsonForm.get(node, "size").asLong(),
                new Fingerprint(JsonForm.get(node, "fingerprint").asText()));
    }

    static Uncertainty uncertainty(JsonNode node) {
        return new Uncertainty(
                JsonForm.number(JsonForm.get(node, "level")),
                JsonForm.get(node, "resamples").asInt(),
                JsonForm.get(node, "seed").asLong());
    }

    static PipelineIdentity pipeline(JsonNode node) {
        var stages = new ArrayList<PipelineIdentity.StageIdentity>();
        JsonForm.get(node, "stages")
                .forEach(stage -> stages.add(new PipelineIdentity.StageIdentity(
                        JsonForm.get(stage, "name").asText(),
                        Optional.ofNullable(stage.get("description")).map(ProvenanceJson::description))));
        return new PipelineIdentity(
                stages, new Fingerprint(JsonForm.get(node, "fingerprint").asText()));
    }

    private static Description description(JsonNode node) {
        Map<String, String> settings = new TreeMap<>();
        JsonForm.get(node, "settings")
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return Description.of(JsonForm.get(node, "kind").asText(), settings);
    }
}
