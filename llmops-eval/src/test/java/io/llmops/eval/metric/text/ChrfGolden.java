package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.Score;

/** sacreBLEU's chrF and chrF++. */
public final class ChrfGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var params = golden.params();
        var chrf = TextMetrics.chrf()
                .withOrders(
                        params.path("char_order").asInt(6),
                        params.path("word_order").asInt(0))
                .withBeta(params.path("beta").asDouble(2))
                .withLowercase(params.path("lowercase").asBoolean())
                .withWhitespace(params.path("whitespace").asBoolean())
                .withEpsilonSmoothing(params.path("eps_smoothing").asBoolean());
        var segments = Segments.of(golden);
        checks.that(() -> segments.points(chrf).get("chrf"), "score");
        checks.that(() -> chrf.signature(segments.references()) + "|version:2.6.0", "signature");
        checks.that(
                () -> segments.observations().stream()
                        .map(one -> ((Score.Scored) chrf.sentence().judge(one)).value())
                        .toList(),
                "sentence_scores");
    }
}
