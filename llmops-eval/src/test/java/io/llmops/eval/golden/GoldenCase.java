package io.llmops.eval.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** One case: what goes in and what the reference program gave. */
public record GoldenCase(String id, String group, JsonNode params, JsonNode input, JsonNode expected) {

    static GoldenCase from(JsonNode node) {
        return new GoldenCase(
                node.get("id").textValue(),
                node.get("group").textValue(),
                node.get("params"),
                node.get("input"),
                node.get("expected"));
    }

    /** Returns whether the input is in files of a data set. */
    boolean namesFiles() {
        return StreamSupport.stream(((Iterable<String>) input::fieldNames).spliterator(), false)
                .anyMatch(name -> name.endsWith("file") || name.endsWith("files"));
    }

    /** Returns an array of numbers of the input. */
    public double[] numbers(String key) {
        return numbers(input.get(key));
    }

    /** Returns a number; the strings NaN, Infinity and -Infinity are read as such. */
    public static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
    }

    /** Returns an array of numbers. */
    public static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(GoldenCase::number)
                .toArray();
    }
}
