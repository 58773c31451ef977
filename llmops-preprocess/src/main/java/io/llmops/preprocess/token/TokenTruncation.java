package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.text.Text;
import java.util.Objects;
import java.util.Optional;

/** Cuts a text behind so many tokens, between two user-perceived characters. Safe for use by many threads. */
record TokenTruncation(Tokenizer tokenizer, int most) implements Cleaner {

    TokenTruncation {
        Objects.requireNonNull(tokenizer, "tokenizer");
        if (most < 0) {
            throw new IllegalArgumentException("expected 0 tokens or more, found " + most);
        }
    }

    @Override
    public Text clean(Text text) {
        var characters = Objects.requireNonNull(text, "text").toString();
        var end = tokenizer instanceof SubwordTokenizer subwords
                ? subwords.truncate(characters, most).length()
                : end(characters);
        return text.slice(0, end);
    }

    /** Tokens may overlap, or be cut otherwise when less stands behind them: what is left is counted again. */
    private int end(String characters) {
        var tokens = tokenizer.apply(characters);
        if (tokens.size() <= most) {
            return characters.length();
        }
        for (var kept = most; kept > 0; kept--) {
            var end = Segmenters.graphemes()
                    .endWithin(characters, tokens.get(kept - 1).end());
            if (tokenizer.apply(characters.substring(0, end)).size() <= most) {
                return end;
            }
        }
        return 0;
    }

    @Override
    public Optional<Description> describe() {
        return tokenizer
                .describe()
                .map(how -> Description.of("truncate-to-tokens")
                        .with("tokens", most)
                        .with("tokenizer", how));
    }

    @Override
    public String toString() {
        return "truncate-to-tokens(" + most + " " + tokenizer + ")";
    }
}
