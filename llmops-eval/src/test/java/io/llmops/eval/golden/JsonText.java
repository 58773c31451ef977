package io.llmops.eval.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Words that stand for numbers JSON does not have. */
final class JsonText {

    static final JsonNode NAN = TextNode.valueOf("NaN");

    static final JsonNode UNDEFINED = TextNode.valueOf("undefined");

    private JsonText() {}
}
