package io.llmops.preprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** One file of reference results: its cases, and what came of checking them. */
final class GoldenFile {

    private static final int SHOWN = 20;

    private final String name;
    private final JsonNode cases;
    private final List<String> failures = new ArrayList<>();
    private int checks;
    private int passed;
    private int unsupported;

    private GoldenFile(String name, JsonNode cases) {
        this.name = name;
        this.cases = cases;
    }

    static GoldenFile read(Path folder, String name) {
        try {
            var file =
                    new ObjectMapper().readTree(folder.resolve(name + ".json").toFile());
            return new GoldenFile(name, file.get("cases"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GoldenFile forEach(Consumer<JsonNode> check) {
        cases.forEach(check);
        return this;
    }

    /** Counts one check of a case: what was expected under a key, and what we found. */
    void check(JsonNode golden, String key, Object expected, Object found) {
        checks++;
        if (Objects.equals(expected, found)) {
            passed++;
        } else if (Unsupported.reason(name, golden, key).isPresent()) {
            unsupported++;
        } else {
            failures.add(
                    name + " " + golden.get("id").asText() + " " + key + ": expected " + expected + ", found " + found);
        }
    }

    /** Counts a check of something the library does not have. */
    void skip(JsonNode golden, String key) {
        checks++;
        unsupported++;
        if (Unsupported.reason(name, golden, key).isEmpty()) {
            throw new IllegalStateException("no reason is written for " + name + " " + key);
        }
    }

    List<String> failures() {
        return failures.subList(0, Math.min(SHOWN, failures.size()));
    }

    String line() {
        return String.format(
                "golden %s: %d cases, %d checks, %d passed, %d failed, %d unsupported",
                name, cases.size(), checks, passed, failures.size(), unsupported);
    }
}
