package io.llmops.eval.metric.classification;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.Observation;
import java.util.TreeMap;

/** scikit-learn's numbers of the scores of several labels. */
public final class ScoresMulticlassGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var tally = Classification.scores(1, 2, 3).accumulator();
        var references = golden.input().get("y_true");
        var weights = golden.input().get("sample_weight");
        for (var i = 0; i < references.size(); i++) {
            tally.add(
                    Observation.of(
                            Example.of("e" + i, i, references.get(i).asText()),
                            Outcome.answered(scores(GoldenCase.numbers(
                                    golden.input().get("y_prob").get(i))))),
                    weights.isArray() ? weights.get(i).doubleValue() : 1);
        }
        var values = tally.values(LabelledCase.QUICK);
        checks.that(LabelledCase.value(values, "log_loss"), "log_loss_eps_1e-15");
        checks.that(LabelledCase.value(values, "brier"), "brier_multiclass_sum");
        for (var k = 1; k <= 3; k++) {
            checks.that(LabelledCase.value(values, "accuracy@" + k), "top_" + k + "_accuracy");
        }
        checks.that(LabelledCase.value(values, "roc_auc/ovr/macro"), "roc_auc_ovr_macro");
        checks.that(LabelledCase.value(values, "roc_auc/ovr/weighted"), "roc_auc_ovr_weighted");
        checks.that(LabelledCase.value(values, "roc_auc/ovo/macro"), "roc_auc_ovo_macro");
        checks.that(LabelledCase.value(values, "roc_auc/ovo/weighted"), "roc_auc_ovo_weighted");
    }

    /** Returns scores whose labels are their places. */
    static LabelScores scores(double[] numbers) {
        var scores = new TreeMap<String, Double>();
        for (var label = 0; label < numbers.length; label++) {
            scores.put(Integer.toString(label), numbers[label]);
        }
        return new LabelScores(scores);
    }
}
