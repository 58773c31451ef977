package io.llmops.preprocess.redact;

import java.util.Objects;

/**
 * What kind of thing was found, such as {@code EMAIL}. Those the library knows are here and, for national ids, at
 * {@link NationalId#type}; {@link #of} makes any other. Immutable.
 *
 * @param name a capital letter, then capital letters, digits and underscores; at most 40 characters
 */
public record EntityType(String name) {

    /** An e-mail address. */
    public static final EntityType EMAIL = of("EMAIL");
    /** A telephone number. */
    public static final EntityType PHONE = of("PHONE");
    /** A payment card's number. */
    public static final EntityType CARD = of("CARD");
    /** An international bank account number. */
    public static final EntityType IBAN = of("IBAN");
    /** An IP address, version 4 or 6. */
    public static final EntityType IP_ADDRESS = of("IP_ADDRESS");
    /** A hardware address. */
    public static final EntityType MAC_ADDRESS = of("MAC_ADDRESS");
    /** A URL that holds a password or a token before its host. */
    public static final EntityType CREDENTIAL_URL = of("CREDENTIAL_URL");
    /** A date said to be somebody's birth. */
    public static final EntityType DATE_OF_BIRTH = of("DATE_OF_BIRTH");
    /** An API key, a token, a private key, a password that is assigned. */
    public static final EntityType SECRET = of("SECRET");
    /** A person's name. */
    public static final EntityType PERSON = of("PERSON");
    /** A place. */
    public static final EntityType PLACE = of("PLACE");
    /** A company or an office. */
    public static final EntityType ORGANIZATION = of("ORGANIZATION");
    /** What looks like a {@link Vault}'s pseudonym and stood in the text before; see {@link Ways#pseudonyms}. */
    public static final EntityType PSEUDONYM = of("PSEUDONYM");

    static final int LONGEST = 40;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is not as described
     */
    public EntityType {
        Objects.requireNonNull(name, "name");
        if (name.isEmpty()
                || name.length() > LONGEST
                || !name.chars().allMatch(EntityType::isPart)
                || !Characters.isUpper(name.charAt(0))) {
            throw new IllegalArgumentException("expected a name like CUSTOMER_NUMBER of at most " + LONGEST
                    + " characters, found '" + name.substring(0, Math.min(LONGEST, name.length())) + "'");
        }
    }

    static boolean isPart(int character) {
        return Characters.isUpper((char) character) || Characters.isDigit((char) character) || character == '_';
    }

    /**
     * Returns the type of this name.
     *
     * @param name the name, like {@code CUSTOMER_NUMBER}
     * @return the type
     */
    public static EntityType of(String name) {
        return new EntityType(name);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
