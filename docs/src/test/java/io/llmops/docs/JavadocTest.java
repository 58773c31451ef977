package io.llmops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Every public type says what it is and whether threads may share it. */
class JavadocTest {

    private static final Path ROOT = Path.of(System.getProperty("llmops.root", ".."));
    private static final List<String> MODULES = List.of("llmops-core", "llmops-preprocess", "llmops-eval");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:final |sealed |abstract |non-sealed )*(class|interface|record|enum|@interface) (\\w+)",
            Pattern.MULTILINE);
    private static final Pattern ABOUT_THREADS = Pattern.compile(
            "\\b[Ii]mmutable\\b|[Ss]afe\\s+(\\*\\s+)?for\\s+(\\*\\s+)?use\\s+(\\*\\s+)?by\\s+(\\*\\s+)?many\\s+(\\*\\s+)?threads");

    @TestFactory
    Stream<DynamicTest> everyPublicTypeSaysWhetherThreadsMayShareIt() throws IOException {
        return sources().stream()
                .filter(source -> PUBLIC_TYPE.matcher(read(source)).find())
                .map(source -> DynamicTest.dynamicTest(source.getFileName().toString(), () -> {
                    var text = read(source);
                    var type = PUBLIC_TYPE.matcher(text);
                    assertThat(type.find()).isTrue();
                    var above = text.substring(0, type.start());
                    assertThat(above).as("Javadoc of " + source).contains("/**");
                    if (!type.group(1).equals("@interface")) {
                        assertThat(above).as("Javadoc of " + source).containsPattern(ABOUT_THREADS);
                    }
                }));
    }

    @Test
    void itSeesTheSources() throws IOException {
        assertThat(sources()).hasSizeGreaterThan(50);
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var module : MODULES) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .sorted()
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static String read(Path source) {
        try {
            return Files.readString(source, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
