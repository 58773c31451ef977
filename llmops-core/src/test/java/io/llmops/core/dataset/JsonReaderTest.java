package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @TempDir
    Path folder;

    private DatasetReader jsonl(String content) throws IOException {
        return Datasets.jsonl(Files.writeString(folder.resolve("tickets.jsonl"), content));
    }

    private DatasetReader json(String content, String pointer) throws IOException {
        return Datasets.json(Files.writeString(folder.resolve("tickets.json"), content), pointer);
    }

    private DatasetReader json(String content) throws IOException {
        return json(content, "");
    }

    /** Asserts that reading texts and labels fails, and how. */
    private static void assertProblem(DatasetReader reader, String message) {
        assertThatThrownBy(() -> reader.labels("text", "intent"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void readsALineOfJsonAtATime() throws IOException {
        var tickets = jsonl("\uFEFF{\"text\":\"a\\nb\",\"intent\":\"x\",\"id\":7}\r\n\n  \n[1]\n"
                        .replace("[1]", "{\"id\":\"8\",\"intent\":\"y\",\"text\":\"\"}"))
                .withId("id")
                .labels("text", "intent");

        assertThat(tickets.examples()).containsExactly(Example.of("7", "a\nb", "x"), Example.of("8", "", "y"));
    }

    @Test
    void readsAnArrayOfObjects() throws IOException {
        var tickets = json("[{\"text\":\"a\",\"intent\":\"x\"},\n {\"intent\":\"y\",\"text\":\"b\",\"more\":[]}]")
                .labels("text", "intent");

        assertThat(tickets.examples()).containsExactly(Example.of("1", "a", "x"), Example.of("2", "b", "y"));
    }

    @Test
    void readsRowsThatAreArraysByPosition() throws IOException {
        assertThat(json("[[\"a\",\"x\"],[\"b\",\"y\"]]").labels("0", "1").references())
                .containsExactly("x", "y");
        assertThat(jsonl("[\"a\",\"x\"]\n").labels("0", "1").references()).containsExactly("x");
    }

    @Test
    void readsAnArrayDeepInADocument() throws IOException {
        var document = "{\"version\": 2, \"skipped\": {\"train\": [1, {\"a\": []}]},\n"
                + " \"a/b\": [ [\"no\"], [ [\"a\",\"x\"],\n[\"b\",\"y\"] ] ], \"after\": ";

        assertThat(json(document, "/a~1b/1").labels("0", "1").examples())
                .containsExactly(Example.of("1", "a", "x"), Example.of("2", "b", "y"));
        assertThat(json(document, "/a~1b/1").labels("0", "1").name()).isEqualTo("tickets.json#/a~1b/1");
    }

    @Test
    void saysWhatIsThereInsteadOfTheArray() throws IOException {
        var document = "{\"train\": [[\"a\",\"x\"]],\n \"test\": {\"rows\": 3}}";

        assertProblem(
                json(document),
                "tickets.json:1: expected an array of rows, found an object with [train, test];"
                        + " a JSON Pointer such as /train chooses the array");
        assertProblem(json(document, "/dev"), "tickets.json:1: expected 'dev' at /dev, found [train, test]");
        assertProblem(json(document, "/test/x"), "tickets.json:2: expected 'x' at /test/x, found [rows]");
        assertProblem(json(document, "/train/1"), "tickets.json:1: expected '1' at /train/1, found an array of 1");
        assertProblem(
                json(document, "/test"),
                "tickets.json:2: expected an array of rows at /test, found an object with [rows];"
                        + " a JSON Pointer such as /test/rows chooses the array");
        assertProblem(
                json(document, "/test/rows"),
                "tickets.json:2: expected an array of rows at /test/rows, found a number");
        assertProblem(
                json(document, "/test/rows/0"),
                "tickets.json:2: expected something at /test/rows/0, found a number before /0");
        assertThatIllegalArgumentException().isThrownBy(() -> Datasets.json(Path.of("x.json"), "train"));
    }

    @Test
    void refusesEmptyFilesAndArrays() throws IOException {
        assertProblem(jsonl(""), "tickets.jsonl:1: expected at least one line of JSON, found an empty file");
        assertProblem(jsonl("\n \n"), "tickets.jsonl:3: expected at least one line of JSON, found an empty file");
        assertProblem(json(""), "tickets.json:1: expected JSON, found an empty file");
        assertProblem(json("\n[ ]"), "tickets.json:2: expected at least one row, found an empty array");
    }

    @Test
    void namesTheLineOfAMistake() throws IOException {
        assertProblem(
                jsonl("{\"text\":\"a\",\"intent\":\"b\"}\n\n{\"text\":\"a\",intent}\n"),
                "tickets.jsonl:3: expected JSON, found a mistake in column 13: Unexpected character ('i' (code 105)):"
                        + " was expecting double-quote to start field name");
        assertProblem(
                jsonl("{\"text\":\"a\",\n\"intent\":\"b\"}\n"),
                "tickets.jsonl:1: expected the rest of the JSON, found its end");
        assertProblem(
                jsonl("{\"text\":\"a\"} {\"text\":\"b\"}\n"),
                "tickets.jsonl:1: expected one JSON value a line, found another in column 14");
        assertProblem(
                json("[{\"text\":\"a\",\"intent\":\"b\"},\n\n{\"text\":tru}]"),
                "tickets.json:3: expected JSON, found a mistake in column 9: Unrecognized token 'tru': was expecting"
                        + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
        assertProblem(
                json("[{\"text\":\"a\",\"intent\":\"b\"},\n"),
                "tickets.json:2: expected the rest of the JSON, found its end");
        assertProblem(
                json("[{\"text\":\"a\",\"intent\":\"b\"}]\n[]"),
                "tickets.json:2: expected the end of the file after the array, found more");
    }

    @Test
    void refusesAKeyThatIsThereTwice() throws IOException {
        assertThatThrownBy(() -> jsonl("{\"text\":\"a\",\"text\":\"b\"}\n").labels("text", "text"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("tickets.jsonl:1: ")
                .hasMessageContaining("Duplicate field 'text'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "3", "true", "null"})
    void refusesARowThatIsNoObjectOrArray(String row) throws IOException {
        assertThatThrownBy(() -> jsonl("{\"text\":\"a\"}\n" + row).unlabelled("text"))
                .hasMessageContaining("tickets.jsonl:2: expected a row that is an object or an array, found ");
        assertThatThrownBy(() -> json("[{\"text\":\"a\"},\n" + row + "]").unlabelled("text"))
                .hasMessageContaining("tickets.json:2: expected a row that is an object or an array, found ");
    }

    @Test
    void limitsTheLengthOfFieldsAndRows() throws IOException {
        var line = "{\"text\":\"0123456789\",\"intent\":\"x\"}";
        var lines = jsonl(line.replace("0123456789", "1") + "\n" + line);
        var array = json("[" + line.replace("0123456789", "1") + ",\n" + line + "]");
        var fieldTooLong =
                ":2: expected fields of at most 9 characters, found a longer one; withMaxFieldLength raises the limit";
        var rowTooLong =
                ":2: expected rows of at most 33 characters, found a longer one; withMaxRowLength raises the limit";

        for (var reader : new DatasetReader[] {lines, array}) {
            assertThat(reader.withMaxFieldLength(10)
                            .withMaxRowLength(34)
                            .labels("text", "intent")
                            .examples())
                    .hasSize(2);
            assertProblem(reader.withMaxFieldLength(9), fieldTooLong);
            assertProblem(reader.withMaxRowLength(33), rowTooLong);
        }
    }

    @Test
    void stopsReadingARowThatIsFarTooLong() throws IOException {
        var endless = "[{\"text\":\"a\",\"intent\":\"b\"},\n[" + "1,".repeat(200_000);

        assertProblem(
                json(endless).withMaxRowLength(1000),
                ":2: expected rows of at most 1000 characters, found a longer one; withMaxRowLength raises the limit");
    }

    @Test
    void namesTheLineOfBytesThatAreNotUtf8() throws IOException {
        var latin = "{\"text\":\"a\",\"intent\":\"b\"}\n{\"text\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(
                Datasets.jsonl(Files.write(folder.resolve("a.jsonl"), latin)),
                "a.jsonl:2: expected UTF-8, found the byte 0xE9");

        var document =
                ("[\n" + "[\"a\",\"b\"],\n".repeat(1000) + "[\"\u00e9\"]]").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Datasets.json(Files.write(folder.resolve("a.json"), document))
                        .labels("0", "1"))
                .hasMessageEndingWith("a.json:1002: expected UTF-8, found the byte 0xE9");
    }

    @Test
    void refusesTheSecondOfTwoEqualIds() throws IOException {
        assertThatThrownBy(
                        () -> json("[[\"7\",\"a\"],\n\n[7,\"b\"]]").withId("0").unlabelled("1"))
                .hasMessageEndingWith("tickets.json:3: expected each id once, found '7' here and on line 1");
    }

    @Test
    void survivesDeepNesting() throws IOException {
        assertThatThrownBy(() -> jsonl("[".repeat(100_000)).unlabelled("0"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("tickets.jsonl:1: ");
    }

    @Test
    void readsEscapedSurrogatesAsTheyAre() throws IOException {
        var texts = jsonl("[\"\\ud83d\\ude00\"]\n[\"\\ud83d\"]\n").unlabelled("0");

        assertThat(texts.examples()).extracting(Example::input).containsExactly("😀", "\ud83d");
    }
}
