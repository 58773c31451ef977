package io.llmops.eval.golden;

import io.llmops.eval.metric.classification.RealDataGolden;
import io.llmops.eval.metric.extraction.MathAnswersGolden;
import io.llmops.eval.metric.retrieval.TrecEvalGolden;
import io.llmops.eval.metric.text.TranslationGolden;
import java.util.Map;

/** Whole data sets, each group by the checker of its room; a group without one is unsupported. */
final class EndToEndGolden implements GoldenChecker {

    private static final Map<String, GoldenChecker> GROUPS = Map.of(
            "classification", new RealDataGolden(),
            "gsm8k_answers", new MathAnswersGolden(),
            "mt", new TranslationGolden(),
            "multilabel", new RealDataGolden(),
            "retrieval", new TrecEvalGolden());

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var group = GROUPS.get(golden.group());
        if (group != null) {
            group.check(golden, checks);
        }
    }
}
