package io.llmops.eval.metric.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.llmops.eval.metric.Scorer;

/** Checks answers against a JSON Schema with networknt's validator, which is kept from fetching anything. */
final class JsonConformity {

    private static final String STANDARDS = "//json-schema.org/";

    private JsonConformity() {}

    static Scorer<Object, Object> scorer(String schema) {
        var node = JsonText.read(schema)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a JSON Schema, found what is no JSON: " + excerpt(schema)));
        var validator = validator(node);
        return TextScorer.holding(
                TextScorers.JSON_CONFORMS.name(),
                TextScorers.JSON_CONFORMS.definition(),
                answer -> JsonText.read(answer)
                        .map(json -> validator.validate(json).isEmpty())
                        .orElse(false));
    }

    private static Schema validator(JsonNode node) {
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaLoader(loader -> loader.allow(JsonConformity::isStandard)));
        try {
            var schema = registry.getSchema(node);
            schema.initializeValidators();
            return schema;
        } catch (SchemaException problem) {
            throw new IllegalArgumentException(
                    "expected a JSON Schema without references outside itself, none are fetched; found: "
                            + excerpt(String.valueOf(problem.getMessage())),
                    problem);
        }
    }

    /** The meta-schemas, which are in the validator's jar. */
    private static boolean isStandard(AbsoluteIri address) {
        return address.toString().startsWith("https:" + STANDARDS)
                || address.toString().startsWith("http:" + STANDARDS);
    }

    private static String excerpt(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
