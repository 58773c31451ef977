package io.llmops.core.model.decorate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON without names that have no value or an empty one, which versions of a library add and drop. */
final class Pruned {

    private Pruned() {}

    static JsonNode of(JsonNode json) {
        if (json instanceof ObjectNode object) {
            var pruned = object.objectNode();
            object.properties().forEach(entry -> {
                var value = of(entry.getValue());
                if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                    pruned.set(entry.getKey(), value);
                }
            });
            return pruned;
        }
        if (json instanceof ArrayNode array) {
            var pruned = array.arrayNode();
            array.forEach(element -> pruned.add(of(element)));
            return pruned;
        }
        return json;
    }
}
