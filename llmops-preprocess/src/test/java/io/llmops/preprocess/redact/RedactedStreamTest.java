package io.llmops.preprocess.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactedStreamTest {

    private static final String PEM = "-----BEGIN PRIVATE KEY-----\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n".repeat(200)
            + "-----END PRIVATE KEY-----";

    private static final List<String> PIECES = List.of(
            "ann@example.org",
            "4111 1111 1111 1111",
            "GB29 NWBK 6016 1331 9268 19",
            "born on 9/20/1968",
            "123-45-6789",
            "2001:db8::1",
            "00:1A:2B:3C:4D:5E",
            "https://u:p4ss@h.example/x",
            "+44 20 7946 0018",
            "phone: 467 3395",
            "api_key=9f8a7b6c5d4e3f2a1b0c",
            "Ann Lee",
            "4111 1111 1111 1111 1111",
            "1 2 3 4 5 6 7 8 9 10 11 12",
            "word",
            "and some more words, plain.",
            "\n\n",
            "😀",
            "-",
            "x".repeat(700),
            "1".repeat(600),
            PEM);

    private static final Redactor REDACTOR =
            Redactor.standard("US").with(Recognizers.words(EntityType.PERSON, List.of("Ann Lee", "Ann")));

    private static final int SMALLEST = RedactedStream.SMALLEST_WINDOW;

    private static String redacted(Redactor redactor, String text, int window) {
        var out = new StringWriter();
        redactor.redact(new StringReader(text), out, window);
        return out.toString();
    }

    /** Where the smallest window ends, where what it shows whole ends, and where the next one starts. */
    private static final List<Integer> BORDERS =
            List.of(SMALLEST, SMALLEST - Redactor.LONGEST_FINDING - RedactedStream.REACH, Redactor.LONGEST_FINDING + 2);

    @Test
    void isTheSameAsTheWholeWhereverTheBorderFalls() {
        for (var piece : PIECES) {
            for (var border : BORDERS) {
                for (var shift = -2; shift <= piece.length() + 2; shift += Math.max(1, piece.length() / 12)) {
                    var text = "some words ".repeat(3000).substring(0, border - shift) + piece + " behind".repeat(700);
                    assertThat(redacted(REDACTOR, text, SMALLEST))
                            .as("border %d characters into '%.20s'", shift, piece)
                            .isEqualTo(REDACTOR.apply(text));
                }
            }
        }
    }

    @Test
    void isTheSameAsTheWholeForMixedTexts() {
        for (var seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            while (text.length() < 60_000) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            var window = SMALLEST + random.nextInt(20_000);
            assertThat(redacted(REDACTOR, text.toString(), window))
                    .as("seed %d", seed)
                    .isEqualTo(REDACTOR.apply(text.toString()));
        }
    }

    @Test
    void findsTheLongestThatIsPromisedAcrossABorder() {
        var word = "w".repeat(Redactor.LONGEST_FINDING);
        Recognizer longest = text -> {
            var at = text.indexOf(word);
            return at < 0 ? List.of() : List.of(new Finding(EntityType.SECRET, at, at + word.length()));
        };
        var redactor = Redactor.of(longest);
        for (var before = 0; before < 20_000; before += 997) {
            var text = "-".repeat(before) + word + "-".repeat(40_000);
            assertThat(redacted(redactor, text, SMALLEST)).isEqualTo(redactor.apply(text));
        }
    }

    @Test
    void goesOnThroughAChainOfFindingsWithoutEnd() {
        Recognizer everywhere = text -> IntStream.range(0, Math.max(0, text.length() - 1))
                .mapToObj(i -> new Finding(EntityType.SECRET, i, i + 2))
                .toList();
        var redactor = Redactor.of(everywhere);
        var text = "x".repeat(100_000);
        assertThat(redacted(redactor, text, 20_000)).doesNotContain("x").isEqualTo(redactor.apply(text));
    }

    @Test
    void takesAStreamLongerThanItsWindowsInMemoryThatDoesNotGrow() {
        var length = 64L << 20;
        var piece = "Some plain words about nothing at all, and then ann@example.org writes again. ";
        var counted = new long[1];
        var out = new Writer() {
            @Override
            public void write(char[] characters, int offset, int count) {
                counted[0] += count;
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var found = Redactor.of(Recognizers.email(), Recognizers.card()).redact(repeating(piece, length), out);
        var whole = length / piece.length();
        assertThat(found).isBetween(whole, whole + 1);
        assertThat(counted[0]).isBetween(length - (whole + 1) * 8, length - whole * 8 + 8);
    }

    @Test
    void redactsAFileAndRefusesWhatIsNone(@TempDir Path folder) throws IOException {
        var source = Files.writeString(folder.resolve("in.txt"), "Grüße an ann@example.org 😀\n");
        var target = folder.resolve("out.txt");
        assertThat(REDACTOR.redact(source, target)).isEqualTo(1);
        assertThat(target).hasContent("Grüße an <EMAIL> 😀\n");
        assertThatThrownBy(() -> REDACTOR.redact(source, source)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> REDACTOR.redact(folder.resolve("none"), target))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("none");
        Files.write(source, new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> REDACTOR.redact(source, target)).isInstanceOf(LlmopsException.class);
    }

    @Test
    void closesNeitherSide() {
        var in = new StringReader("ann@example.org");
        var out = new StringWriter();
        assertThat(REDACTOR.redact((Reader) in, out)).isEqualTo(1);
        assertThat(out).hasToString("<EMAIL>");
        assertThat(REDACTOR.redact(in, out)).isZero();
    }

    private static Reader repeating(String text, long length) {
        return new Reader() {
            private long at;

            @Override
            public int read(char[] buffer, int offset, int most) {
                if (at == length) {
                    return -1;
                }
                var from = (int) (at % text.length());
                var count = (int) Math.min(Math.min(most, text.length() - from), length - at);
                text.getChars(from, from + count, buffer, offset);
                at += count;
                return count;
            }

            @Override
            public void close() {}
        };
    }
}
