package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.Arrays;
import java.util.stream.IntStream;

/** sacreBLEU's BLEU, its counts and its signature. */
public final class BleuGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var params = golden.params();
        var order = params.path("max_ngram_order").asInt(4);
        var tokenizer = Arrays.stream(BleuTokenizer.values())
                .filter(one -> one.signature().equals(params.path("tokenize").asText("13a")))
                .findFirst()
                .orElseThrow();
        var smoothing = smoothing(
                params.path("smooth_method").asText("exp"),
                params.path("smooth_value").asDouble(-1));
        var bleu = TextMetrics.bleu()
                .withTokenizer(tokenizer)
                .withOrder(order)
                .withLowercase(params.path("lowercase").asBoolean())
                .withEffectiveOrder(params.path("effective_order").asBoolean())
                .withSmoothing(smoothing);
        var segments = Segments.of(golden);
        var values = segments.points(bleu);
        checks.that(() -> values.get("bleu"), "score");
        checks.that(
                () -> IntStream.rangeClosed(1, order)
                        .mapToDouble(n -> values.get("bleu/precision_" + n))
                        .toArray(),
                "precisions");
        checks.that(() -> values.get("bleu/brevity_penalty"), "bp");
        var sums = segments.sums(
                new BleuRows(tokenizer, params.path("lowercase").asBoolean(), order), BleuFormula.width(order));
        // sacreBLEU gives the counts with what its smoothing has added
        for (var n = 2; n <= order; n++) {
            sums[1 + n] += smoothing.added(n);
            sums[1 + order + n] += smoothing.added(n);
        }
        checks.that(() -> sums[0], "sys_len");
        checks.that(() -> sums[1], "ref_len");
        checks.that(() -> Arrays.copyOfRange(sums, 2, 2 + order), "counts");
        checks.that(() -> Arrays.copyOfRange(sums, 2 + order, 2 + 2 * order), "totals");
        checks.that(() -> bleu.signature(segments.references()) + "|version:2.6.0", "signature");
    }

    private static BleuSmoothing smoothing(String method, double value) {
        return switch (method) {
            case "none" -> BleuSmoothing.none();
            case "floor" -> BleuSmoothing.floor(value < 0 ? 0.1 : value);
            case "add-k" -> BleuSmoothing.addK(value < 0 ? 1 : value);
            default -> BleuSmoothing.exponential();
        };
    }
}
