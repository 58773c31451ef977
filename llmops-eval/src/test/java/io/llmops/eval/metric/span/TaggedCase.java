package io.llmops.eval.metric.span;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.MatchAccumulator;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.ZeroDivision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Tag sequences of a golden case as observations, and the checks that seqeval's and conlleval's reports have in common. */
record TaggedCase(List<Observation<Integer, List<String>, List<String>>> sentences) {

    static TaggedCase of(List<List<String>> references, List<List<String>> answers) {
        var sentences = new ArrayList<Observation<Integer, List<String>, List<String>>>();
        for (var i = 0; i < references.size(); i++) {
            sentences.add(Observation.of(Example.of("s" + i, i, references.get(i)), Outcome.answered(answers.get(i))));
        }
        return new TaggedCase(sentences);
    }

    static List<List<String>> sequences(JsonNode arrays) {
        return StreamSupport.stream(arrays.spliterator(), false)
                .map(array -> StreamSupport.stream(array.spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList())
                .toList();
    }

    private <A extends Metric.Accumulator<List<String>, List<String>>> A sum(A accumulator) {
        sentences.forEach(sentence -> accumulator.add(sentence, 1));
        return accumulator;
    }

    private MatchAccumulator<List<String>, List<String>> counts(
            Function<List<String>, List<EntitySpan>> decoder, ZeroDivision zero) {
        return sum(Spans.<List<String>>report(SpanMatch.STRICT, decoder)
                .withZeroDivision(zero)
                .accumulator());
    }

    double tokenAccuracy() {
        return sum(Spans.tokenAccuracy().accumulator()).value("accuracy/token").orElseThrow();
    }

    /** Checks a report of seqeval below a key. */
    void checkReports(
            GoldenCase golden, GoldenChecks checks, String key, Function<List<String>, List<EntitySpan>> decoder) {
        for (var rule : List.of("zero_division_0", "zero_division_1")) {
            var counts = counts(decoder, rule.endsWith("0") ? ZeroDivision.ZERO : ZeroDivision.ONE);
            golden.expected().path(key).path(rule).fieldNames().forEachRemaining(row -> {
                for (var family : List.of("precision", "recall", "f1")) {
                    var name = row.endsWith(" avg")
                            ? "entity_" + family + "/" + row.replace(" avg", "")
                            : MetricDescription.named("entity_" + family, row);
                    checks.that(value(counts, name), key, rule, row, family);
                }
                var totals = counts.totals();
                checks.that(
                        () -> row.endsWith(" avg")
                                ? totals.labels().stream()
                                        .mapToDouble(totals::referenced)
                                        .sum()
                                : totals.referenced(row),
                        key,
                        rule,
                        row,
                        "support");
            });
        }
    }

    /** Checks conlleval's report, in percent of two decimals, below a key. */
    void checkConlleval(GoldenCase golden, GoldenChecks checks, String key) {
        var percent = 0.00501;
        var counts = counts(TagScheme::lenientSpans, ZeroDivision.ZERO);
        var totals = counts.totals();
        var labels = totals.labels();
        checks.that(() -> sentences.stream().mapToInt(s -> s.reference().size()).sum(), key, "tokens");
        checks.that(() -> labels.stream().mapToDouble(totals::referenced).sum(), key, "gold_phrases");
        checks.that(() -> labels.stream().mapToDouble(totals::answered).sum(), key, "predicted_phrases");
        checks.that(() -> labels.stream().mapToDouble(totals::matched).sum(), key, "correct");
        checks.that(percent, () -> 100 * tokenAccuracy(), key, "accuracy_pct");
        Map.of("precision", "precision_pct", "recall", "recall_pct", "f1", "fb1_pct")
                .forEach((ours, theirs) -> {
                    checks.that(
                            percent,
                            () -> 100
                                    * value(counts, "entity_" + ours + "/micro").call(),
                            key,
                            theirs);
                    golden.expected()
                            .path(key)
                            .path("types")
                            .fieldNames()
                            .forEachRemaining(type -> checks.that(
                                    percent,
                                    () -> 100
                                            * value(counts, "entity_" + ours + "/" + type)
                                                    .call(),
                                    key,
                                    "types",
                                    type,
                                    theirs));
                });
        golden.expected()
                .path(key)
                .path("types")
                .fieldNames()
                .forEachRemaining(type -> checks.that(() -> totals.answered(type), key, "types", type, "predicted"));
    }

    private static Callable<Double> value(MatchAccumulator<?, ?> counts, String name) {
        return () -> counts.value(name).orElseThrow(() -> new NoSuchElementException(name));
    }
}
