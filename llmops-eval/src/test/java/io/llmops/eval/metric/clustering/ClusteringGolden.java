package io.llmops.eval.metric.clustering;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.golden.GoldenPairs;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** scikit-learn's scores of groupings. */
public final class ClusteringGolden implements GoldenChecker {

    private static final Map<String, String> NAMES = Map.of(
            "nmi_arithmetic", "nmi", "ami_arithmetic", "adjusted_mutual_info", "mutual_info_nats", "mutual_info");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var pairs = GoldenPairs.of(
                texts(golden.input().get("labels_true")), texts(golden.input().get("labels_pred")));
        var values = pairs.values(Clustering.report(), Object.class);
        golden.expected()
                .fieldNames()
                .forEachRemaining(name -> checks.that(GoldenPairs.value(values, NAMES.getOrDefault(name, name)), name));
    }

    private static List<String> texts(JsonNode labels) {
        return StreamSupport.stream(labels.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
