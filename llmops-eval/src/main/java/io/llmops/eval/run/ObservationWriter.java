package io.llmops.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes observations as JSON, keys in alphabetical order, into bytes that are used again. Names (of fields, stages, tags
 * and scores) are the program's and stay; every other text is passed through a redaction. Not safe for use by many
 * threads.
 */
final class ObservationWriter {

    private final JsonBytes json;
    private final UnaryOperator<String> redaction;
    private final boolean inputs;

    /** A writer; without inputs also without references and without what stages returned on the way. */
    ObservationWriter(JsonBytes json, UnaryOperator<String> redaction, boolean inputs) {
        this.json = json;
        this.redaction = redaction;
        this.inputs = inputs;
    }

    /** Writes an observation as run files have it, without its times, which differ from run to run. */
    void write(Observation<?, ?, ?> observation) {
        json.raw("{");
        row(observation, false);
    }

    /** Writes an observation as run logs have it, with the place of its example in the dataset, from 0, and its times. */
    void write(Observation<?, ?, ?> observation, long position) {
        json.raw("{\"at\":").number(position).raw(",");
        row(observation, inputs);
    }

    private void row(Observation<?, ?, ?> observation, boolean times) {
        var id = observation.id();
        var steps = inputs ? observation.trace().steps() : List.<Trace.Step>of();
        json.raw("\"id\":").text(id);
        if (inputs) {
            json.raw(",\"input\":");
            value(id, "input", observation.example().input());
        }
        if (times) {
            nanos(steps);
        }
        json.raw(",\"outcome\":{");
        outcome(id, observation.outcome());
        json.raw("}");
        if (inputs) {
            json.raw(",\"reference\":");
            value(id, "reference", observation.reference());
        }
        if (observation.repeat() > 0) {
            json.raw(",\"repeat\":").number(observation.repeat());
        }
        scores(observation.scores());
        json.raw(",\"steps\":[");
        for (var i = 0; i < steps.size(); i++) {
            json.raw(i == 0 ? "{" : ",{");
            step(steps.get(i));
        }
        json.raw("]");
        tags(observation.example().tags());
        if (!observation.usage().equals(Usage.NONE)) {
            usage(observation.usage());
        }
        json.raw("}");
    }

    private void nanos(List<Trace.Step> steps) {
        json.raw(",\"nanos\":[");
        for (var i = 0; i < steps.size(); i++) {
            json.raw(i == 0 ? "" : ",").number(steps.get(i).time().toNanos());
        }
        json.raw("]");
    }

    private void outcome(String id, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Answered<?> answered) {
            json.raw("\"answered\":");
            value(id, "answer", answered.value());
        } else {
            noAnswer(outcome);
        }
    }

    private void noAnswer(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Abstained<?> abstained) {
            json.raw("\"abstained\":").text(redaction.apply(abstained.reason()));
        } else if (outcome instanceof Outcome.Failed<?> failed) {
            json.raw("\"failed\":{\"reason\":")
                    .text(redaction.apply(failed.reason()))
                    .raw(",\"stage\":")
                    .text(failed.stage())
                    .raw("}");
        }
    }

    private void step(Trace.Step step) {
        if (!(step.outcome() instanceof Outcome.Answered<?> answered)) {
            noAnswer(step.outcome());
        } else if (answered.value() instanceof CharSequence
                || answered.value() instanceof Number
                || answered.value() instanceof Boolean) {
            json.raw("\"answered\":");
            value(step.stage(), "value", answered.value());
        } else {
            json.raw("\"answeredType\":").text(typeOf(answered.value()));
        }
        json.raw(",\"stage\":").text(step.stage()).raw("}");
    }

    private static String typeOf(Object value) {
        return value instanceof NotKept notKept
                ? notKept.type()
                : value.getClass().getTypeName();
    }

    private void scores(Map<String, Score> scores) {
        var separator = ",\"scores\":{";
        for (var score : scores.entrySet()) {
            json.raw(separator).text(score.getKey()).raw(":{");
            score(score.getValue());
            json.raw("}");
            separator = ",";
        }
        json.raw(scores.isEmpty() ? "" : "}");
    }

    private void score(Score score) {
        if (score instanceof Score.Scored scored) {
            json.raw("\"scored\":").decimal(scored.value());
        } else if (score instanceof Score.Abstained abstained) {
            json.raw("\"abstained\":").text(redaction.apply(abstained.reason()));
        } else if (score instanceof Score.Failed failed) {
            json.raw("\"failed\":").text(redaction.apply(failed.reason()));
        }
    }

    private void tags(Map<String, String> tags) {
        var separator = ",\"tags\":{";
        for (var tag : tags.entrySet()) {
            json.raw(separator).text(tag.getKey()).raw(":").text(redaction.apply(tag.getValue()));
            separator = ",";
        }
        json.raw(tags.isEmpty() ? "" : "}");
    }

    private void usage(Usage usage) {
        json.raw(",\"usage\":{\"calls\":")
                .number(usage.calls())
                .raw(",\"inputTokens\":")
                .number(usage.inputTokens())
                .raw(",\"outputTokens\":")
                .number(usage.outputTokens())
                .raw(",\"unreported\":")
                .number(usage.unreported())
                .raw("}");
    }

    private void value(String id, String what, Object value) {
        if (value instanceof String text) {
            json.text(redaction.apply(text));
        } else if (value instanceof Integer || value instanceof Long) {
            json.number(((Number) value).longValue());
        } else {
            var tree = redacted(tree(id, what, value));
            json.json(JsonForm.line(tree));
        }
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

    private JsonNode redacted(JsonNode node) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(redaction.apply(text.textValue()));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(redacted(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, redacted(array.get(i)));
            }
        }
        return node;
    }
}
