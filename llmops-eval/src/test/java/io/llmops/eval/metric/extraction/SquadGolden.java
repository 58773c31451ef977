package io.llmops.eval.metric.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The numbers of SQuAD's evaluate-v2.0.py, of one answer and of a data set with unanswerable questions. */
public final class SquadGolden implements GoldenChecker {

    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(100);
    private static final Map<String, String> SHARES = Map.of(
            "exact", "squad_exact",
            "f1", "squad_f1",
            "HasAns_exact", "squad_exact/has_answer",
            "HasAns_f1", "squad_f1/has_answer",
            "NoAns_exact", "squad_exact/no_answer",
            "NoAns_f1", "squad_f1/no_answer",
            "best_exact", "squad_exact/best",
            "best_f1", "squad_f1/best");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        if (golden.input().has("items")) {
            dataset(golden, checks);
        } else {
            one(golden, checks);
        }
    }

    private static void one(GoldenCase golden, GoldenChecks checks) {
        var references = texts(golden.input().get("gold_answers"));
        var prediction = golden.input().get("prediction").textValue();
        var question = SquadQuestion.of(references);
        checks.that(() -> question.exact(prediction), "exact");
        checks.that(() -> question.f1(prediction), "f1");
        checks.that(() -> SquadText.normalized(prediction), "normalized_prediction");
        checks.that(() -> references.stream().map(SquadText::normalized).toList(), "normalized_golds");
        checks.that(() -> SquadText.tokens(prediction), "tokens_prediction");
        checks.that(
                () -> references.stream()
                        .map(right -> SquadText.f1(prediction, right))
                        .toList(),
                "f1_per_gold");
        checks.that(
                () -> references.stream()
                        .map(right -> SquadText.exact(prediction, right) ? 1 : 0)
                        .toList(),
                "exact_per_gold");
    }

    private static void dataset(GoldenCase golden, GoldenChecks checks) {
        var observations = new ArrayList<Observation<String, ExtractedAnswer, List<String>>>();
        for (var item : golden.input().get("items")) {
            observations.add(Observation.of(
                    Example.of(item.get("id").textValue(), "question", texts(item.get("gold_answers"))),
                    Outcome.answered(new ExtractedAnswer(
                            item.get("prediction").textValue(),
                            item.get("no_answer_probability").doubleValue()))));
        }
        var threshold = golden.params().get("no_answer_threshold").doubleValue();
        var values = new HashMap<String, MetricValue>(
                QuestionAnswering.squad(threshold).values(observations, QUICK));
        values.putAll(QuestionAnswering.bestThresholds().values(observations, QUICK));
        SHARES.forEach((theirs, ours) -> checks.that(() -> 100 * value(values, ours), theirs));
        checks.that(() -> value(values, "squad_exact/best_threshold"), "best_exact_thresh");
        checks.that(() -> value(values, "squad_f1/best_threshold"), "best_f1_thresh");
        checks.that(() -> n(values, "squad_exact"), "total");
        checks.that(() -> n(values, "squad_exact/has_answer"), "HasAns_total");
        checks.that(() -> n(values, "squad_exact/no_answer"), "NoAns_total");
    }

    private static double value(Map<String, MetricValue> values, String name) {
        return values.get(name).estimate().orElseThrow().value();
    }

    private static long n(Map<String, MetricValue> values, String name) {
        return values.get(name).estimate().orElseThrow().n();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
