package io.llmops.eval.metric.text;

import java.util.Arrays;
import java.util.List;

/**
 * What a text and a reference have in common, of how much each.
 *
 * @param common what they have in common
 * @param ofAnswer what the answer has
 * @param ofReference what the reference has
 * @param exponent the power the counts were raised to, and their ratios are brought back from
 */
record RougeMatch(double common, double ofAnswer, double ofReference, double exponent) {

    private static final double RUNS = 1.2;
    private static final int SKIP = 4;

    static RougeMatch of(RougeVariant variant, RougeText answer, RougeText reference, int tokens) {
        return switch (variant) {
            case ROUGE_1 -> ngrams(answer.tokens(), reference.tokens(), 1);
            case ROUGE_2 -> ngrams(answer.tokens(), reference.tokens(), 2);
            case ROUGE_3 -> ngrams(answer.tokens(), reference.tokens(), 3);
            case ROUGE_4 -> ngrams(answer.tokens(), reference.tokens(), 4);
            case ROUGE_L ->
                plain(
                        new CommonSubsequence(reference.tokens(), answer.tokens(), tokens).length(),
                        answer.tokens().length,
                        reference.tokens().length);
            case ROUGE_LSUM -> union(answer, reference, tokens);
            case ROUGE_W -> weightedUnion(answer, reference, tokens);
            case ROUGE_S4 -> skipBigrams(answer, reference, false);
            case ROUGE_SU4 -> skipBigrams(answer, reference, true);
        };
    }

    private static RougeMatch plain(double common, double ofAnswer, double ofReference) {
        return new RougeMatch(common, ofAnswer, ofReference, 1);
    }

    private static RougeMatch ngrams(int[] answer, int[] reference, int n) {
        var ngrams = new ReferenceNgrams(n, reference.length);
        ngrams.add(reference);
        return plain(
                ngrams.matches(answer)[n - 1],
                ReferenceNgrams.total(answer.length, n),
                ReferenceNgrams.total(reference.length, n));
    }

    private static RougeMatch skipBigrams(RougeText answer, RougeText reference, boolean unigrams) {
        var ofAnswer = PairCounts.skipBigrams(answer.tokens(), SKIP, unigrams);
        var ofReference = PairCounts.skipBigrams(reference.tokens(), SKIP, unigrams);
        return plain(ofAnswer.common(ofReference), ofAnswer.total(), ofReference.total());
    }

    private static RougeMatch union(RougeText answer, RougeText reference, int tokens) {
        var left = new TokensLeft(answer.tokens(), reference.tokens(), tokens);
        var hits = 0;
        for (var sentence : reference.sentences()) {
            var marked = new boolean[sentence.length];
            answer.sentences().forEach(other -> new CommonSubsequence(sentence, other, tokens).mark(marked));
            for (var i = 0; i < sentence.length; i++) {
                hits += marked[i] && left.take(sentence[i]) ? 1 : 0;
            }
        }
        return plain(hits, answer.tokens().length, reference.tokens().length);
    }

    private static RougeMatch weightedUnion(RougeText answer, RougeText reference, int tokens) {
        var left = new TokensLeft(answer.tokens(), reference.tokens(), tokens);
        var hits = 0.0;
        var base = 0.0;
        for (var sentence : reference.sentences()) {
            var marked = new boolean[sentence.length];
            answer.sentences().forEach(other -> WeightedSubsequence.mark(sentence, other, RUNS, marked));
            hits += weightOfRuns(sentence, marked, left);
            base += WeightedSubsequence.weight(sentence.length, RUNS);
        }
        // ROUGE-1.5.5 raises what it divides by a second time
        return new RougeMatch(
                hits,
                WeightedSubsequence.weight(answer.tokens().length, RUNS),
                WeightedSubsequence.weight(base, RUNS),
                RUNS);
    }

    /** A run ends before a token that is not marked, even where the last marked one was not left. */
    private static double weightOfRuns(int[] sentence, boolean[] marked, TokensLeft left) {
        var weight = 0.0;
        var run = 0;
        for (var i = 0; i < sentence.length; i++) {
            if (marked[i] && left.take(sentence[i])) {
                run++;
                if (i + 1 == sentence.length || !marked[i + 1]) {
                    weight += WeightedSubsequence.weight(run, RUNS);
                    run = 0;
                }
            }
        }
        return weight;
    }

    /** How often each token may still be matched: no more often than either text has it. */
    private static final class TokensLeft {

        private final int[] answer;
        private final int[] reference;

        TokensLeft(int[] answer, int[] reference, int tokens) {
            this.answer = new int[tokens];
            this.reference = new int[tokens];
            Arrays.stream(answer).forEach(token -> this.answer[token]++);
            Arrays.stream(reference).forEach(token -> this.reference[token]++);
        }

        boolean take(int token) {
            if (answer[token] == 0 || reference[token] == 0) {
                return false;
            }
            answer[token]--;
            reference[token]--;
            return true;
        }
    }

    /** Adds up several, as ROUGE-1.5.5 does of the references of an example. */
    static RougeMatch sum(List<RougeMatch> matches) {
        return new RougeMatch(
                matches.stream().mapToDouble(RougeMatch::common).sum(),
                matches.stream().mapToDouble(RougeMatch::ofAnswer).sum(),
                matches.stream().mapToDouble(RougeMatch::ofReference).sum(),
                matches.get(0).exponent);
    }

    double precision() {
        return ratio(ofAnswer);
    }

    double recall() {
        return ratio(ofReference);
    }

    private double ratio(double whole) {
        return whole == 0 ? 0 : Math.min(1, StrictMath.pow(common / whole, 1 / exponent));
    }

    double f() {
        var precision = precision();
        var recall = recall();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
