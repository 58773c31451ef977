package io.llmops.core.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of a source. A byte order mark is dropped, and bytes that are not in the charset end the reading, after
 * all characters before them have been read. Not safe for use by many threads.
 */
final class StrictReader extends Reader {

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private boolean atStart = true;
    private boolean atEnd;
    private boolean flushed;

    StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Reads characters.
     *
     * @throws MalformedTextException if the next bytes are no character
     * @throws IllegalArgumentException if there is no room for a surrogate pair
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("expected room for 2 characters or more, found " + length);
        }
        var chars = CharBuffer.wrap(target, offset, length).slice();
        while (chars.position() == 0 && !flushed) {
            decode(chars);
            if (atStart && chars.position() > 0) {
                atStart = false;
                dropByteOrderMark(target, offset, chars);
            }
        }
        return chars.position() > 0 ? chars.position() : -1;
    }

    private void decode(CharBuffer chars) throws IOException {
        var result = decoder.decode(bytes, chars, atEnd);
        if (chars.position() > 0) {
            return;
        }
        if (result.isError()) {
            throw new MalformedTextException(decoder.charset(), bytes.get(bytes.position()) & 0xff);
        }
        if (atEnd) {
            decoder.flush(chars);
            flushed = true;
        } else {
            fill();
        }
    }

    private static void dropByteOrderMark(char[] target, int offset, CharBuffer chars) {
        if (target[offset] == BYTE_ORDER_MARK) {
            System.arraycopy(target, offset + 1, target, offset, chars.position() - 1);
            chars.position(chars.position() - 1);
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        var count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            atEnd = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
