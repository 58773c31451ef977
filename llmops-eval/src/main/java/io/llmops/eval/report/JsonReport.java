package io.llmops.eval.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.llmops.eval.compare.Difference;
import io.llmops.eval.compare.ExampleChange;
import io.llmops.eval.compare.Significance;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.run.Provenance;
import java.util.List;

/** A report as JSON, in ASCII, fields in a fixed order; {@code report-schema.json} beside this class describes it. */
final class JsonReport {

    private static final String SCHEMA = "llmops-report/1";
    private static final double MILLI = 1e6;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance)
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private final Report report;

    JsonReport(Report report) {
        this.report = report;
    }

    String text() {
        var root = MAPPER.createObjectNode().put("schema", SCHEMA);
        root.set("run", provenance(report.run().provenance()));
        outcomes(root.putObject("outcomes"));
        var metrics = root.putObject("metrics");
        report.run().metrics().forEach((name, value) -> metrics.set(name, value(name, value)));
        cost(root.putObject("cost"));
        report.compared().ifPresent(compared -> comparison(compared, root.putObject("comparison")));
        report.verdict().ifPresent(verdict -> verdict(verdict, root.putObject("verdict")));
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static ObjectNode provenance(Provenance provenance) {
        var node = MAPPER.createObjectNode().put("name", provenance.name());
        node.putObject("dataset")
                .put("name", provenance.dataset().name())
                .put("size", provenance.dataset().size())
                .put("fingerprint", provenance.dataset().fingerprint().sha256());
        var pipeline = node.putObject("pipeline");
        pipeline.put("fingerprint", provenance.pipeline().fingerprint().sha256());
        var stages = pipeline.putArray("stages");
        provenance.pipeline().stages().forEach(stage -> stages.add(stage.name()));
        node.putObject("intervals")
                .put("level", provenance.uncertainty().level())
                .put("resamples", provenance.uncertainty().resamples())
                .put("seed", provenance.uncertainty().seed());
        var environment = node.putObject("environment");
        environment.put("llmops", provenance.environment().library());
        environment.put("java", provenance.environment().jdk());
        provenance.environment().commit().ifPresent(commit -> environment.put("commit", commit));
        return node;
    }

    private void outcomes(ObjectNode node) {
        var tally = new Tally(report.run().observations());
        node.put("observations", tally.size());
        node.put("answered", tally.answered());
        node.put("right", tally.right());
        node.put("abstained", tally.abstained());
        node.put("failed", tally.failed());
    }

    private ObjectNode value(String name, MetricValue value) {
        var node = value(value);
        report.run().describe(name).ifPresent(description -> {
            node.put("direction", description.direction().name());
            node.put("definition", description.definition());
        });
        return node;
    }

    private static ObjectNode value(MetricValue value) {
        var node = MAPPER.createObjectNode();
        if (value instanceof MetricValue.Undefined undefined) {
            return node.put("undefined", undefined.reason());
        }
        var estimate = (MetricValue.Estimate) value;
        node.put("value", estimate.value());
        estimate.interval().ifPresent(interval -> {
            var bounds = node.putObject("interval");
            bounds.set("lower", number(interval.lower()));
            bounds.set("upper", number(interval.upper()));
            bounds.put("level", interval.level());
            bounds.put("method", interval.method());
        });
        return node.put("n", estimate.n()).put("excluded", estimate.excluded());
    }

    /** JSON has no infinite numbers: they are written as words. */
    private static JsonNode number(double number) {
        return Double.isFinite(number) ? DoubleNode.valueOf(number) : TextNode.valueOf(Double.toString(number));
    }

    private void cost(ObjectNode node) {
        var timing = report.run().timing();
        node.put("started", timing.started().toString());
        node.put("tookMilliseconds", timing.took().toNanos() / MILLI);
        var times = new Times(report.run().observations());
        if (!times.isEmpty()) {
            node.put("p50Milliseconds", times.quantile(0.5).toNanos() / MILLI);
            node.put("p95Milliseconds", times.quantile(0.95).toNanos() / MILLI);
        }
        var usage = report.run().usage();
        node.put("calls", usage.calls());
        node.put("inputTokens", usage.inputTokens());
        node.put("outputTokens", usage.outputTokens());
        node.put("unreportedCalls", usage.unreported());
    }

    private static void comparison(Compared compared, ObjectNode node) {
        node.put("baseline", compared.comparison().baseline().name());
        node.set("changes", MAPPER.valueToTree(compared.comparison().changes()));
        node.set("warnings", MAPPER.valueToTree(compared.comparison().warnings()));
        var metrics = node.putObject("metrics");
        for (var i = 0; i < compared.differences().size(); i++) {
            var difference = compared.differences().get(i);
            metrics.set(
                    difference.metric(),
                    difference(difference, compared.significance().get(i)));
        }
        compared.main().ifPresent(name -> node.put("examplesBy", name));
        node.set("broken", ids(compared.broken()));
        node.set("fixed", ids(compared.fixed()));
        var slices = node.putArray("slices");
        compared.slices().forEach(slice -> {
            var one = slices.addObject().put("tag", slice.tag()).put("value", slice.value());
            values(slice.difference(), one);
            one.put("p", slice.test().pValue()).put("adjustedP", slice.adjustedP());
        });
    }

    private static void values(Difference difference, ObjectNode into) {
        into.set("baseline", value(difference.baseline()));
        into.set("other", value(difference.other()));
        into.set("change", value(difference.change()));
    }

    private static ObjectNode difference(Difference difference, Significance significance) {
        var node = MAPPER.createObjectNode();
        values(difference, node);
        significance.test().ifPresent(test -> node.put("p", test.pValue()).put("test", test.method()));
        significance
                .effect()
                .ifPresent(effect -> node.putObject("effect")
                        .put("method", effect.method())
                        .put("value", effect.value())
                        .put("size", effect.word()));
        return node;
    }

    private static JsonNode ids(List<ExampleChange<?, ?>> changes) {
        var ids = MAPPER.createArrayNode();
        changes.forEach(change -> ids.addObject()
                .put("id", change.pair().other().id())
                .put("repeat", change.pair().other().repeat())
                .put("before", change.before())
                .put("after", change.after()));
        return ids;
    }

    private static void verdict(Verdict verdict, ObjectNode node) {
        node.put("decision", verdict.decision().name());
        var findings = node.putArray("findings");
        verdict.findings()
                .forEach(finding -> findings.addObject()
                        .put("condition", finding.condition())
                        .put("metric", finding.metric())
                        .put("decision", finding.decision().name())
                        .put("reason", finding.reason())
                        .set("value", value(finding.value())));
    }
}
