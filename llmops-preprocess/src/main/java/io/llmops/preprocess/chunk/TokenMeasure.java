package io.llmops.preprocess.chunk;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.SubwordTokenizer;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.Tokenizer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The tokens of a tokenizer. Immutable. */
record TokenMeasure(Tokenizer tokenizer) implements Measure {

    TokenMeasure {
        Objects.requireNonNull(tokenizer, "tokenizer");
    }

    @Override
    public int count(String text) {
        return tokenizer instanceof SubwordTokenizer subwords
                ? subwords.count(text)
                : tokenizer.tokenize(Text.of(text)).size();
    }

    @Override
    public Units units(String text) {
        var tokens = tokenizer.tokenize(Text.of(text));
        return new Starts(tokens.stream().mapToInt(Token::start).toArray(), text.length());
    }

    @Override
    public Optional<Description> describe() {
        return tokenizer.describe();
    }

    @Override
    public String toString() {
        return tokenizer.toString();
    }

    @SuppressWarnings("ArrayRecordComponent") // nothing compares or prints it
    private record Starts(int[] starts, int length) implements Units {

        @Override
        public int before(int position) {
            var low = 0;
            var high = starts.length;
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (starts[middle] < position) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public int place(int unit) {
            return unit < starts.length ? starts[unit] : length;
        }

        @Override
        public void mark(Cuts cuts) {
            Arrays.stream(starts).forEach(start -> cuts.mark(start, Cuts.TOKEN));
        }
    }
}
