package io.llmops.eval.junit;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which examples of a dataset are tried: those that have the tags, and of them a sample.
 *
 * @param most how many; 0 for all
 * @param tags the values a tag may have, by its name
 */
record Subset(int most, Map<String, Set<String>> tags) {

    static final String SAMPLE = "llmops.sample";
    static final String TAGS = "llmops.tags";

    private static final long SEED = 42;

    static Subset parse(String sample, String tags) {
        var byName = new LinkedHashMap<String, Set<String>>();
        for (var pair : tags.isBlank() ? new String[0] : tags.split(",", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new IllegalArgumentException(
                        "expected " + TAGS + " to be names and values such as channel=mail,language=en, found no '='");
            }
            byName.computeIfAbsent(parts[0].strip(), name -> new LinkedHashSet<>())
                    .add(parts[1].strip());
        }
        return new Subset(number(sample.strip()), byName);
    }

    private static int number(String text) {
        try {
            var number = text.isEmpty() ? 0 : Integer.parseInt(text);
            if (number > 0 || text.isEmpty()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("expected " + SAMPLE + " to be a number above 0, found another value");
    }

    boolean isWhole() {
        return most == 0 && tags.isEmpty();
    }

    <I, R> Dataset<I, R> of(Dataset<I, R> dataset) {
        if (isWhole()) {
            return dataset;
        }
        var tagged = tags.isEmpty() ? dataset : dataset.filter(this::hasTheTags);
        var size = tagged.size();
        if (size == 0) {
            throw new IllegalArgumentException("expected examples of '" + dataset.name() + "' with the tags " + tags
                    + " (" + TAGS + "), found none");
        }
        return most == 0 || most >= size ? tagged : tagged.sample(most, SEED);
    }

    private boolean hasTheTags(Example<?, ?> example) {
        return tags.entrySet().stream()
                .allMatch(tag -> tag.getValue().contains(example.tags().get(tag.getKey())));
    }

    @Override
    public String toString() {
        return (most == 0 ? "" : SAMPLE + "=" + most + " ") + (tags.isEmpty() ? "" : TAGS + "=" + tags);
    }
}
