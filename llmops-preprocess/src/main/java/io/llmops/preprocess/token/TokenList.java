package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects tokens of a text, each at a position of its own. Not safe for use by many threads. */
final class TokenList {

    private final Text text;
    private final String characters;
    private final List<Token> tokens = new ArrayList<>();

    TokenList(Text text) {
        this.text = text;
        this.characters = text.toString();
    }

    void add(int start, int end, TokenType type) {
        add(characters.substring(start, end), start, end, type);
    }

    /** Adds a word, or punctuation if there is neither a letter nor a digit in it. */
    void addWord(int start, int end) {
        var word = characters.substring(start, end);
        var isWord = word.codePoints().anyMatch(Character::isLetterOrDigit);
        add(word, start, end, isWord ? TokenType.WORD : TokenType.PUNCTUATION);
    }

    void add(String token, int start, int end, TokenType type) {
        var from = start < text.length()
                ? text.originalStart(start)
                : text.originalSpan(start, end).start();
        var to = start < end ? text.originalEnd(end) : from;
        tokens.add(new Token(token, from, to, type, tokens.size()));
    }

    List<Token> toList() {
        return tokens;
    }
}
