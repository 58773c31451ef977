package io.llmops.eval.metric.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.prompt.AnswerParsers;
import io.llmops.eval.golden.DatasetFiles;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Real solutions of models to GSM8K, whose last line is the answer. */
public final class MathAnswersGolden implements GoldenChecker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LAST_LINE = Pattern.compile("\\nA: *(\\S[^\\n]*?)\\s*\\z");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var model = golden.input().get("model").textValue();
        var answers = new ArrayList<Observation<Integer, String, String>>();
        var flags = new ArrayList<Boolean>();
        var read = AnswerParsers.regex(LAST_LINE, 1);
        for (var line : DatasetFiles.lines(golden.input().get("file").textValue())) {
            var row = tree(line);
            var truth = read.apply(row.get("ground_truth").textValue())
                    .map(MathAnswersGolden::plain)
                    .answer()
                    .orElseThrow();
            answers.add(Observation.of(
                    Example.of("row" + answers.size(), answers.size(), truth),
                    read.apply(row.get(model).get("solution").textValue()).map(MathAnswersGolden::plain)));
            flags.add(row.get(model).get("is_correct").booleanValue());
        }
        var exact = Scorers.exactMatch();
        var rows = answers.size();
        checks.that(() -> rows, "n");
        checks.that(() -> flags.stream().filter(flag -> flag).count(), "official_is_correct");
        checks.that(() -> accuracy(exact, answers), "official_accuracy");
        checks.that(
                () -> Math.round(rows * accuracy(exact, answers)), "rule_last_line_A_number_string_equality_correct");
        checks.that(
                () -> answers.stream()
                        .filter(answer ->
                                answer.isRight() != flags.get(answer.example().input()))
                        .map(Observation::id)
                        .toList(),
                "rows_where_rule_and_flag_differ");
        checks.that(
                () -> answers.stream()
                        .filter(answer -> answer.outcome() instanceof Outcome.Abstained<?>)
                        .count(),
                "no_answer_found");
    }

    private static double accuracy(Metric<Object, Object> exact, List<Observation<Integer, String, String>> answers) {
        return exact.values(answers, Uncertainty.STANDARD)
                .get("exact_match")
                .estimate()
                .orElseThrow()
                .value();
    }

    private static String plain(String number) {
        return number.replace(",", "");
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException problem) {
            throw new IllegalArgumentException(problem);
        }
    }
}
