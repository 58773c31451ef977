package io.llmops.preprocess.token;

import java.io.Reader;

/** A reader over a string that can be set anew. Not safe for use by many threads. */
final class StringReader extends Reader {

    private String characters = "";
    private int position;

    void reset(String next) {
        characters = next;
        position = 0;
    }

    @Override
    public int read() {
        return position < characters.length() ? characters.charAt(position++) : -1;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (position >= characters.length()) {
            return -1;
        }
        var count = Math.min(length, characters.length() - position);
        characters.getChars(position, position + count, buffer, offset);
        position += count;
        return count;
    }

    @Override
    public void close() {
        characters = "";
        position = 0;
    }
}
