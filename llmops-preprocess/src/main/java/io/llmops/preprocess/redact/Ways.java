package io.llmops.preprocess.redact;

import io.llmops.core.pipeline.Description;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The shelf of ways to hide what was found. Keys are copied, and no description, message or {@code toString} shows them.
 *
 * <p>Safe for use by many threads.
 */
public final class Ways {

    private static final int HASH_BYTES = 8;

    private Ways() {}

    /** {@return the type in angle brackets, e.g. {@code <EMAIL>}} */
    public static Way mask() {
        return new NamedWay(Description.of("mask"), (type, found) -> "<" + type + ">");
    }

    /**
     * Returns one text for whatever was found.
     *
     * @param replacement the text, e.g. {@code [redacted]}
     * @return the way
     */
    public static Way mask(String replacement) {
        Objects.requireNonNull(replacement, "replacement");
        return new NamedWay(Description.of("mask").with("as", replacement), (type, found) -> replacement);
    }

    /** {@return nothing in its place; what stood around it is kept as it is, spaces too} */
    public static Way remove() {
        return new NamedWay(Description.of("remove"), (type, found) -> "");
    }

    /**
     * Returns a keyed hash, e.g. {@code <EMAIL:3f9c0b5a1d2e4f60>}: the first 8 bytes of HMAC-SHA256 over type and characters,
     * as hexadecimal digits. The same characters get the same hash under the same key; that two others share one is to be
     * expected (even odds) among five thousand million.
     *
     * @param key 16 bytes or more; whoever has it can test guesses
     * @return the way
     * @throws IllegalArgumentException if the key is shorter
     */
    public static Way hash(byte[] key) {
        var secret = new Key(key);
        return new NamedWay(
                Description.of("hash"),
                (type, found) ->
                        "<" + type + ":" + HexFormat.of().formatHex(secret.code(0, type, found), 0, HASH_BYTES) + ">");
    }

    /**
     * Returns a fake of the same form: as long, a digit for a digit, a letter for a letter in its case, punctuation as it
     * was. The same characters get the same fake under the same key. Check digits of a fake are wrong on purpose, so that
     * it is no living person's card, account or id, and a second redaction leaves it alone.
     *
     * @param key 16 bytes or more
     * @return the way
     * @throws IllegalArgumentException if the key is shorter
     */
    public static Way fake(byte[] key) {
        return new NamedWay(Description.of("fake"), new Fakes(new Key(key)));
    }

    /**
     * Returns numbered pseudonyms, e.g. {@code <PERSON_1>}, which {@link Vault#restore} turns back. What already looks like
     * one in a text is given a pseudonym too, so that it comes back as it was.
     *
     * @param vault keeps what the pseudonyms stand for
     * @return the way
     */
    public static Way pseudonyms(Vault vault) {
        return new Pseudonyms(vault);
    }
}
