package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;

/** sacreBLEU's TER. */
public final class TerGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var params = golden.params();
        var ter = TextMetrics.ter()
                .withNormalized(params.path("normalized").asBoolean())
                .withPunctuation(!params.path("no_punct").asBoolean())
                .withCaseSensitive(params.path("case_sensitive").asBoolean())
                .withAsianSupport(params.path("asian_support").asBoolean());
        var segments = Segments.of(golden);
        checks.that(() -> segments.points(ter).get("ter"), "score");
        checks.that(() -> segments.sums(ter.counts(), 2)[0], "num_edits");
        checks.that(() -> segments.sums(ter.counts(), 2)[1], "ref_length");
        checks.that(() -> ter.signature(segments.references()) + "|version:2.6.0", "signature");
    }
}
