package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** NLTK's BLEU, GLEU and NIST of given tokens. */
public final class TextOverlapGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        if (golden.input().has("hypothesis")) {
            sentence(golden, checks);
        } else {
            corpus(golden, checks);
        }
    }

    private static void sentence(GoldenCase golden, GoldenChecks checks) {
        var hypothesis = Segments.texts(golden.input().get("hypothesis"));
        var references = Segments.lists(golden.input().get("references"));
        for (var smoothing : ChenCherry.values()) {
            checks.that(
                    () -> defined(smoothing.bleu(hypothesis, references, 4)),
                    "bleu4",
                    smoothing.name().toLowerCase(Locale.ROOT).replace("_", ""));
        }
        checks.that(() -> ChenCherry.METHOD_1.bleu(hypothesis, references, 1), "bleu1_method1");
        checks.that(() -> ChenCherry.METHOD_1.bleu(hypothesis, references, 2), "bleu2_method1");
        var row = new double[BleuFormula.width(4)];
        BleuRows.count(hypothesis, references, 4, row);
        checks.that(
                () -> IntStream.range(0, 4)
                        .mapToObj(n -> new double[] {row[2 + n], Math.max(1, row[6 + n])})
                        .toList(),
                "modified_precision");
        checks.that(() -> row[1], "closest_ref_length");
        checks.that(() -> BleuFormula.brevityPenalty(row[0], row[1]), "brevity_penalty");
        var gleu = new double[2];
        Gleu.count(hypothesis, references, gleu);
        checks.that(() -> Gleu.score(gleu), "gleu_1_4");
    }

    private static double defined(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalStateException("undefined");
        }
        return value;
    }

    private static void corpus(GoldenCase golden, GoldenChecks checks) {
        var hypotheses = Segments.lists(golden.input().get("hypotheses"));
        var references = Stream.iterate(0, i -> i + 1)
                .limit(hypotheses.size())
                .map(i -> Segments.lists(golden.input().get("references").get(i)))
                .toList();
        checks.that(() -> bleu(hypotheses, references, BleuSmoothing.none(), 4), "corpus_bleu4_method0");
        checks.that(() -> bleu(hypotheses, references, BleuSmoothing.floor(0.1), 4), "corpus_bleu4_method1");
        checks.that(() -> bleu(hypotheses, references, BleuSmoothing.none(), 2), "corpus_bleu2");
        checks.that(() -> Gleu.score(sum(hypotheses, references, 2, Gleu::count)), "corpus_gleu");
        checks.that(() -> nist(hypotheses, references), "corpus_nist5");
    }

    private interface Counts {
        void count(List<String> hypothesis, List<List<String>> references, double[] into);
    }

    private static double[] sum(
            List<List<String>> hypotheses, List<List<List<String>>> references, int width, Counts counts) {
        var sums = new double[width];
        for (var i = 0; i < hypotheses.size(); i++) {
            var row = new double[width];
            counts.count(hypotheses.get(i), references.get(i), row);
            Arrays.setAll(sums, column -> sums[column] + row[column]);
        }
        return sums;
    }

    private static double bleu(
            List<List<String>> hypotheses, List<List<List<String>>> references, BleuSmoothing smoothing, int order) {
        var sums = sum(
                hypotheses, references, BleuFormula.width(order), (h, r, into) -> BleuRows.count(h, r, order, into));
        var values = new double[order + 2];
        new BleuFormula(order, smoothing, false).compute(sums, values);
        return values[0] / 100;
    }

    private static double nist(List<List<String>> hypotheses, List<List<List<String>>> references) {
        var information = new NgramInformation(5);
        references.forEach(several -> several.forEach(one -> information.add(one, 1)));
        var rows = new NistRows(5, information);
        return NistRows.score(5, sum(hypotheses, references, NistRows.width(5), rows::count));
    }
}
