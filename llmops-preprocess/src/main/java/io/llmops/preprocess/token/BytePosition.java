package io.llmops.preprocess.token;

/** Walks a text by the bytes of its UTF-8 form. The text has no lone surrogates. Not safe for use by many threads. */
final class BytePosition {

    private final String text;
    private int character;
    private int bytesInto;

    BytePosition(String text) {
        this.text = text;
    }

    void advance(int bytes) {
        bytesInto += bytes;
        while (character < text.length() && bytesInto >= width(text.codePointAt(character))) {
            var codePoint = text.codePointAt(character);
            bytesInto -= width(codePoint);
            character += Character.charCount(codePoint);
        }
    }

    /** Where the character starts that the position is at or inside of. */
    int characterStart() {
        return character;
    }

    /** The position, or the end of the character it is inside of. */
    int characterEnd() {
        return bytesInto == 0 ? character : character + Character.charCount(text.codePointAt(character));
    }

    private static int width(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
