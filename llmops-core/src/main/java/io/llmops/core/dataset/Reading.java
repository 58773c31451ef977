package io.llmops.core.dataset;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What readers of all formats have in common. Immutable. */
record Reading(Source source, String name, @Nullable String id, List<String> tags, Limits limits, boolean streamed) {

    static Reading of(Source source) {
        return new Reading(source, source.fileName(), null, List.of(), Limits.STANDARD, false);
    }

    Reading withName(String other) {
        return new Reading(source, Objects.requireNonNull(other, "name"), id, tags, limits, streamed);
    }

    Reading withId(String column) {
        return new Reading(source, name, Objects.requireNonNull(column, "column"), tags, limits, streamed);
    }

    Reading withTags(String... columns) {
        return new Reading(source, name, id, List.of(columns), limits, streamed);
    }

    Reading withLimits(Limits others) {
        return new Reading(source, name, id, tags, others, streamed);
    }

    Reading asStream() {
        return new Reading(source, name, id, tags, limits, true);
    }

    <I, R> Dataset<I, R> dataset(
            Supplier<Rows> open,
            Function<? super Row, ? extends I> input,
            Function<? super Row, ? extends R> reference) {
        var mapping = new RowMapping<I, R>(
                id, tags, Objects.requireNonNull(input, "input"), Objects.requireNonNull(reference, "reference"));
        Supplier<Stream<Example<I, R>>> examples = () -> {
            var spliterator = new ExampleSpliterator<>(open, mapping);
            return StreamSupport.stream(spliterator, false).onClose(spliterator::close);
        };
        if (streamed) {
            source.check();
            return Dataset.streamed(name, examples);
        }
        try (var all = examples.get()) {
            return Dataset.inMemory(name, all.toList());
        }
    }
}
