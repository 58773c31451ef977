package io.llmops.eval.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A line of a run log: <code>{"crc32c":"0123abcd","row":…}</code>, the checksum being that of the bytes of the row
 * (RFC 3720).
 */
final class LogLine {

    private static final byte[] START = "{\"crc32c\":\"".getBytes(US_ASCII);
    private static final byte[] MIDDLE = "\",\"row\":".getBytes(US_ASCII);
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);
    private static final int COUNT = 8;
    private static final String PLACEHOLDER = "{\"crc32c\":\"00000000\",\"row\":";

    /** Where in a line the row begins. */
    static final int HEAD = PLACEHOLDER.length();

    /** How many bytes of a line come after the row and before the newline. */
    static final int TAIL = 1;

    private LogLine() {}

    /** Begins a line; the row is to be added. */
    static void begin(JsonBytes json) {
        json.clear();
        json.raw(PLACEHOLDER);
    }

    /** Ends the line with its newline, now that its row is known. */
    static void end(JsonBytes json) {
        var digits = digits(json.bytes(), HEAD, json.length());
        System.arraycopy(digits, 0, json.bytes(), START.length, COUNT);
        json.raw("}\n");
    }

    /** Returns whether bytes are a line as it was written; the newline is not among them. */
    static boolean isWhole(byte[] bytes, int from, int to) {
        return to - from > HEAD + TAIL
                && Arrays.equals(bytes, from, from + START.length, START, 0, START.length)
                && Arrays.equals(bytes, from + START.length + COUNT, from + HEAD, MIDDLE, 0, MIDDLE.length)
                && bytes[to - 1] == '}'
                && Arrays.equals(
                        bytes,
                        from + START.length,
                        from + START.length + COUNT,
                        digits(bytes, from + HEAD, to - TAIL),
                        0,
                        COUNT);
    }

    private static byte[] digits(byte[] bytes, int from, int to) {
        var crc = new CRC32C();
        crc.update(bytes, from, to - from);
        var value = (int) crc.getValue();
        var digits = new byte[COUNT];
        for (var i = 0; i < COUNT; i++) {
            digits[i] = DIGITS[(value >>> (4 * (COUNT - 1 - i))) & 0xF];
        }
        return digits;
    }
}
