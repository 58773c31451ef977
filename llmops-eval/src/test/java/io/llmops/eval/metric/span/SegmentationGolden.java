package io.llmops.eval.metric.span;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;

/** NLTK's measures of text segmentation. */
public final class SegmentationGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var window = golden.input().get("k").intValue();
        checks.that(() -> score(Segmentations.windowDiff(window), golden), "windowdiff");
        checks.that(() -> score(Segmentations.weightedWindowDiff(window), golden), "windowdiff_weighted");
        checks.that(() -> score(Segmentations.pk(window), golden), "pk_k");
        checks.that(() -> score(Segmentations.pk(), golden), "pk_default_k");
        checks.that(() -> score(Segmentations.boundaryEdits(), golden), "ghd");
    }

    private static double score(Scorer<String, String> scorer, GoldenCase golden) {
        var score = scorer.score(
                golden.input().get("hypothesis").textValue(),
                golden.input().get("reference").textValue());
        return ((Score.Scored) score).value();
    }
}
