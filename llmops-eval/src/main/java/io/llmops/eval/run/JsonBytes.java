package io.llmops.eval.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON in UTF-8 that grows at its end, used again and again: text as {@link JsonForm} writes it, without the detour over
 * a tree. Not safe for use by many threads.
 */
final class JsonBytes {

    private static final int FIRST = 512;
    private static final int LONGEST_KEPT = 1 << 20;
    private static final byte DELETE = 0x7F;
    private static final int MOST_OF_A_CHAR = 6;
    private static final double BRIEF = 1_000;
    private static final String HEX = "0123456789ABCDEF";

    private byte[] bytes = new byte[FIRST];
    private int length;

    void clear() {
        length = 0;
        if (bytes.length > LONGEST_KEPT) {
            bytes = new byte[FIRST];
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Adds ASCII that is JSON already. */
    @SuppressWarnings("deprecation") // the only way to copy the low bytes of characters without an array in between
    JsonBytes raw(String ascii) {
        room(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
        return this;
    }

    /** Adds JSON that {@link JsonForm#line} made. */
    JsonBytes json(String line) {
        var more = line.getBytes(StandardCharsets.UTF_8);
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    JsonBytes number(long value) {
        return raw(Long.toString(value));
    }

    /** Adds a number as {@link JsonForm#number(double)} has it. */
    JsonBytes decimal(double value) {
        var brief = Math.abs(value) <= BRIEF && value == Math.rint(value); // of which every Java prints the same digits
        return brief ? raw(Double.toString(value)) : json(JsonForm.line(JsonForm.number(value)));
    }

    /** Adds a string, quoted. */
    JsonBytes text(String value) {
        room(Math.addExact(2, value.length()));
        bytes[length++] = '"';
        var plain = plain(value);
        if (plain < value.length()) {
            escaped(value, plain);
        }
        room(1);
        bytes[length++] = '"';
        return this;
    }

    /** Adds the ASCII that a string begins with, up to the first character to escape; returns how much that was. */
    private int plain(String value) {
        var target = bytes;
        var start = length;
        var i = 0;
        for (; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ' || c >= DELETE || c == '"' || c == '\\') {
                break;
            }
            target[start + i] = (byte) c;
        }
        length += i;
        return i;
    }

    private void escaped(String value, int from) {
        room(Math.multiplyExact(value.length() - from, MOST_OF_A_CHAR));
        for (var i = from; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < DELETE) {
                ascii(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                pair(Character.toCodePoint(c, value.charAt(++i)));
            } else if (Character.isSurrogate(c)) {
                wide(JsonForm.REPLACEMENT);
            } else if (JsonForm.prints(c)) {
                wide(c);
            } else {
                escape(c);
            }
        }
    }

    private void ascii(char c) {
        if (c >= ' ' && c != '"' && c != '\\') {
            bytes[length++] = (byte) c;
            return;
        }
        var brief = switch (c) {
            case '"', '\\' -> c;
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> ' ';
        };
        if (brief == ' ') {
            escape(c);
        } else {
            bytes[length++] = '\\';
            bytes[length++] = (byte) brief;
        }
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (var shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = (byte) HEX.charAt((c >> shift) & 0xF);
        }
    }

    private void wide(char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
    }

    private void pair(int codePoint) {
        bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
