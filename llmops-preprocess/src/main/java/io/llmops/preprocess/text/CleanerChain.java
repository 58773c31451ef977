package io.llmops.preprocess.text;

import io.llmops.core.pipeline.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cleaners, one after another. Immutable. */
record CleanerChain(List<Cleaner> steps) implements Cleaner {

    static CleanerChain of(Cleaner first, Cleaner next) {
        return new CleanerChain(Stream.concat(stepsOf(first), stepsOf(next)).toList());
    }

    private static Stream<Cleaner> stepsOf(Cleaner cleaner) {
        Objects.requireNonNull(cleaner, "cleaner");
        return cleaner instanceof CleanerChain chain ? chain.steps.stream() : Stream.of(cleaner);
    }

    @Override
    public Text clean(Text text) {
        var cleaned = text;
        for (var step : steps) {
            cleaned = step.clean(cleaned);
        }
        return cleaned;
    }

    @Override
    public Optional<Description> describe() {
        var description = Description.of("cleaners");
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i).describe();
            if (step.isEmpty()) {
                return Optional.empty();
            }
            description = description.with(String.format("%02d", i + 1), step.get());
        }
        return Optional.of(description);
    }

    @Override
    public String toString() {
        return steps.stream().map(String::valueOf).collect(Collectors.joining(" ▸ "));
    }
}
