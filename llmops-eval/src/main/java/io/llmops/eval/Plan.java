package io.llmops.eval;

import io.llmops.eval.metric.Uncertainty;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

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
        return new Settings().plan();
    }

    /** Returns this plan with whatever is set otherwise. */
    Plan with(Consumer<Settings> change) {
        var settings = new Settings();
        settings.name = name;
        settings.slices = slices;
        settings.repeats = repeats;
        settings.concurrency = concurrency;
        settings.uncertainty = uncertainty;
        settings.progress = progress;
        settings.limits = limits;
        settings.clock = clock;
        settings.directory = directory;
        change.accept(settings);
        return settings.plan();
    }

    /** The settings of a plan while it is made. Not safe for use by many threads. */
    static final class Settings {

        Optional<String> name = Optional.empty();
        List<String> slices = List.of();
        int repeats = 1;
        int concurrency = 8;
        Uncertainty uncertainty = Uncertainty.STANDARD;
        ProgressListener progress = ProgressListener.none();
        Limits limits = Limits.none();
        Clock clock = Clock.systemUTC();
        Path directory = Path.of("");

        private Settings() {}

        private Plan plan() {
            return new Plan(
                    name,
                    List.copyOf(slices),
                    repeats,
                    concurrency,
                    Objects.requireNonNull(uncertainty, "uncertainty"),
                    Objects.requireNonNull(progress, "progress"),
                    limits,
                    Objects.requireNonNull(clock, "clock"),
                    Objects.requireNonNull(directory, "directory"));
        }
    }
}
