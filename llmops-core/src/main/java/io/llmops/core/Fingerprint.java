package io.llmops.core;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The SHA-256 of something's content, as 64 lower-case hexadecimal digits: equal content has an equal fingerprint on
 * every machine. Immutable.
 *
 * @param sha256 64 hexadecimal digits, lower case
 */
public record Fingerprint(String sha256) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT_LENGTH = 12;

    /**
     * Checks the digits.
     *
     * @throws IllegalArgumentException if {@code sha256} is not 64 lower-case hexadecimal digits
     */
    public Fingerprint {
        Objects.requireNonNull(sha256, "sha256");
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "expected 64 lower-case hexadecimal digits, found " + sha256.length() + " characters");
        }
    }

    /** {@return the fingerprint of these parts, in this order; no two different lists of parts share one} */
    public static Fingerprint of(String... parts) {
        var hasher = hasher();
        for (var part : parts) {
            hasher.add(part);
        }
        return hasher.finish();
    }

    /** {@return an empty hasher, for content that comes piece by piece} */
    public static Hasher hasher() {
        return new Hasher();
    }

    /** {@return the first 12 digits, enough for a person to tell two fingerprints apart} */
    public String brief() {
        return sha256.substring(0, SHORT_LENGTH);
    }

    /** {@return {@code sha256:} and the digits} */
    @Override
    public String toString() {
        return "sha256:" + sha256;
    }

    /**
     * Takes content part by part; each part is framed by its length, so that {@code ("ab", "c")} and {@code ("a", "bc")}
     * differ. Not safe for use by many threads.
     */
    public static final class Hasher {

        private final MessageDigest digest;
        private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

        private Hasher() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        /**
         * Adds a text, as UTF-8 behind its length in bytes; an unpaired surrogate, which UTF-8 has no bytes for, as the
         * three bytes that WTF-8 has for it.
         *
         * @param part the text
         * @return this hasher
         */
        public Hasher add(String part) {
            var bytes = bytes(part);
            add(bytes.length);
            digest.update(bytes);
            return this;
        }

        private static byte[] bytes(String part) {
            return hasUnpairedSurrogate(part) ? wtf8(part) : part.getBytes(StandardCharsets.UTF_8);
        }

        private static boolean hasUnpairedSurrogate(String part) {
            for (var i = 0; i < part.length(); i++) {
                if (Character.isSurrogate(part.charAt(i))) {
                    if (isSurrogate(part.codePointAt(i))) {
                        return true;
                    }
                    i++;
                }
            }
            return false;
        }

        private static boolean isSurrogate(int codePoint) {
            return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        }

        private static byte[] wtf8(String part) {
            var bytes = new ByteArrayOutputStream();
            part.codePoints().forEach(codePoint -> {
                if (isSurrogate(codePoint)) {
                    bytes.write(0xE0 | (codePoint >> 12));
                    bytes.write(0x80 | ((codePoint >> 6) & 0x3F));
                    bytes.write(0x80 | (codePoint & 0x3F));
                } else {
                    bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                }
            });
            return bytes.toByteArray();
        }

        /**
         * Adds a number, as 8 bytes, most significant first.
         *
         * @param part the number
         * @return this hasher
         */
        public Hasher add(long part) {
            number.putLong(0, part);
            digest.update(number.array());
            return this;
        }

        /** {@return the fingerprint of all that was added; the hasher is empty again afterwards} */
        public Fingerprint finish() {
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        }
    }
}
