package io.llmops.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private static final String TRAIN =
            "text,label\nwhere is my parcel,delivery\nparcel not here,delivery\nmoney back please,refund\nrefund my money,refund\n";
    private static final String TEST = "text,label\nmy parcel is late,delivery\nI want my money,refund\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void anUnknownOptionIsOneClearLineAndCode2() {
        assertFails("unknown option '--tain'", "--tain", "x.csv");
    }

    @Test
    void anOptionWithoutItsValueIsOneClearLineAndCode2() {
        assertFails("option --train expects a value", "--train", "--test", "x.csv");
    }

    @Test
    void ownFilesNeedAllFourOptions() throws IOException {
        assertFails("missing [--text, --label]", "--train", write("a.csv", TRAIN), "--test", write("b.csv", TEST));
    }

    @Test
    void aMissingFileIsOneClearLineAndCode2() throws IOException {
        var missing = folder.resolve("no-such.csv").toString();

        assertFails(
                "no-such.csv",
                "--train",
                missing,
                "--test",
                write("b.csv", TEST),
                "--text",
                "text",
                "--label",
                "label");
    }

    @Test
    void aMissingColumnListsThoseThereAre() throws IOException {
        assertFails(
                "[text, label]",
                "--train",
                write("a.csv", TRAIN),
                "--test",
                write("b.csv", TEST),
                "--text",
                "body",
                "--label",
                "label");
    }

    @Test
    void anEmptyFileIsOneClearLineAndCode2() throws IOException {
        assertFails(
                "a.csv",
                "--train",
                write("a.csv", ""),
                "--test",
                write("b.csv", TEST),
                "--text",
                "text",
                "--label",
                "label");
    }

    @Test
    void aFileWithAHeaderAloneIsOneClearLineAndCode2() throws IOException {
        assertFails(
                "a.csv",
                "--train",
                write("a.csv", "text,label\n"),
                "--test",
                write("b.csv", TEST),
                "--text",
                "text",
                "--label",
                "label");
    }

    @Test
    void anUnknownFormatListsTheKnownOnes() throws IOException {
        assertFails(
                "a.xls",
                "--train",
                write("a.xls", TRAIN),
                "--test",
                write("b.csv", TEST),
                "--text",
                "text",
                "--label",
                "label");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("--train", "--test", "--text", "--label", "OPENAI_API_KEY", "OLLAMA_BASE_URL");
    }

    @Test
    void twoRunsOfTheSameGiveTheSameBytesButForTheTiming() throws IOException {
        String[] options = {
            "--train", write("a.csv", TRAIN), "--test", write("b.csv", TEST), "--text", "text", "--label", "label"
        };
        assertThat(run(options)).as(text(err)).isZero();
        assertThat(text(out).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(folder.resolve("runs").resolve("semantic.html")).content().contains("Against the baseline");
        var lexical = withoutTiming("lexical.json");
        var semantic = withoutTiming("semantic.json");

        assertThat(run(options)).isZero();

        assertThat(withoutTiming("lexical.json")).isEqualTo(lexical);
        assertThat(withoutTiming("semantic.json")).isEqualTo(semantic);
    }

    private String withoutTiming(String name) throws IOException {
        var json = new ObjectMapper();
        var run =
                (ObjectNode) json.readTree(folder.resolve("runs").resolve(name).toFile());
        assertThat(run.remove("timing")).isNotNull();
        return json.writeValueAsString(run);
    }

    private void assertFails(String told, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(text(err)).contains(told);
        assertThat(text(err).lines()).hasSize(1);
        assertThat(text(out)).isEmpty();
    }

    private int run(String... arguments) {
        return new Quickstart(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of(),
                        folder.resolve("runs"))
                .run(arguments);
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
