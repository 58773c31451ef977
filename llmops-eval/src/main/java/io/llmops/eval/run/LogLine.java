package io.llmops.eval.run;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A line of a run log: <code>{"crc32c":"0123abcd","row":…}</code>, the checksum being that of the bytes of the row
 * (RFC 3720).
 */
final class LogLine {

    private static final String START = "{\"crc32c\":\"";
    private static final String MIDDLE = "\",\"row\":";
    private static final int DIGITS = 8;
    private static final int HEAD = START.length() + DIGITS + MIDDLE.length();

    private LogLine() {}

    /** Returns the line with its newline. */
    static byte[] of(String row) {
        var checksum = checksum(row.getBytes(StandardCharsets.UTF_8));
        return (START + checksum + MIDDLE + row + "}\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the row of a line without its newline; empty if it is not what was written. */
    static Optional<String> row(String line) {
        if (line.length() <= HEAD || !line.startsWith(START) || !line.endsWith("}")) {
            return Optional.empty();
        }
        var row = line.substring(HEAD, line.length() - 1);
        var written = line.substring(START.length(), START.length() + DIGITS);
        return line.startsWith(MIDDLE, START.length() + DIGITS)
                        && written.equals(checksum(row.getBytes(StandardCharsets.UTF_8)))
                ? Optional.of(row)
                : Optional.empty();
    }

    private static String checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
