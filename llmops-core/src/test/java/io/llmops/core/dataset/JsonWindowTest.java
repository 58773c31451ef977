package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonWindowTest {

    @TempDir
    Path folder;

    /** What a window says of each line that is not blank. */
    private List<Optional<String>> values(String content) throws IOException {
        var source = Source.file(Files.writeString(folder.resolve("rows.jsonl"), content));
        var values = new ArrayList<Optional<String>>();
        var lines = new LineCutter(source, Limits.STANDARD);
        try (var window = new JsonWindow(lines, new JsonText(source.name(), Limits.STANDARD))) {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    values.add(Optional.ofNullable(window.value()).map(JsonNode::toString));
                }
            }
        }
        return values;
    }

    @Test
    void takesValuesThatFillTheirLines() throws IOException {
        assertThat(values("[1]\n {\"a\":\r[]}\t\r\n\n\ntrue\n[\"\u20ac\"]"))
                .containsExactly(
                        Optional.of("[1]"),
                        Optional.of("{\"a\":[]}"),
                        Optional.of("true"),
                        Optional.of("[\"\u20ac\"]"));
    }

    @Test
    void leavesALineThatIsNotFilledByItsValueAndGoesOnBehindIt() throws IOException {
        for (var line : List.of("[2] [3]", "[2]]", "[2", "[2,", "\"2", "[2] x", "\f[2]", "x", "\ufeff[2]")) {
            assertThat(values("[1]\n" + line + "\n[4]\n"))
                    .as(line)
                    .containsExactly(Optional.of("[1]"), Optional.empty(), Optional.of("[4]"));
        }
    }

    @Test
    void leavesALineThatTheNextWouldComplete() throws IOException {
        assertThat(values("[1]\n[2\n,3]\n[4]\n"))
                .containsExactly(Optional.of("[1]"), Optional.empty(), Optional.empty(), Optional.of("[4]"));
    }

    @Test
    void goesOnFromWindowToWindow() throws IOException {
        var line = "[\"" + "\u00e9".repeat(1000) + "\"]";

        assertThat(values((line + "\n").repeat(200))).hasSize(200).containsOnly(Optional.of(line));
    }
}
