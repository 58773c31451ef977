package io.llmops.eval.junit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the tests of a suite are set, by system properties and JUnit configuration parameters.
 *
 * @param folders where things are
 * @param baseline what is done with baselines
 * @param subset which examples are tried
 * @param inconclusive what becomes of inconclusive tests, if that is said for all
 */
record Settings(Folders folders, BaselineMode baseline, Subset subset, Optional<Inconclusive> inconclusive) {

    /** Where things are. */
    record Folders(Path runs, Path reports, Path baselines, Path cassettes) {}

    static Settings of(Function<String, Optional<String>> parameters) {
        Function<String, String> text = key -> parameters.apply(key).orElse("");
        return new Settings(
                new Folders(
                        path(parameters, "llmops.runs", "target/llmops/runs"),
                        path(parameters, "llmops.reports", "target/llmops/reports"),
                        path(parameters, "llmops.baselines", "src/test/resources/llmops/baselines"),
                        path(parameters, "llmops.cassettes", "src/test/resources/llmops/cassettes")),
                BaselineMode.parse(text.apply(BaselineMode.PROPERTY)),
                Subset.parse(text.apply(Subset.SAMPLE), text.apply(Subset.TAGS)),
                parameters
                        .apply(Inconclusive.PROPERTY)
                        .filter(value -> !value.isBlank())
                        .map(Inconclusive::parse));
    }

    private static Path path(Function<String, Optional<String>> parameters, String key, String otherwise) {
        return Path.of(parameters.apply(key).filter(value -> !value.isBlank()).orElse(otherwise));
    }
}
