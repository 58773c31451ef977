package io.llmops.eval.metric.text;

import io.llmops.eval.golden.DatasetFiles;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.List;

/** sacreBLEU's numbers of real post-edited translations. */
public final class TranslationGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var hypotheses =
                DatasetFiles.lines(golden.input().get("hypothesis_file").textValue());
        var references = DatasetFiles.lines(
                        golden.input().get("reference_files").get(0).textValue())
                .stream()
                .map(List::of)
                .toList();
        var segments = Segments.of(hypotheses, references);
        checks.that(() -> segments.points(TextMetrics.bleu()).get("bleu"), "bleu_13a");
        checks.that(() -> segments.points(TextMetrics.chrf()).get("chrf"), "chrf");
        checks.that(() -> segments.points(TextMetrics.chrfPlusPlus()).get("chrf++"), "chrf_pp");
        checks.that(() -> segments.points(TextMetrics.ter()).get("ter"), "ter");
    }
}
