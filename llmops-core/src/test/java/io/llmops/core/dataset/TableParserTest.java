package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against Python's csv module: python-csv.json says how it was made. */
class TableParserTest {

    private static final int WINDOW = 1 << 16;

    record Vector(String id, String text, Dialect dialect, List<Parsed> rows) {

        @Override
        public String toString() {
            return id;
        }
    }

    record Parsed(long line, List<String> fields) {}

    static List<Vector> vectors() throws IOException {
        try (var in = TableParserTest.class.getResourceAsStream("python-csv.json")) {
            return StreamSupport.stream(
                            new JsonMapper().readTree(in).get("cases").spliterator(), false)
                    .map(TableParserTest::vector)
                    .toList();
        }
    }

    private static Vector vector(JsonNode json) {
        var dialect = new Dialect(
                json.get("delimiter").textValue().charAt(0), json.get("quotes").booleanValue(), true);
        var rows = new ArrayList<Parsed>();
        for (var i = 0; i < json.get("rows").size(); i++) {
            var fields = new ArrayList<String>();
            json.get("rows").get(i).forEach(field -> fields.add(field.textValue()));
            rows.add(new Parsed(json.get("lines").get(i).longValue(), fields));
        }
        return new Vector(json.get("id").textValue(), json.get("text").textValue(), dialect, rows);
    }

    private static List<Parsed> parse(String text, Dialect dialect) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var rows = new ArrayList<Parsed>();
        try (var parser =
                new TableParser("test", new StrictReader(bytes, StandardCharsets.UTF_8), dialect, Limits.STANDARD)) {
            for (var fields = parser.next(); fields != null; fields = parser.next()) {
                rows.add(new Parsed(parser.line(), List.of(fields)));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsWhatPythonReads(Vector vector) throws IOException {
        assertThat(parse(vector.text(), vector.dialect())).isEqualTo(vector.rows());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsTheSameWhereverTheBufferEnds(Vector vector) throws IOException {
        var expected = new ArrayList<Parsed>();
        for (var row : vector.rows()) {
            expected.add(new Parsed(row.line() + 1, row.fields()));
        }
        for (var split = 0; split <= Math.min(vector.text().length(), 30); split++) {
            var padding = "x".repeat(WINDOW - split - 1);

            var rows = parse(padding + "\n" + vector.text(), vector.dialect());

            assertThat(rows.get(0)).isEqualTo(new Parsed(1, List.of(padding)));
            assertThat(rows.subList(1, rows.size()))
                    .as("%d before the end", split)
                    .isEqualTo(expected);
        }
    }

    @Test
    void readsAFieldLargerThanTheBuffer() throws IOException {
        var large = "ab \"\" é\n\"\"".repeat(20_000);

        var rows = parse("a,\"" + large + "\"\n" + "b,c", Dialect.CSV);

        assertThat(rows)
                .containsExactly(
                        new Parsed(1, List.of("a", large.replace("\"\"", "\""))),
                        new Parsed(20_002, List.of("b", "c")));
    }
}
