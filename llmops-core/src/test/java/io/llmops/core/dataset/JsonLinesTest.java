package io.llmops.core.dataset;

import static io.llmops.core.dataset.LinesFile.A_VALUE;
import static io.llmops.core.dataset.LinesFile.MUCH;
import static io.llmops.core.dataset.LinesFile.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

    @TempDir
    Path folder;

    private DatasetReader lines(String content) throws IOException {
        return LinesFile.of(folder, content);
    }

    @Test
    void namesTheCharacterThatIsNoJson() throws IOException {
        assertProblem(
                lines("[\u20ac]\n"),
                0,
                "1: expected JSON, found a mistake in column 2: Unrecognized token '\u20ac': was expecting" + A_VALUE);
        assertProblem(
                lines("[1]\n{\0\"a\0\"\0:\0001\0}\0\n"),
                1,
                "2: expected JSON, found a mistake in column 3: Illegal character ((CTRL-CHAR, code 0)):"
                        + " only regular white space (\\r, \\n, \\t) is allowed between tokens");
        assertProblem(
                lines("[\"a\tb\"]\n"),
                0,
                "1: expected JSON, found a mistake in column 4: Illegal unquoted character ((CTRL-CHAR,"
                        + " code 9)): has to be escaped using backslash to be included in string value");
    }

    @Test
    void wantsAValueToEndOnItsLine() throws IOException {
        assertProblem(lines("[1]\n[2,\n3]\n"), 1, "2: expected the rest of the JSON, found its end");
        assertProblem(lines("[1]\n\n{\"a\"\n:1}\n"), 1, "3: expected the rest of the JSON, found its end");
        assertProblem(lines("[\"a\nb\"]\n"), 0, "1: expected the rest of the JSON, found its end");
        assertProblem(lines("[1]\n[2"), 1, "2: expected the rest of the JSON, found its end");
    }

    @Test
    void wantsNothingBehindAValueOnItsLine() throws IOException {
        assertProblem(lines("[1]\n[2][3]\n"), 1, "2: expected one JSON value a line, found another in column 4");
        assertProblem(lines("[1]\n[2] 3\n"), 1, "2: expected one JSON value a line, found another in column 5");
        assertProblem(lines("1 2\n"), 0, "1: expected one JSON value a line, found another in column 3");
        assertProblem(
                lines("[1]\n[2] x\n[3]\n"),
                1,
                "2: expected JSON, found a mistake in column 5: Unrecognized token 'x': was expecting" + A_VALUE);
        assertProblem(
                lines("[1]\n[2]]\n"),
                1,
                "2: expected JSON, found a mistake in column 4: Unexpected close marker ']': no open"
                        + " Array to close");
        assertProblem(
                lines("[1]\n]\n"),
                1,
                "2: expected JSON, found a mistake in column 1: Unexpected close marker ']': no open"
                        + " Array to close");
    }

    @Test
    void endsALineWithALineFeedOnly() throws IOException {
        var rows = lines("[\"a\",\r\"b\"]\r\n\f\u001f\u0000\n\r\n \t [\"c\"] \t\r\n\n[\"d\"]")
                .read(row -> row.line() + " " + row.number() + " " + row.json());

        assertThat(rows.inMemory().examples())
                .extracting(Example::input)
                .containsExactly("1 1 [\"a\",\"b\"]", "4 2 [\"c\"]", "6 3 [\"d\"]");
    }

    @Test
    void countsTheLinesOfAFileWithNothingInIt() throws IOException {
        var nothing = ": expected at least one line of JSON, found an empty file";

        assertProblem(lines(""), 0, 1 + nothing);
        assertProblem(lines("\n"), 0, 2 + nothing);
        assertProblem(lines("\n\r\n "), 0, 4 + nothing);
    }

    @Test
    void keepsNumbersExactly() throws IOException {
        var numbers = List.of("0.10", "1E+400", "-0", "123456789012345678901234567890", "1.0000000000000000000001");
        var row = lines(numbers + "\n");

        for (var i = 0; i < numbers.size(); i++) {
            var column = Integer.toString(i);
            assertThat(row.read(cells -> cells.value(column, BigDecimal.class))
                            .inMemory()
                            .examples())
                    .extracting(Example::input)
                    .containsExactly(new BigDecimal(numbers.get(i)));
        }
    }

    @Test
    void refusesAKeyThatIsThereTwiceHoweverDeep() throws IOException {
        assertProblem(
                lines("[1]\n{\"text\":\"\u00e9\",\"deep\":[{\"a\":1,\"\\u0061\":2}]}\n"),
                1,
                "2: expected JSON, found a mistake in column 37: Duplicate field 'a' for `ObjectNode`:"
                        + " not allowed when `DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY` enabled");
    }

    @Test
    void readsManyLinesOfAnyLength() throws IOException {
        var random = new Random(7);
        var content = new StringBuilder();
        var expected = new ArrayList<String>();
        for (var line = 1; content.length() < 10 * MUCH; line++) {
            if (random.nextInt(10) == 0) {
                content.append(" ".repeat(random.nextInt(5))).append("\r\n");
            } else if (random.nextInt(10) == 0) {
                content.append("\f\n");
            } else {
                var text = "a\u00e9\u20ac\ud83d\ude00z".repeat(random.nextInt(40));
                content.append("{\"n\":")
                        .append(line)
                        .append(",\"text\":\"")
                        .append(text)
                        .append("\"}\n");
                expected.add(line + " " + line + " " + text);
            }
        }
        var rows = lines(content.toString()).read(row -> row.line() + " " + row.text("n") + " " + row.text("text"));

        assertThat(rows.inMemory().examples()).extracting(Example::input).isEqualTo(expected);
        assertProblem(
                lines(content + "[,]"),
                expected.size(),
                content.chars().filter(c -> c == '\n').count() + 1
                        + ": expected JSON, found a mistake in column 2: Unexpected character (',' (code 44)):"
                        + " expected a valid value" + A_VALUE);
    }

    @Test
    void readsTheRowsBeforeAGzippedFileIsCutOff() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped, true)) {
            zip.write("[1]\n[2]\n[3".getBytes(StandardCharsets.UTF_8));
            zip.flush();
            assertProblem(
                    LinesFile.of(folder, zipped.toByteArray()),
                    2,
                    "3: expected a readable file, found java.io.EOFException: Unexpected end of ZLIB input stream");
        }
    }

    @Test
    void stopsReadingALineThatIsFarTooLong() throws IOException {
        assertProblem(
                lines("[1]\n[" + "1,".repeat(MUCH)).withMaxRowLength(1000),
                1,
                "2: expected rows of at most 1000 characters, found a longer one; withMaxRowLength raises"
                        + " the limit");
    }

    @Test
    void refusesNamesAndNumbersAndNestingBeyondAllMeasure() throws IOException {
        assertThat(lines("{\"" + "\u00e9".repeat(50_000) + "\":1}\n")
                        .read(Row::columns)
                        .size())
                .isEqualTo(1);
        assertProblem(
                lines("[1]\n{\"" + "a".repeat(50_004) + "\":1}\n"),
                1,
                "2: expected JSON, found a mistake: Name length (50004) exceeds the maximum allowed"
                        + " (50000, from `StreamReadConstraints.getMaxNameLength()`)");
        assertProblem(
                lines("[1]\n[" + "1".repeat(1001) + "]\n"),
                1,
                "2: expected JSON, found a mistake: Number value length (1001) exceeds the maximum"
                        + " allowed (1000, from `StreamReadConstraints.getMaxNumberLength()`)");
        assertProblem(
                lines("[1]\n" + "[".repeat(1001) + "]".repeat(1001) + "\n"),
                1,
                "2: expected JSON, found a mistake: Document nesting depth (1001) exceeds the maximum"
                        + " allowed (1000, from `StreamReadConstraints.getMaxNestingDepth()`)");
    }
}
