package io.llmops.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.stats.Interval;
import java.util.Optional;

/** A metric's value as JSON. */
final class ValueJson {

    private ValueJson() {}

    static ObjectNode write(MetricValue value) {
        return value.match(ValueJson::estimate, reason -> JsonForm.object().put("undefined", reason));
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

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if a field is missing or not what it should be
     */
    static MetricValue read(JsonNode node) {
        if (node.has("undefined")) {
            return new Undefined(node.get("undefined").asText());
        }
        var bounds = Optional.ofNullable(node.get("interval"));
        var reach = JsonForm.get(node, "reach");
        return new Estimate(
                JsonForm.number(JsonForm.get(node, "value")),
                bounds.map(b -> new Interval(
                        JsonForm.number(JsonForm.get(b, "lower")),
                        JsonForm.number(JsonForm.get(b, "upper")),
                        JsonForm.number(JsonForm.get(b, "level")),
                        JsonForm.get(b, "method").asText())),
                JsonForm.get(node, "n").asLong(),
                JsonForm.get(node, "excluded").asLong(),
                new Reach(
                        JsonForm.number(JsonForm.get(reach, "lowest")),
                        JsonForm.number(JsonForm.get(reach, "highest"))));
    }
}
