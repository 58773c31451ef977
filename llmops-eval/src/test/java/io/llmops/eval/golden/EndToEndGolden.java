package io.llmops.eval.golden;

import io.llmops.eval.metric.extraction.MathAnswersGolden;
import io.llmops.eval.metric.retrieval.TrecEvalGolden;
import java.util.Map;

/** Whole real datasets: each group has a checker of its own. */
final class EndToEndGolden implements GoldenChecker {

    private static final Map<String, GoldenChecker> GROUPS =
            Map.of("gsm8k_answers", new MathAnswersGolden(), "retrieval", new TrecEvalGolden());

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var checker = GROUPS.get(golden.group());
        if (checker != null) {
            checker.check(golden, checks);
        }
    }
}
