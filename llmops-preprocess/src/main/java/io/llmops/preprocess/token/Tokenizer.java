package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Explanation;
import io.llmops.preprocess.text.Text;
import java.util.List;

/**
 * Cuts a text into tokens. What it returns keeps three laws: tokens come in the order of their starts; positions do not
 * decrease; and before a filter changed it, a token's text is what the cleaned text has there, while its offsets are those
 * of the original.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Tokenizer extends Stage<String, List<Token>> {

    /**
     * Returns the tokens of a text.
     *
     * @param text the text, perhaps cleaned
     * @return its tokens, with offsets into its original; empty if there are none
     */
    List<Token> tokenize(Text text);

    @Override
    @SuppressWarnings(
            "FunctionalInterfaceMethodChanged") // a tokenizer is written over texts and used, as a stage, on strings
    default List<Token> apply(String text) {
        return tokenize(Text.of(text));
    }

    /**
     * Returns a chain of this tokenizer and a filter behind it.
     *
     * @param filter takes the tokens
     * @return the chain
     */
    default Analyzer then(TokenFilter filter) {
        return Analyzer.of(this).then(filter);
    }

    /**
     * Returns what each step of this chain does to a text.
     *
     * @param text the text
     * @return a row a step, behind the text; tokens are apart by a bar
     */
    default Explanation explain(String text) {
        return TokenChanges.explain(Analyzer.of(this), text);
    }

    /**
     * Returns a cleaner that cuts a text behind so many tokens of this tokenizer, between two user-perceived characters:
     *
     * <pre>{@code
     * TextCleaner.standard().then(Tokenizers.subwords("o200k_base").truncation(512));
     * }</pre>
     *
     * @param tokens the most tokens the shorter text has, 0 or more
     * @return the cleaner
     * @throws IllegalArgumentException if the number is negative
     */
    default Cleaner truncation(int tokens) {
        return new TokenTruncation(this, tokens);
    }

    /**
     * Returns a chain of this tokenizer and a cleaner before it.
     *
     * @param cleaner prepares the text
     * @return the chain
     */
    default Analyzer after(Cleaner cleaner) {
        return Analyzer.of(this).after(cleaner);
    }
}
