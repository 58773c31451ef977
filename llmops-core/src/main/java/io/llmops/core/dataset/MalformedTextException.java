package io.llmops.core.dataset;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.Charset;

/** Bytes that are no characters in the expected charset; the message says which byte. */
final class MalformedTextException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedTextException(Charset charset, int found) {
        super("expected " + charset.name() + ", found the byte 0x%02X".formatted(found));
    }
}
