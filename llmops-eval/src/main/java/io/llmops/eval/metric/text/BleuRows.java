package io.llmops.eval.metric.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What BLEU counts of a text: its tokens, those of the reference nearest in length (the shorter of two), right n-grams of
 * each length and all n-grams of each length.
 */
record BleuRows(BleuTokenizer tokenizer, boolean lowercase, int order) implements TextRows.Counts {

    @Override
    public void count(String hypothesis, List<String> references, double[] into) {
        var tokens = tokens(hypothesis);
        var tokensOfReferences = new ArrayList<List<String>>(references.size());
        references.forEach(reference -> tokensOfReferences.add(tokens(reference)));
        count(tokens, tokensOfReferences, order, into);
    }

    private List<String> tokens(String text) {
        var cased = lowercase ? text.toLowerCase(Locale.ROOT) : text;
        return tokenizer.tokens(cased.stripTrailing());
    }

    static void count(List<String> hypothesis, List<? extends List<String>> references, int order, double[] into) {
        var ids = new TokenIds();
        var tokens = ids.of(hypothesis);
        var ngrams = new ReferenceNgrams(order, references.get(0).size());
        references.forEach(reference -> ngrams.add(ids.of(reference)));
        var matches = ngrams.matches(tokens);
        into[0] = tokens.length;
        into[1] = closestLength(tokens.length, references);
        for (var n = 0; n < order; n++) {
            into[2 + n] = matches[n];
            into[2 + order + n] = ReferenceNgrams.total(tokens.length, n + 1);
        }
    }

    static int closestLength(int length, List<? extends List<String>> references) {
        var closest = references.get(0).size();
        for (var reference : references) {
            var distance = Math.abs(reference.size() - length);
            var least = Math.abs(closest - length);
            if (distance < least || (distance == least && reference.size() < closest)) {
                closest = reference.size();
            }
        }
        return closest;
    }
}
