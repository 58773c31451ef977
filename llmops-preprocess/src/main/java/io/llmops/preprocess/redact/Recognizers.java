package io.llmops.preprocess.redact;

import io.llmops.core.Fingerprint;
import io.llmops.core.LlmopsException;
import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.token.OptionalLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The shelf of recognisers. All of them take time in proportion to the text, whatever it holds. They read plain digits and
 * letters: put {@code Cleaners.nfkc()} before where other digits or full-width forms are to be expected.
 *
 * <p>Safe for use by many threads.
 */
public final class Recognizers {

    private Recognizers() {}

    /** {@return e-mail addresses: up to 64 characters, an at sign, and a domain with a dot (RFC 5321)} */
    public static Recognizer email() {
        return NamedRecognizer.of("email", Emails::find);
    }

    /**
     * Returns telephone numbers, as libphonenumber knows them: possible ones of any country that start with a plus sign,
     * valid ones of the given regions as they are dialled there, and 7 to 15 digits that a word like "phone" announces. Needs
     * {@code com.googlecode.libphonenumber:libphonenumber}.
     *
     * @param regions ISO 3166 codes, such as {@code US} and {@code GB}; may be empty
     * @return the recogniser
     * @throws IllegalStateException if the library is not on the class path
     * @throws IllegalArgumentException if a region is not known
     */
    public static Recognizer phone(String... regions) {
        var upper = Phones.upperCase(regions);
        return new NamedRecognizer(
                Description.of("phone").with("regions", String.join(",", upper)),
                OptionalLibrary.LIBPHONENUMBER.use(() -> new Phones(upper)));
    }

    /** {@return payment cards: an issuer's first digits, its length, and the Luhn digit (ISO/IEC 7812)} */
    public static Recognizer card() {
        return NamedRecognizer.of("card", Cards::find);
    }

    /** {@return bank accounts: a country of ISO 13616, its length, and MOD 97-10} */
    public static Recognizer iban() {
        return NamedRecognizer.of("iban", Ibans::find);
    }

    /** {@return IP addresses: four decimal octets, or the hexadecimal groups of version 6 with a gap or without} */
    public static Recognizer ip() {
        return NamedRecognizer.of("ip", Addresses::findIp);
    }

    /** {@return hardware addresses of 48 bits, with colons, hyphens or dots} */
    public static Recognizer mac() {
        return NamedRecognizer.of("mac", Addresses::findMac);
    }

    /** {@return URLs with a password or a token of 16 characters or more before the host} */
    public static Recognizer credentialUrl() {
        return NamedRecognizer.of("credential-url", CredentialUrls::find);
    }

    /** {@return every {@link NationalId}} */
    public static Recognizer nationalIds() {
        return nationalIds(EnumSet.allOf(NationalId.class));
    }

    /**
     * Returns some national ids.
     *
     * @param first one kind
     * @param more other kinds
     * @return the recogniser
     */
    public static Recognizer nationalIds(NationalId first, NationalId... more) {
        return nationalIds(EnumSet.of(first, more));
    }

    private static Recognizer nationalIds(Set<NationalId> kinds) {
        return new NamedRecognizer(
                Description.of("national-ids").with("kinds", kinds.toString()), new NationalIds(kinds));
    }

    /** {@return dates that a word before them calls somebody's birth, such as "born on" or "DOB:", in 20 languages} */
    public static Recognizer dateOfBirth() {
        return NamedRecognizer.of("date-of-birth", BirthDates::find);
    }

    /**
     * {@return private keys in PEM, JSON web tokens, tokens of well-known issuers, and what is assigned to a word like
     * {@code api_key} or {@code password}}
     */
    public static Recognizer secrets() {
        return NamedRecognizer.of("secrets", Secrets::find);
    }

    /**
     * Returns the words and phrases of a list: names, places, projects. Only whole words count, in the very case they are
     * given; of several that start at one place, the longest. White space in a phrase stands for any white space, one
     * character for one.
     *
     * @param type what they are
     * @param words at most 256 characters each
     * @return the recogniser; it shows only a hash of the list
     */
    public static Recognizer words(EntityType type, Collection<String> words) {
        return words(type, words, false);
    }

    /**
     * Returns the words and phrases of a list, in any case; else like {@link #words(EntityType, Collection)}.
     *
     * @param type what they are
     * @param words at most 256 characters each
     * @return the recogniser; it shows only a hash of the list
     */
    public static Recognizer wordsIgnoringCase(EntityType type, Collection<String> words) {
        return words(type, words, true);
    }

    private static Recognizer words(EntityType type, Collection<String> words, boolean ignoringCase) {
        var sorted = new TreeSet<>(words);
        var description = Description.of("words")
                .with("type", type)
                .with("ignoring-case", ignoringCase)
                .with("words", sorted.size())
                .with("sha256", Fingerprint.of(sorted.toArray(String[]::new)).sha256());
        return new NamedRecognizer(description, new WordList(type, sorted, ignoringCase));
    }

    /**
     * Returns the matches of a pattern. Matching is bounded to 100 looks a character: a pattern that backtracks more than
     * that is stopped with an {@link IllegalStateException}, and nothing is redacted.
     *
     * @param type what it finds
     * @param pattern the pattern
     * @return the recogniser
     */
    public static Recognizer pattern(EntityType type, Pattern pattern) {
        Objects.requireNonNull(type, "type");
        var description = Description.of("pattern")
                .with("type", type)
                .with("pattern", pattern.pattern())
                .with("flags", pattern.flags());
        return new NamedRecognizer(description, new PatternFindings(type, pattern));
    }

    /**
     * Returns the names that an OpenNLP name finder model finds; {@code person} becomes {@link EntityType#PERSON},
     * {@code location} {@link EntityType#PLACE}, any other type its name in capitals. Sentences are looked at one by one.
     * Needs {@code org.apache.opennlp:opennlp-tools}.
     *
     * @param model a name finder model's file
     * @return the recogniser
     * @throws LlmopsException if the file cannot be read or is no such model
     * @throws IllegalStateException if the library is not on the class path
     */
    public static Recognizer names(Path model) {
        try (var stream = Files.newInputStream(model)) {
            return names(stream);
        } catch (IOException e) {
            throw new LlmopsException("cannot read the model " + model, e);
        }
    }

    /**
     * Returns the names that an OpenNLP name finder model finds, see {@link #names(Path)}.
     *
     * @param model a name finder model; read to its end, not closed
     * @return the recogniser
     * @throws LlmopsException if it cannot be read or is no such model
     * @throws IllegalStateException if the library is not on the class path
     */
    public static Recognizer names(InputStream model) {
        try {
            var bytes = model.readAllBytes();
            var hash = Fingerprint.of(HexFormat.of().formatHex(bytes)).sha256();
            return new NamedRecognizer(
                    Description.of("names").with("sha256", hash),
                    OptionalLibrary.OPENNLP.use(() -> NameModel.read(bytes)));
        } catch (IOException e) {
            throw new LlmopsException("cannot read the model", e);
        }
    }

    /** The recognisers that need no library and no settings. */
    static List<Recognizer> plain() {
        return List.of(secrets(), credentialUrl(), email(), iban(), card(), nationalIds(), dateOfBirth(), ip(), mac());
    }
}
