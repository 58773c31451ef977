package io.llmops.eval.metric.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Precision, recall and F of each variant for one text, and a one to count it.
 *
 * @param pooled whether several references are added up, as in ROUGE-1.5.5, or else the one with the best F counts, as
 *     in rouge_score
 */
record RougeRows(List<RougeVariant> variants, boolean stemming, boolean pooled) implements TextRows.Counts {

    int width() {
        return 3 * variants.size() + 1;
    }

    @Override
    public void count(String hypothesis, List<String> references, double[] into) {
        UnaryOperator<String> stemmer =
                stemming ? (pooled ? PorterStemmer.MARTIN : PorterStemmer.NLTK)::stem : UnaryOperator.identity();
        var ids = new TokenIds();
        var answer = RougeText.of(hypothesis, stemmer, ids);
        var texts = references.stream()
                .map(reference -> RougeText.of(reference, stemmer, ids))
                .toList();
        var at = 0;
        for (var variant : variants) {
            var matches = new ArrayList<RougeMatch>(texts.size());
            texts.forEach(text -> matches.add(RougeMatch.of(variant, answer, text, ids.size())));
            var match = pooled ? RougeMatch.sum(matches) : best(matches);
            into[at++] = match.precision();
            into[at++] = match.recall();
            into[at++] = match.f();
        }
        into[at] = 1;
    }

    /** The first of the best. */
    private static RougeMatch best(List<RougeMatch> matches) {
        var best = matches.get(0);
        for (var match : matches) {
            best = Comparator.comparingDouble(RougeMatch::f).compare(match, best) > 0 ? match : best;
        }
        return best;
    }

    void means(double[] sums, double[] into) {
        for (var i = 0; i < into.length; i++) {
            into[i] = Math.min(1, sums[i] / sums[into.length]);
        }
    }
}
