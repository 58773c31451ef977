package io.llmops.eval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs the checkers, prints a line for each file and keeps the lines in {@code target/golden.tsv}. */
public final class GoldenRun {

    private static final Path LINES = Path.of("target", "golden.tsv");

    private GoldenRun() {}

    /** Returns a test for each file; one that says so when there are no files. */
    public static Stream<DynamicTest> tests() {
        List<GoldenFile> files = GoldenFile.all();
        if (files.isEmpty()) {
            String absent = "no golden files in " + GoldenFile.directory();
            return Stream.of(DynamicTest.dynamicTest(absent, () -> abort(absent)));
        }
        try {
            Files.createDirectories(LINES.getParent());
            Files.deleteIfExists(LINES);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
        return files.stream().map(file -> DynamicTest.dynamicTest(file.name(), () -> run(file)));
    }

    private static void run(GoldenFile file) throws IOException {
        GoldenChecks checks = new GoldenChecks(file);
        file.cases().forEach(golden -> checks.runCase(golden, GoldenRegistry.checker(file.name(), golden)));
        int failed = checks.failures().size();
        String line = String.format(
                Locale.ROOT,
                "golden %s: %d cases, %d checks, %d passed, %d failed, %d unsupported",
                file.name(),
                file.cases().size(),
                checks.passed() + failed + checks.unsupported(),
                checks.passed(),
                failed,
                checks.unsupported());
        System.out.println(line);
        Files.writeString(LINES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertThat(checks.failures()).as(line).isEmpty();
    }
}
