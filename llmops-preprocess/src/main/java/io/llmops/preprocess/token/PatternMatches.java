package io.llmops.preprocess.token;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Each match of a pattern, empty ones left out. Immutable. */
record PatternMatches(Pattern pattern) implements BiConsumer<String, TokenList> {

    @Override
    public void accept(String text, TokenList tokens) {
        var matcher = pattern.matcher(new BoundedCharacters(text, pattern));
        while (matcher.find()) {
            if (matcher.start() < matcher.end()) {
                tokens.add(matcher.start(), matcher.end(), TokenType.WORD);
            }
        }
    }
}
