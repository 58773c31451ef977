package io.llmops.preprocess.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Repairs UTF-8 that was read as Latin-1 or Windows-1252: each run of characters whose bytes are one well-formed UTF-8
 * sequence beyond ASCII becomes the character it spells. Immutable.
 */
record Mojibake() implements UnaryOperator<Text> {

    private static final int NONE = -1;
    private static final int[] BYTES = bytes();

    private static int[] bytes() {
        var bytes = new int[0x2123];
        Arrays.fill(bytes, NONE);
        var windows = Charset.forName("windows-1252");
        for (var b = 0x80; b <= 0xFF; b++) {
            bytes[b] = b;
            var read = new String(new byte[] {(byte) b}, windows).charAt(0);
            if (read < bytes.length) {
                bytes[read] = b;
            }
        }
        return bytes;
    }

    @Override
    public Text apply(Text text) {
        var characters = text.toString();
        TextEditor editor = null;
        for (var at = 0; at + 1 < characters.length(); at++) {
            var codePoint = sequence(characters, at);
            if (codePoint >= 0) {
                editor = editor == null ? text.edit() : editor;
                var width = width(codePoint);
                editor.replace(at, at + width, Character.toString(codePoint));
                at += width - 1;
            }
        }
        return editor == null ? text : editor.finish();
    }

    private static int sequence(String characters, int at) {
        var lead = byteOf(characters.charAt(at));
        if (lead < 0xC2 || lead > 0xF4) {
            return NONE;
        }
        var more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        if (at + more >= characters.length()) {
            return NONE;
        }
        var codePoint = lead & (0x3F >> more);
        for (var i = 1; i <= more; i++) {
            var next = byteOf(characters.charAt(at + i));
            if (next < 0x80 || next > 0xBF) {
                return NONE;
            }
            codePoint = codePoint << 6 | (next & 0x3F);
        }
        var isWellFormed = codePoint >= (more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000)
                && codePoint <= Character.MAX_CODE_POINT
                && Character.getType(codePoint) != Character.SURROGATE;
        return isWellFormed ? codePoint : NONE;
    }

    private static int width(int codePoint) {
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static int byteOf(char c) {
        return c < BYTES.length ? BYTES[c] : NONE;
    }
}
