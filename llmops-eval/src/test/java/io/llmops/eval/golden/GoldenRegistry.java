package io.llmops.eval.golden;

import io.llmops.eval.metric.classification.BinaryGolden;
import io.llmops.eval.metric.classification.CalibrationGolden;
import io.llmops.eval.metric.classification.MultiLabelGolden;
import io.llmops.eval.metric.classification.MulticlassGolden;
import io.llmops.eval.metric.classification.RealDataGolden;
import io.llmops.eval.metric.classification.ScoresBinaryGolden;
import io.llmops.eval.metric.classification.ScoresMulticlassGolden;
import io.llmops.eval.stats.CorrelationGolden;
import io.llmops.eval.stats.DistributionsGolden;
import io.llmops.eval.stats.IntervalsGolden;
import io.llmops.eval.stats.SignificanceGolden;
import java.util.Map;
import java.util.Optional;

/** Which checker answers for which file. A file without one is counted as unsupported, all of it. */
final class GoldenRegistry {

    private static final Map<String, GoldenChecker> CHECKERS = Map.ofEntries(
            Map.entry("calibration", new CalibrationGolden()),
            Map.entry("classification_binary", new BinaryGolden()),
            Map.entry("classification_multilabel", new MultiLabelGolden()),
            Map.entry("classification_multiclass", new MulticlassGolden()),
            Map.entry("correlation", new CorrelationGolden()),
            Map.entry("distributions", new DistributionsGolden()),
            Map.entry("end_to_end_real_data", new RealDataGolden()),
            Map.entry("intervals_and_corrections", new IntervalsGolden()),
            Map.entry("scores_binary", new ScoresBinaryGolden()),
            Map.entry("scores_multiclass", new ScoresMulticlassGolden()),
            Map.entry("significance_tests", new SignificanceGolden()));

    private GoldenRegistry() {}

    static Optional<GoldenChecker> checker(String file) {
        return Optional.ofNullable(CHECKERS.get(file));
    }
}
