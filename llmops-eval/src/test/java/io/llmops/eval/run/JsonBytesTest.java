package io.llmops.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

    private static String text(String value) {
        return new JsonBytes().text(value).toString();
    }

    @Test
    void escapesWhatDoesNotPrint() {
        assertThat(text("a\"b\\c/d\b\t\n\f\r\u0001\u001f\u007f\u200b\u2028"))
                .isEqualTo("\"a\\\"b\\\\c/d\\b\\t\\n\\f\\r\\u0001\\u001F\\u007F\\u200B\\u2028\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain?", "süß ", "漢字 ", "😀?", "�"})
    void leavesAsItIsWhatPrints(String value) {
        assertThat(text(value)).isEqualTo("\"" + value + "\"");
    }

    @Test
    void replacesHalfASurrogatePair() {
        assertThat(text("\ud83d")).isEqualTo("\"\ufffd\"");
        assertThat(text("?\ude00x\ud83d")).isEqualTo("\"?\ufffdx\ufffd\"");
    }

    @Test
    void writesAnyTextAsRunFilesHaveIt() throws IOException {
        var seed = 5L;
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var value = new StringBuilder();
            for (var length = random.nextInt(30); length > 0; length--) {
                value.append((char) random.nextInt(random.nextBoolean() ? 0x90 : 0x1_0000));
            }
            var written = text(value.toString());

            assertThat(written)
                    .as("text %d of seed %d", i, seed)
                    .isEqualTo(JsonForm.line(TextNode.valueOf(value.toString())));
            assertThat(new ObjectMapper().readValue(written, String.class)).hasSameSizeAs(value);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 99, 100, 1_234_567_890_123L, Long.MAX_VALUE, -1, -10, Long.MIN_VALUE})
    void writesAnyWholeNumber(long value) {
        assertThat(new JsonBytes().raw("[").number(value).raw("]").toString()).isEqualTo("[" + value + "]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, 0.5, -17, 1_000, 1_001, 1e300, 1.0 / 3, Double.NaN, Double.NEGATIVE_INFINITY})
    void writesAnyNumberAsRunFilesHaveIt(double value) {
        assertThat(new JsonBytes().decimal(value).toString()).isEqualTo(JsonForm.line(JsonForm.number(value)));
    }
}
