package io.llmops.preprocess.token;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Drops the tokens of each phrase found, the longest first. Immutable. */
record StopPhrases(PhraseTable<Boolean> phrases) implements UnaryOperator<List<Token>> {

    @Override
    public List<Token> apply(List<Token> tokens) {
        var kept = new ArrayList<Token>(tokens.size());
        for (var at = 0; at < tokens.size(); ) {
            var found = phrases.find(tokens, at);
            if (found == null) {
                kept.add(tokens.get(at++));
            } else {
                at += found.terms().size();
            }
        }
        return kept;
    }
}
