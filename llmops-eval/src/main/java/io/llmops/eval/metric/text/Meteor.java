package io.llmops.eval.metric.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * METEOR (Banerjee and Lavie 2005; Lavie and Agarwal 2007) of equal words and equal Porter stems, without synonyms, as
 * NLTK 3.8 computes it: words are paired greedily from the end of the answer. Immutable.
 *
 * @param alpha the weight of precision against recall
 * @param beta how steeply the penalty grows with fragmentation
 * @param gamma the greatest penalty
 */
record Meteor(double alpha, double beta, double gamma) {

    static final Meteor STANDARD = new Meteor(0.9, 3, 0.5);

    private record Pair(int answer, int reference) {}

    double score(List<String> answer, List<String> reference) {
        var pairs = pairs(lower(answer), lower(reference));
        if (pairs.isEmpty()) {
            return 0;
        }
        var precision = (double) pairs.size() / answer.size();
        var recall = (double) pairs.size() / reference.size();
        var mean = precision * recall / (alpha * precision + (1 - alpha) * recall);
        var fragmentation = (double) chunks(pairs) / pairs.size();
        return mean * (1 - gamma * StrictMath.pow(fragmentation, beta));
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<Pair> pairs(List<String> answer, List<String> reference) {
        var pairs = new ArrayList<Pair>();
        var pairedAnswer = new boolean[answer.size()];
        var pairedReference = new boolean[reference.size()];
        List<UnaryOperator<String>> forms = List.of(UnaryOperator.identity(), PorterStemmer.NLTK::stem);
        for (var form : forms) {
            var formsOfReference = reference.stream().map(form).toList();
            for (var i = answer.size() - 1; i >= 0; i--) {
                var word = pairedAnswer[i] ? "" : form.apply(answer.get(i));
                for (var j = reference.size() - 1; j >= 0 && !pairedAnswer[i]; j--) {
                    if (!pairedReference[j] && word.equals(formsOfReference.get(j))) {
                        pairs.add(new Pair(i, j));
                        pairedAnswer[i] = true;
                        pairedReference[j] = true;
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::answer));
        return pairs;
    }

    /** Returns how many runs of pairs there are that are neighbours in both texts. */
    private static int chunks(List<Pair> pairs) {
        var chunks = 1;
        for (var i = 1; i < pairs.size(); i++) {
            var before = pairs.get(i - 1);
            var pair = pairs.get(i);
            var next = pair.answer == before.answer + 1 && pair.reference == before.reference + 1;
            chunks += next ? 0 : 1;
        }
        return chunks;
    }
}
