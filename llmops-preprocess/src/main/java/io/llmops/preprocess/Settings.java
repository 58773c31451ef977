package io.llmops.preprocess;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings a step was given, by name. Immutable. */
record Settings(String step, Map<String, YamlNode> byName, YamlMark mark) {

    boolean has(String name) {
        return byName.containsKey(name);
    }

    String text(String name) {
        if (given(name) instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        throw wrong(name, "a text");
    }

    int number(String name) {
        var text = text(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number");
        }
    }

    Locale locale(String name) {
        return Locale.forLanguageTag(text(name));
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        return constant(name, text(name), type);
    }

    <E extends Enum<E>> Set<E> someOf(String name, Class<E> type) {
        return texts(name).stream()
                .map(text -> constant(name, text, type))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return constant;
            }
        }
        var known = List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
        throw wrong(name, "one of " + known);
    }

    /** The texts of a list; none if the setting is not given. */
    List<String> texts(String name) {
        return has(name) ? texts(name, given(name)) : List.of();
    }

    Map<String, List<String>> textsByName(String name) {
        if (!(given(name) instanceof YamlNode.Fields fields)) {
            throw wrong(name, "fields");
        }
        var texts = new LinkedHashMap<String, List<String>>();
        fields.nodes().forEach((key, node) -> texts.put(key, texts(name, node)));
        return texts;
    }

    <T> T step(String name, Steps<T> steps) {
        return steps.read(given(name));
    }

    private List<String> texts(String name, YamlNode node) {
        if (!(node instanceof YamlNode.Items items)) {
            throw wrong(name, "a list of texts");
        }
        return items.nodes().stream()
                .map(item -> {
                    if (item instanceof YamlNode.Scalar scalar) {
                        return scalar.text();
                    }
                    throw wrong(name, "a list of texts");
                })
                .toList();
    }

    private YamlNode given(String name) {
        var node = byName.get(name);
        if (node == null) {
            throw mark.error(step + ": expected the setting '" + name + "', found " + byName.keySet());
        }
        return node;
    }

    private RuntimeException wrong(String name, String expected) {
        return mark.error(step + ": expected " + expected + " for '" + name + "', found "
                + given(name).kind());
    }
}
