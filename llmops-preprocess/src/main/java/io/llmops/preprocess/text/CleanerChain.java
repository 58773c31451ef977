package io.llmops.preprocess.text;

import io.llmops.core.pipeline.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cleaners, one after another. Immutable. */
record CleanerChain(List<Cleaner> parts) implements Cleaner {

    static CleanerChain of(Cleaner first, Cleaner next) {
        return new CleanerChain(Stream.concat(partsOf(first), partsOf(next)).toList());
    }

    private static Stream<Cleaner> partsOf(Cleaner cleaner) {
        Objects.requireNonNull(cleaner, "cleaner");
        return cleaner instanceof CleanerChain chain ? chain.parts.stream() : Stream.of(cleaner);
    }

    @Override
    public Text clean(Text text) {
        var cleaned = Objects.requireNonNull(text, "text");
        for (var part : parts) {
            cleaned = part.clean(cleaned);
        }
        return cleaned;
    }

    @Override
    public List<Cleaner> steps() {
        return parts.stream().flatMap(part -> part.steps().stream()).toList();
    }

    @Override
    public Optional<Description> describe() {
        var description = Description.of("cleaners");
        var number = 1;
        for (var step : steps()) {
            var described = step.describe();
            if (described.isEmpty()) {
                return Optional.empty();
            }
            description = description.with(String.format("%02d", number++), described.get());
        }
        return Optional.of(description);
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(" ▸ "));
    }
}
