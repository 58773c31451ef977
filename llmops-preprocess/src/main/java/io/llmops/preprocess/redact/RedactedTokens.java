package io.llmops.preprocess.redact;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens of a text, those that a finding touches masked. Safe for use by many threads if the tokenizer is. */
record RedactedTokens(Redactor redactor, Tokenizer tokenizer) implements Tokenizer {

    @Override
    public List<Token> tokenize(Text text) {
        var masks = redactor.masks(text);
        var tokens = tokenizer.tokenize(text);
        if (masks.isEmpty()) {
            return tokens;
        }
        var masked = new ArrayList<Token>(tokens.size());
        var next = 0;
        var used = -1;
        for (var token : tokens) {
            while (next < masks.size() && masks.get(next).end() <= token.start()) {
                next++;
            }
            if (next == masks.size() || masks.get(next).start() >= token.end()) {
                masked.add(token);
            } else if (used < next) {
                masked.add(token.withText(masks.get(next).replacement()));
                used = next;
            }
        }
        return masked;
    }

    @Override
    public Optional<Description> describe() {
        return redactor.describe()
                .flatMap(how -> tokenizer
                        .describe()
                        .map(what -> Description.of("redacted-tokens")
                                .with("redactor", how)
                                .with("tokenizer", what)));
    }

    @Override
    public String toString() {
        return tokenizer + " ▸ " + redactor;
    }
}
