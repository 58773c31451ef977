package io.llmops.eval;

import io.llmops.eval.metric.Uncertainty;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How an evaluation is run. Immutable. */
record Plan(
        Optional<String> name,
        List<String> slices,
        int repeats,
        int concurrency,
        Uncertainty uncertainty,
        ProgressListener progress,
        Limits limits,
        Clock clock,
        Path directory) {

    static Plan standard() {
        return new Plan(
                Optional.empty(),
                List.of(),
                1,
                8,
                Uncertainty.STANDARD,
                ProgressListener.none(),
                Limits.none(),
                Clock.systemUTC(),
                Path.of(""));
    }

    Plan withName(String other) {
        return new Plan(
                Optional.of(other), slices, repeats, concurrency, uncertainty, progress, limits, clock, directory);
    }

    Plan withSlices(List<String> other) {
        return new Plan(name, other, repeats, concurrency, uncertainty, progress, limits, clock, directory);
    }

    Plan withRepeats(int other) {
        return new Plan(name, slices, other, concurrency, uncertainty, progress, limits, clock, directory);
    }

    Plan withConcurrency(int other) {
        return new Plan(name, slices, repeats, other, uncertainty, progress, limits, clock, directory);
    }

    Plan withUncertainty(Uncertainty other) {
        return new Plan(name, slices, repeats, concurrency, other, progress, limits, clock, directory);
    }

    Plan withProgress(ProgressListener other) {
        return new Plan(name, slices, repeats, concurrency, uncertainty, other, limits, clock, directory);
    }

    Plan withLimits(Limits other) {
        return new Plan(name, slices, repeats, concurrency, uncertainty, progress, other, clock, directory);
    }

    Plan withClock(Clock other) {
        return new Plan(name, slices, repeats, concurrency, uncertainty, progress, limits, other, directory);
    }

    Plan withDirectory(Path other) {
        return new Plan(name, slices, repeats, concurrency, uncertainty, progress, limits, clock, other);
    }
}
