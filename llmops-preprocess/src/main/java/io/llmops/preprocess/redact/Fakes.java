package io.llmops.preprocess.redact;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Keeps the form of what was found and changes what it says: a digit becomes a digit, a capital a capital, any other letter a
 * small letter, the rest stays. Where check digits could make the fake somebody's number, it is drawn again until they do not.
 */
record Fakes(Key key) implements BiFunction<EntityType, String, String> {

    private static final List<Recognizer> CHECKED =
            List.of(Recognizers.card(), Recognizers.iban(), Recognizers.nationalIds());
    private static final int MOST_DRAWS = 1000;
    private static final int MOST_BLOCKS = 1 << 20;
    private static final int BLOCK = 32;

    @Override
    public String apply(EntityType type, String found) {
        var fake = found;
        for (var draw = 0; draw < MOST_DRAWS; draw++) {
            fake = draw(draw, type, found);
            if (!fake.equals(found) && !isValid(type, fake)) {
                return fake;
            }
        }
        return fake;
    }

    private static boolean isValid(EntityType type, String fake) {
        return CHECKED.stream().anyMatch(recognizer -> !recognizer.apply(fake).isEmpty())
                || Arrays.stream(NationalId.values())
                        .anyMatch(kind -> kind.type().equals(type) && kind.isValid(fake));
    }

    private String draw(int draw, EntityType type, String found) {
        var fake = new StringBuilder(found.length());
        byte[] bytes = {};
        for (var i = 0; i < found.length(); i++) {
            var at = i % BLOCK;
            if (at == 0) {
                bytes = key.code(draw * MOST_BLOCKS + i / BLOCK, type, found);
            }
            fake.append(another(found.charAt(i), bytes[at] & 0xFF));
        }
        return fake.toString();
    }

    private static char another(char c, int random) {
        if (Character.isDigit(c)) {
            return (char) ('0' + random % 10);
        }
        if (Character.isUpperCase(c)) {
            return (char) ('A' + random % 26);
        }
        return Character.isLetter(c) || Character.isSurrogate(c) ? (char) ('a' + random % 26) : c;
    }
}
