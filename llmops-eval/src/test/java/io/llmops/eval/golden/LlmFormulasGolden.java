package io.llmops.eval.golden;

import io.llmops.eval.metric.text.LlmFormulasTextGolden;
import java.util.Map;

/** Formulas of the field, each group by the checker of its room; a group without one is unsupported. */
final class LlmFormulasGolden implements GoldenChecker {

    private static final Map<String, GoldenChecker> GROUPS =
            Map.of("perplexity", new LlmFormulasTextGolden(), "distinct_n", new LlmFormulasTextGolden());

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var group = GROUPS.get(golden.group());
        if (group != null) {
            group.check(golden, checks);
        }
    }
}
