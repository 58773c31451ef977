package io.llmops.core.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Unzips what is gzipped, which its first two bytes tell. */
final class Gzip {

    private static final byte[] MAGIC = {0x1f, (byte) 0x8b};
    private static final int BUFFER = 1 << 16;

    private Gzip() {}

    static InputStream unzipped(InputStream in) throws IOException {
        var start = in.readNBytes(MAGIC.length);
        var whole = new PushbackInputStream(in, MAGIC.length);
        whole.unread(start);
        return Arrays.equals(start, MAGIC) ? new GZIPInputStream(whole, BUFFER) : whole;
    }
}
