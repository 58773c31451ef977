package io.llmops.core.dataset;

import static io.llmops.core.dataset.LinesFile.A_VALUE;
import static io.llmops.core.dataset.LinesFile.MUCH;
import static io.llmops.core.dataset.LinesFile.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesCharactersTest {

    @TempDir
    Path folder;

    private DatasetReader lines(String content) throws IOException {
        return LinesFile.of(folder, content);
    }

    private DatasetReader lines(byte[] content) throws IOException {
        return LinesFile.of(folder, content);
    }

    private static byte[] bytes(String before, String hex, String after) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(before.getBytes(StandardCharsets.UTF_8));
        bytes.write(HexFormat.of().parseHex(hex));
        bytes.write(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "80, 80",
        "c3, C3",
        "c080, C0",
        "c1bf, C1",
        "e08080, E0",
        "e09fbf, E0",
        "eda080, ED",
        "e282, E2",
        "f0808080, F0",
        "f08fbfbf, F0",
        "f0908d, F0",
        "f4908080, F4",
        "f5808080, F5",
        "ff, FF"
    })
    void namesTheFirstByteThatIsNotUtf8AfterTheRowsBeforeIt(String hex, String byteFound) throws IOException {
        var problem = "3: expected UTF-8, found the byte 0x" + byteFound;

        assertProblem(lines(bytes("[1]\n[\"\u00e9\"]\n[\"\u20ac", hex, "\"]\n[4]\n")), 2, problem);
        assertProblem(lines(bytes("[1]\n[\"\u00e9\"]\n[\"\ud83d\ude00", hex, "")), 2, problem);
        assertProblem(lines(bytes("[1]\n[\"\u00e9\"]\n", hex, "\n")), 2, problem);
        assertProblem(lines(bytes("[1]\n[\"\u00e9\"]\n]] no JSON ", hex, "\n")), 2, problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c280", "dfbf", "e0a080", "ed9fbf", "ee8080", "efbfbf", "f0908080", "f48fbfbf"})
    void readsTheFirstAndLastCharactersOfEachLength(String hex) throws IOException {
        var expected = new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
        var texts = lines(bytes("[\"", hex, "\"]\n")).unlabelled("0").inMemory();

        assertThat(texts.examples()).containsExactly(Example.of("1", expected));
    }

    @Test
    void measuresRowsAndFieldsInCharacters() throws IOException {
        var row = lines("[\"\u00e9\u20ac\ud83d\ude00\"]\r\n[]");
        var rowTooLong =
                "1: expected rows of at most 8 characters, found a longer one; withMaxRowLength raises" + " the limit";

        assertThat(row.withMaxRowLength(9).withMaxFieldLength(4).read(Row::json).size())
                .isEqualTo(2);
        assertProblem(row.withMaxRowLength(8), 0, rowTooLong);
        assertProblem(
                row.withMaxFieldLength(3),
                0,
                "1: expected fields of at most 3 characters, found a longer one; withMaxFieldLength"
                        + " raises the limit");
        assertProblem(lines(" ".repeat(9) + "\n[]").withMaxRowLength(8), 0, rowTooLong);
        assertProblem(
                lines(bytes("\ufeff[1234567", "ff", "]\n")).withMaxRowLength(8),
                0,
                "1: expected UTF-8, found the byte 0xFF");
        assertProblem(lines(bytes("[12345678", "ff", "]\n")).withMaxRowLength(8), 0, rowTooLong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e9", "\u20ac", "\ud83d\ude00"})
    void readsCharactersWhereverTheyFallInWhatIsReadAtOnce(String character) throws IOException {
        var text = character.repeat(MUCH);
        for (var shift = 0; shift < 4; shift++) {
            var rows = lines("[\"" + "-".repeat(shift) + "\"]\n[\"" + text + "\"]\n[\"end\"]");

            assertThat(rows.unlabelled("0").inMemory().examples())
                    .extracting(Example::input)
                    .containsExactly("-".repeat(shift), text, "end");
        }
    }

    @Test
    void dropsOneByteOrderMarkAtTheStartAndNoOther() throws IOException {
        var unexpected = "Unexpected character ('\ufeff' (code 65279 / 0xfeff)): expected a valid value" + A_VALUE;

        assertThat(lines("\ufeff[1]").unlabelled("0").size()).isEqualTo(1);
        assertProblem(lines("\ufeff"), 0, "1: expected at least one line of JSON, found an empty file");
        assertProblem(
                lines("\ufeff[1,]"),
                0,
                "1: expected JSON, found a mistake in column 4: Unexpected character (']' (code 93)):"
                        + " expected a valid value" + A_VALUE);
        assertProblem(lines("\ufeff\ufeff[1]"), 0, "1: expected JSON, found a mistake in column 1: " + unexpected);
        assertProblem(lines("[1]\n\ufeff[2]"), 1, "2: expected JSON, found a mistake in column 1: " + unexpected);
    }

    @Test
    void countsColumnsInCharacters() throws IOException {
        assertProblem(
                lines("[1]\n{\"text\":\"\u00e9\u20ac\ud83d\ude00\",intent}\n[2]\n"),
                1,
                "2: expected JSON, found a mistake in column 16: Unexpected character ('i' (code 105)):"
                        + " was expecting double-quote to start field name");
        assertProblem(
                lines("[1]\n  {\"\u00e9\":1} [\"\u20ac\"]"),
                1,
                "2: expected one JSON value a line, found another in column 11");
    }
}
