package io.llmops.eval.metric.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The tokens of a text as ROUGE sees them, sentence by sentence; a sentence is a line. */
final class RougeText {

    private static final int SHORTEST_STEMMED = 4;

    private final int[] tokens;
    private final List<int[]> sentences;

    private RougeText(int[] tokens, List<int[]> sentences) {
        this.tokens = tokens;
        this.sentences = sentences;
    }

    static RougeText of(String text, UnaryOperator<String> stemmer, TokenIds ids) {
        var sentences = new ArrayList<int[]>();
        var length = 0;
        for (var line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                var sentence = ids.of(words(line, stemmer));
                sentences.add(sentence);
                length += sentence.length;
            }
        }
        var tokens = new int[length];
        var at = 0;
        for (var sentence : sentences) {
            System.arraycopy(sentence, 0, tokens, at, sentence.length);
            at += sentence.length;
        }
        return new RougeText(tokens, sentences);
    }

    int[] tokens() {
        return tokens;
    }

    List<int[]> sentences() {
        return sentences;
    }

    /** Runs of ASCII letters and digits in lower case, those of more than three stemmed. */
    private static List<String> words(String text, UnaryOperator<String> stemmer) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var lower = text.toLowerCase(Locale.ROOT);
        for (var i = 0; i <= lower.length(); i++) {
            var c = i < lower.length() ? lower.charAt(i) : ' ';
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                word.append(c);
            } else if (word.length() > 0) {
                var whole = word.toString();
                words.add(whole.length() < SHORTEST_STEMMED ? whole : stemmer.apply(whole));
                word.setLength(0);
            }
        }
        return words;
    }
}
