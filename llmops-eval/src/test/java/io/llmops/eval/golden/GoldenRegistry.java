package io.llmops.eval.golden;

import io.llmops.eval.stats.IntervalsGolden;
import java.util.Map;
import java.util.Optional;

/** Which checker answers for which file. A file without one is counted as unsupported, all of it. */
final class GoldenRegistry {

    private static final Map<String, GoldenChecker> CHECKERS =
            Map.ofEntries(Map.entry("intervals_and_corrections", new IntervalsGolden()));

    private GoldenRegistry() {}

    static Optional<GoldenChecker> checker(String file) {
        return Optional.ofNullable(CHECKERS.get(file));
    }
}
