package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.language.ColognePhonetic;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.MatchRatingApproachEncoder;
import org.apache.commons.codec.language.Metaphone;
import org.apache.commons.codec.language.Nysiis;
import org.apache.commons.codec.language.Soundex;

/** Tokens as they sound. Immutable. */
record PhoneticFilter(PhoneticCode code, UnaryOperator<String> encoder) implements TokenFilter {

    private static final int WHOLE = 255;

    static PhoneticFilter of(PhoneticCode code) {
        return new PhoneticFilter(code, encoder(code));
    }

    private static UnaryOperator<String> encoder(PhoneticCode code) {
        return switch (code) {
            case SOUNDEX -> Soundex.US_ENGLISH::soundex;
            case METAPHONE -> metaphone();
            case DOUBLE_METAPHONE -> doubleMetaphone();
            case NYSIIS -> new Nysiis(false)::nysiis;
            case MATCH_RATING -> new MatchRatingApproachEncoder()::encode;
            case COLOGNE -> new ColognePhonetic()::colognePhonetic;
        };
    }

    private static UnaryOperator<String> metaphone() {
        var metaphone = new Metaphone();
        metaphone.setMaxCodeLen(WHOLE);
        return metaphone::metaphone;
    }

    private static UnaryOperator<String> doubleMetaphone() {
        var metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(WHOLE);
        return metaphone::doubleMetaphone;
    }

    @Override
    public List<Token> apply(List<Token> tokens) {
        var coded =
                new ArrayList<Token>(Objects.requireNonNull(tokens, "tokens").size());
        for (var token : tokens) {
            if (token.text().chars().anyMatch(PhoneticFilter::isLatinLetter)) {
                var letters = token.text().replaceAll("[^A-Za-zÄÖÜäöüß]", "");
                coded.add(token.withText(encoder.apply(letters)));
            }
        }
        return coded;
    }

    private static boolean isLatinLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(Description.of("phonetic").with("code", nameOf(code)));
    }

    @Override
    public String toString() {
        return "phonetic(" + nameOf(code) + ")";
    }

    private static String nameOf(PhoneticCode code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
