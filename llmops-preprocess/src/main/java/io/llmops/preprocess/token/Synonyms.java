package io.llmops.preprocess.token;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts other words behind each phrase's first token, at its position, over the phrase's characters. Immutable. */
record Synonyms(PhraseTable<List<String>> words) implements UnaryOperator<List<Token>> {

    @Override
    public List<Token> apply(List<Token> tokens) {
        var more = new ArrayList<Token>(tokens.size());
        for (var at = 0; at < tokens.size(); at++) {
            var token = tokens.get(at);
            more.add(token);
            var found = words.find(tokens, at);
            if (found != null) {
                var end = tokens.get(at + found.terms().size() - 1).end();
                for (var word : found.value()) {
                    more.add(new Token(word, token.start(), end, TokenType.SYNONYM, token.position()));
                }
            }
        }
        return more;
    }
}
