package io.llmops.eval.golden;

import io.llmops.eval.metric.agreement.AgreementGolden;
import io.llmops.eval.metric.agreement.RealAgreementGolden;
import io.llmops.eval.metric.classification.BinaryGolden;
import io.llmops.eval.metric.classification.MulticlassGolden;
import io.llmops.eval.metric.clustering.ClusteringGolden;
import io.llmops.eval.metric.preference.RatingGolden;
import io.llmops.eval.metric.preference.SamplingGolden;
import io.llmops.eval.metric.regression.PairCorrelationsGolden;
import io.llmops.eval.metric.regression.RealCorrelationGolden;
import io.llmops.eval.metric.regression.RegressionGolden;
import io.llmops.eval.stats.CorrelationGolden;
import io.llmops.eval.stats.DistributionsGolden;
import io.llmops.eval.stats.IntervalsGolden;
import io.llmops.eval.stats.SignificanceGolden;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/**
 * Which checker answers for which file, or for which group of a file. What has none is counted as unsupported, all of it.
 */
final class GoldenRegistry {

    private static final Map<String, GoldenChecker> CHECKERS = Map.ofEntries(
            Map.entry("classification_binary", new BinaryGolden()),
            Map.entry("classification_multiclass", new MulticlassGolden()),
            Map.entry("agreement", new AgreementGolden()),
            Map.entry("clustering", new ClusteringGolden()),
            Map.entry("correlation", new CorrelationGolden().and(new PairCorrelationsGolden())),
            Map.entry("distributions", new DistributionsGolden()),
            Map.entry("end_to_end_real_data/agreement", new RealAgreementGolden()),
            Map.entry("end_to_end_real_data/correlation", new RealCorrelationGolden()),
            Map.entry("intervals_and_corrections", new IntervalsGolden()),
            Map.entry("llm_formulas/pairwise_rating", new RatingGolden()),
            Map.entry("llm_formulas/pass_at_k", new SamplingGolden()),
            Map.entry("regression", new RegressionGolden()),
            Map.entry("significance_tests", new SignificanceGolden()));

    private GoldenRegistry() {}

    static Optional<GoldenChecker> checker(String file, String group) {
        if (file.equals("end_to_end_real_data") && !Files.isDirectory(GoldenFile.datasets())) {
            return Optional.empty();
        }
        return Optional.ofNullable(CHECKERS.getOrDefault(file + "/" + group, CHECKERS.get(file)));
    }
}
