package io.llmops.preprocess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML: a text, a list, or fields. Every scalar is a text here, as it is written. Immutable. */
sealed interface YamlNode {

    /** {@return where it starts} */
    YamlMark mark();

    /** A text. */
    record Scalar(String text, YamlMark mark) implements YamlNode {}

    /** A list. */
    record Items(List<YamlNode> nodes, YamlMark mark) implements YamlNode {

        public Items {
            nodes = List.copyOf(nodes);
        }
    }

    /** Fields in the order they are written. */
    record Fields(Map<String, YamlNode> nodes, YamlMark mark) implements YamlNode {

        public Fields {
            nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        }
    }

    /** {@return what kind of node this is, for a message} */
    default String kind() {
        if (this instanceof Scalar scalar) {
            return YamlFlow.excerpt(scalar.text());
        }
        return this instanceof Items ? "a list" : "fields";
    }
}
