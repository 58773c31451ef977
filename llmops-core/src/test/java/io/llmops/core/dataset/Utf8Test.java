package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the decoder of the JDK. */
class Utf8Test {

    /** The bounds between which a byte behind the first may have to be, and what is just outside them. */
    private static final byte[] FOLLOWERS = HexFormat.of().parseHex("007f808f909fa0bfc0ff");

    private static int lengthByTheDecoder(byte... bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        for (var length = 1; length <= bytes.length; length++) {
            var in = ByteBuffer.wrap(bytes, 0, length);
            if (decoder.reset().decode(in, CharBuffer.allocate(2), false).isError()) {
                return -1;
            }
            if (in.position() > 0) {
                return in.position();
            }
        }
        throw new AssertionError("expected a character or none in four bytes");
    }

    private static void assertAsTheDecoder(byte... bytes) {
        var length = lengthByTheDecoder(bytes);

        assertThat(Utf8.length(bytes, 0, bytes.length))
                .as(HexFormat.of().formatHex(bytes))
                .isEqualTo(length);
        for (var end = 1; end <= length; end++) {
            assertThat(Utf8.length(bytes, 0, end))
                    .as("the first %d of %s", end, HexFormat.of().formatHex(bytes))
                    .isEqualTo(end < length ? 0 : length);
        }
    }

    @Test
    void tellsTheLengthOfEveryCharacterAndWhatIsNone() {
        for (var first = 0; first < 256; first++) {
            for (var second : FOLLOWERS) {
                for (var third : FOLLOWERS) {
                    for (var fourth : FOLLOWERS) {
                        assertAsTheDecoder((byte) first, second, third, fourth);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80", "c1", "f5", "c37f", "e09f", "e1c0", "e18041", "eda0", "f08f", "f490", "f190c2", "f19080ff"
            })
    void refusesWhatCanBeNoCharacterAsSoonAsItIsSeen(String hex) {
        var bytes = HexFormat.of().parseHex(hex);

        assertThat(Utf8.length(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    @Test
    void findsTheNextLineFeedOrByteBeyondAscii() {
        var random = new Random(3);
        var kinds = new byte[] {'\n', '\n' + 1, '\n' - 1, 0, 0x7f, (byte) 0x80, (byte) 0x8a, (byte) 0xff};
        for (var round = 0; round < 20_000; round++) {
            var bytes = new byte[random.nextInt(40)];
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(8) == 0 ? kinds[random.nextInt(kinds.length)] : (byte) random.nextInt(128);
            }
            var from = random.nextInt(bytes.length + 1);
            var end = from + random.nextInt(bytes.length - from + 1);
            var expected = from;
            while (expected < end && bytes[expected] >= 0 && bytes[expected] != '\n') {
                expected++;
            }

            assertThat(Utf8.plainEnd(bytes, from, end))
                    .as("in %s from %d to %d", HexFormat.of().formatHex(bytes), from, end)
                    .isEqualTo(expected);
        }
    }
}
