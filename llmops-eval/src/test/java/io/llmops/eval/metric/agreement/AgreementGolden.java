package io.llmops.eval.metric.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.golden.GoldenPairs;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.KappaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** NLTK's, statsmodels' and Krippendorff's numbers of agreement: over a table, and of two raters as a metric too. */
public final class AgreementGolden implements GoldenChecker {

    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(100);

    private static final Map<String, AgreementMetric> OF_TABLES = Map.ofEntries(
            Map.entry("krippendorff_nominal", Agreement.krippendorffAlpha(Scale.NOMINAL)),
            Map.entry("krippendorff_ordinal", Agreement.krippendorffAlpha(Scale.ORDINAL)),
            Map.entry("krippendorff_interval", Agreement.krippendorffAlpha(Scale.INTERVAL)),
            Map.entry("krippendorff_ratio", Agreement.krippendorffAlpha(Scale.RATIO)),
            Map.entry("observed_agreement_avg", Agreement.percent()),
            Map.entry("percent_agreement", Agreement.percent()),
            Map.entry("s_score", Agreement.bennettS()),
            Map.entry("randolph_kappa", Agreement.bennettS()),
            Map.entry("scott_pi_multi", Agreement.scottPi()),
            Map.entry("fleiss_kappa", Agreement.fleissKappa()),
            Map.entry("davies_fleiss_kappa", Agreement.daviesFleissKappa()),
            Map.entry("cohen_kappa", Agreement.cohenKappa()),
            Map.entry("cohen_kappa_avg_pairwise", Agreement.cohenKappa()),
            Map.entry("gwet_ac1", Agreement.gwetAc1()));

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var table = golden.input().has("counts")
                ? RatingTable.ofCounts(counts(golden.input().get("counts")))
                : RatingTable.of(ratings(golden.input().get("ratings")));
        OF_TABLES.forEach((theirs, ours) -> checks.that(() -> value(ours.over(table, QUICK)), theirs));
        if (golden.expected().has("cohen_kappa")) {
            ofTwo(ratings(golden.input().get("ratings")), checks);
        }
    }

    private static void ofTwo(List<List<Object>> ratings, GoldenChecks checks) {
        var pairs = GoldenPairs.of(
                ratings.stream().map(item -> item.get(0)).toList(),
                ratings.stream().map(item -> item.get(1)).toList());
        for (var theirs : List.of("cohen_kappa", "gwet_ac1", "percent_agreement", "krippendorff_nominal")) {
            var ours = OF_TABLES.get(theirs);
            var values = pairs.values(ours, Object.class);
            checks.that(GoldenPairs.value(values, ours.toString()), theirs);
        }
        checks.that(() -> kappa(ratings).standardError(), "cohen_kappa_se");
        checks.that(
                () -> {
                    var interval = kappa(ratings).interval(0.95);
                    return new double[] {interval.lower(), interval.upper()};
                },
                "cohen_kappa_ci95");
    }

    private static KappaTable kappa(List<List<Object>> ratings) {
        var labels = new TreeSet<String>();
        ratings.forEach(item -> item.forEach(rating -> labels.add(rating.toString())));
        var order = List.copyOf(labels);
        var counts = new double[order.size()][order.size()];
        var same = new double[order.size()][order.size()];
        for (var i = 0; i < same.length; i++) {
            same[i][i] = 1;
        }
        ratings.forEach(item -> counts[order.indexOf(item.get(0).toString())][
                order.indexOf(item.get(1).toString())]++);
        return KappaTable.of(counts, same);
    }

    private static double value(MetricValue value) {
        return value.<Double>match(MetricValue.Estimate::value, reason -> {
            throw new IllegalStateException(reason);
        });
    }

    private static int[][] counts(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .mapToInt(JsonNode::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Returns the rows with null for an absent rating. */
    private static List<List<Object>> ratings(JsonNode rows) {
        var items = new ArrayList<List<Object>>();
        rows.forEach(row -> {
            var item = new ArrayList<Object>();
            row.forEach(rating ->
                    item.add(rating.isNull() ? null : rating.isNumber() ? rating.numberValue() : rating.textValue()));
            items.add(item);
        });
        return items;
    }
}
