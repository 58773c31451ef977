package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Segmenters;
import java.util.function.BiConsumer;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * Words by OpenNLP, which decides at each character between two spaces. Its effort grows with the square of that distance,
 * so what is longer than any word is cut by the rules of Unicode. Safe for use by many threads.
 */
record LearnedWords(Pool<TokenizerME> tokenizers) implements BiConsumer<String, TokenList> {

    private static final int LONGEST = 255;

    static LearnedWords of(LearnedModel model) {
        var loaded = model.load(TokenizerModel::new);
        return new LearnedWords(new Pool<>(() -> new TokenizerME(loaded)));
    }

    @Override
    public void accept(String text, TokenList tokens) {
        var tokenizer = tokenizers.take();
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = start;
            while (end < text.length() && !SegmentTokens.isSpace(text.charAt(end))) {
                end++;
            }
            if (end - start > LONGEST) {
                addByRules(text, start, end, tokens);
            } else if (end > start) {
                for (var word : tokenizer.tokenizePos(text.substring(start, end))) {
                    tokens.addWord(start + word.getStart(), start + word.getEnd());
                }
            }
        }
        tokenizers.giveBack(tokenizer);
    }

    private static void addByRules(String text, int start, int end, TokenList tokens) {
        var words = Segmenters.words();
        var run = text.substring(start, end);
        for (int from = 0, to; from < run.length(); from = to) {
            to = words.end(run, from);
            tokens.addWord(start + from, start + to);
        }
    }
}
