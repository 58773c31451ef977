package io.llmops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.samples.jshell.Notebook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every Java block of the README and the guides, as a reader would type them, page by page. */
class SnippetsTest {

    private static final Path ROOT = Path.of(System.getProperty("llmops.root", ".."));
    private static final Pattern JAVA_BLOCK =
            Pattern.compile("^```java\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void theReadmeHasASnippet() throws IOException {
        assertThat(snippets(ROOT.resolve("README.md"))).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everySnippetRuns() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> runs(page)));
    }

    private static void runs(Path page) throws IOException {
        try (var notebook =
                new Notebook(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))) {
            for (var snippet : snippets(page)) {
                assertThat(notebook.run(snippet)).as(page.toString()).isEmpty();
            }
        }
    }

    private static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (var docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !page.toString().contains("target"))
                    .sorted()
                    .forEach(pages::add);
        }
        return pages;
    }

    static List<String> snippets(Path page) throws IOException {
        return JAVA_BLOCK
                .matcher(Files.readString(page, StandardCharsets.UTF_8))
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
