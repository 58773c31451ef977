package io.llmops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.samples.jshell.Notebook;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite of the guide "Your first regression suite", launched as a reader would. */
class FirstSuiteTest {

    private static final Path GUIDE =
            Path.of(System.getProperty("llmops.root", ".."), "docs/guides/your-first-regression-suite.md");

    @TempDir
    private Path folder;

    @Test
    void isRedWithoutABaselineAndGreenWithOne() throws Exception {
        try (var notebook =
                new Notebook(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))) {
            for (var snippet : SnippetsTest.snippets(GUIDE)) {
                assertThat(notebook.run(snippet)).isEmpty();
            }
            assertThat(notebook.run("io.llmops.docs.LaunchedSuite.run(TicketRouterTest.class, \"" + folder + "\")"))
                    .isEmpty();
        }

        assertThat(LaunchedSuite.results(folder))
                .containsExactly(
                        "first: 25 succeeded, 1 failed",
                        "updating: 26 succeeded, 0 failed",
                        "then: 26 succeeded, 0 failed");
        assertThat(Files.readString(folder.resolve("failures")))
                .contains(
                        "FAIL, there is no baseline: ",
                        "TicketRouterTest#isNoWorseThanBefore",
                        "-Dllmops.baseline=update");
    }
}
