package io.llmops.eval.golden;

import io.llmops.eval.stats.CorrelationGolden;
import io.llmops.eval.stats.DistributionsGolden;
import io.llmops.eval.stats.IntervalsGolden;
import io.llmops.eval.stats.SignificanceGolden;
import java.util.Map;
import java.util.Optional;

/** Which checker answers for which file. A file without one is counted as unsupported, all of it. */
final class GoldenRegistry {

    private static final Map<String, GoldenChecker> CHECKERS = Map.ofEntries(
            Map.entry("correlation", new CorrelationGolden()),
            Map.entry("distributions", new DistributionsGolden()),
            Map.entry("intervals_and_corrections", new IntervalsGolden()),
            Map.entry("significance_tests", new SignificanceGolden()));

    private GoldenRegistry() {}

    static Optional<GoldenChecker> checker(String file) {
        return Optional.ofNullable(CHECKERS.get(file));
    }
}
