package io.llmops.preprocess.dedup;

import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.Tokenizer;
import java.util.List;

/** An example and its tokens. Not safe for use by many threads. */
@SuppressWarnings("ArrayRecordComponent") // nothing compares or prints it
record TokenizedExample(String id, String input, List<Token> tokens, long[] hashes) {

    static TokenizedExample of(String id, String input, Tokenizer tokenizer) {
        var tokens = tokenizer.tokenize(Text.of(input));
        var hashes = tokens.stream().mapToLong(token -> Hash.of(token.text())).toArray();
        return new TokenizedExample(id, input, tokens, hashes);
    }

    /** Whether the same run of tokens stands at a place here and at one of another example. */
    boolean hasSameRun(int at, TokenizedExample other, int otherAt, int length) {
        for (var i = 0; i < length; i++) {
            if (!tokens.get(at + i).text().equals(other.tokens.get(otherAt + i).text())) {
                return false;
            }
        }
        return true;
    }

    int runs(int length) {
        return Math.max(0, hashes.length - length + 1);
    }
}
