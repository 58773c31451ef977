package io.llmops.samples.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void theNotebookOfTheSampleRunsToItsEnd() throws IOException {
        var page = Path.of("target/notebook/stemmer.html");
        Files.deleteIfExists(page);

        assertThat(run("startup.jsh", "notebook.jsh"))
                .as(told.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("macro", "==> [stage vector: ", "==> [t0");
        assertThat(Files.readString(page))
                .contains("Against the baseline", "<strong>unstemmed</strong>", "f1/macro at least 0.35");
        assertThat(page.resolveSibling("stemmer.md"))
                .content()
                .contains("accuracy no worse than 'unstemmed' by more than 0.02");
    }

    @Test
    void anExceptionEndsTheRunWithItsSnippet() throws IOException {
        assertThat(run(write("int a = 1;\nInteger.parseInt(\"x\");\nint b = 2;")))
                .isOne();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("NumberFormatException", "Integer.parseInt");
    }

    @Test
    void aSnippetThatDoesNotCompileEndsTheRun() throws IOException {
        assertThat(run(write("int a = \"text\";"))).isOne();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("incompatible types");
    }

    @Test
    void aMethodThatCallsAnUnknownOneEndsTheRun() throws IOException {
        assertThat(run(write("int twice(int a) { return unknown(a); }"))).isOne();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("unknown");
    }

    @Test
    void anUnfinishedSnippetEndsTheRun() throws IOException {
        assertThat(run(write("int twice(int a) {"))).isOne();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("unfinished");
    }

    @Test
    void aMissingFileIsToldWithItsName() {
        assertThat(run("no-such-notebook.jsh")).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("no-such-notebook.jsh");
    }

    private String write(String source) throws IOException {
        return Files.writeString(folder.resolve("broken.jsh"), source).toString();
    }

    private int run(String... files) {
        return Notebook.run(
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                new PrintStream(told, true, StandardCharsets.UTF_8),
                files);
    }
}
