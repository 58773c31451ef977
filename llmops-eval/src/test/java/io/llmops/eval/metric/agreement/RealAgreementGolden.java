package io.llmops.eval.metric.agreement;

import io.llmops.core.dataset.Datasets;
import io.llmops.core.dataset.Example;
import io.llmops.eval.golden.DatasetFiles;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.golden.GoldenPairs;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Uncertainty;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Fleiss' κ of people, and Cohen's of a judge with people, of whole datasets. */
public final class RealAgreementGolden implements GoldenChecker {

    private static final List<String> RATINGS = List.of("hate_speech", "offensive_language", "neither");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var file = DatasetFiles.path(golden.input().get("file").textValue());
        if (golden.expected().has("fleiss_kappa")) {
            people(file, checks);
        } else {
            judge(file, golden.input().get("rule").textValue().split(" against ", 2)[1], checks);
        }
    }

    private static void people(Path file, GoldenChecks checks) {
        var counts =
                Datasets.csv(file)
                        .read(
                                row -> row.text("count"),
                                row -> RATINGS.stream().map(row::text).toList())
                        .stream()
                        .filter(example -> example.input().equals("3"))
                        .map(example -> example.reference().stream()
                                .mapToInt(Integer::parseInt)
                                .toArray())
                        .toArray(int[][]::new);
        checks.that(() -> counts.length, "items");
        checks.that(
                () -> Agreement.fleissKappa()
                        .over(RatingTable.ofCounts(counts), Uncertainty.STANDARD)
                        .estimate()
                        .map(MetricValue.Estimate::value)
                        .orElseThrow(),
                "fleiss_kappa");
    }

    private static void judge(Path file, String column, GoldenChecks checks) {
        var people = column(file, "final_label");
        var judge = column(file, column);
        var pairs = GoldenPairs.of(people, judge);
        checks.that(people::size, "items");
        for (var label : List.of("1_full_compliance", "2_full_refusal", "3_partial_refusal")) {
            checks.that(() -> Collections.frequency(people, label), "human_counts", label);
            checks.that(() -> Collections.frequency(judge, label), "gpt_counts", label);
            checks.that(() -> Collections.frequency(judge, label), "strmatch_counts", label);
        }
        var percent = pairs.values(Agreement.percent(), Object.class);
        checks.that(GoldenPairs.value(percent, "agreement/percent"), "accuracy");
        var kappa = pairs.values(Agreement.cohenKappa(), Object.class);
        checks.that(GoldenPairs.value(kappa, "agreement/cohen_kappa"), "cohen_kappa");
    }

    private static List<String> column(Path file, String column) {
        return Datasets.csv(file).unlabelled(column).stream()
                .map(Example::input)
                .toList();
    }
}
