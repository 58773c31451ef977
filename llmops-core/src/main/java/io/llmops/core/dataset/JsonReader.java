package io.llmops.core.dataset;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.function.Function;

/** Reads JSON: one value a line, or the elements of an array. */
record JsonReader(Reading reading, boolean lines, JsonPointer pointer) implements DatasetReader {

    static JsonReader lines(Source source) {
        return new JsonReader(Reading.of(source), true, JsonPointer.empty());
    }

    static JsonReader array(Source source, String pointer) {
        var reading = Reading.of(source);
        var name = pointer.isEmpty() ? reading.name() : reading.name() + "#" + pointer;
        return new JsonReader(reading.withName(name), false, JsonPointer.compile(pointer));
    }

    @Override
    public JsonReader withName(String name) {
        return with(reading.withName(name));
    }

    @Override
    public JsonReader withId(String column) {
        return with(reading.withId(column));
    }

    @Override
    public JsonReader withTags(String... columns) {
        return with(reading.withTags(columns));
    }

    @Override
    public JsonReader withMaxFieldLength(int characters) {
        return with(reading.withLimits(reading.limits().withField(characters)));
    }

    @Override
    public JsonReader withMaxRowLength(int characters) {
        return with(reading.withLimits(reading.limits().withRow(characters)));
    }

    @Override
    public JsonReader streamed() {
        return with(reading.asStream());
    }

    private JsonReader with(Reading other) {
        return new JsonReader(other, lines, pointer);
    }

    @Override
    public <I, R> Dataset<I, R> read(
            Function<? super Row, ? extends I> input, Function<? super Row, ? extends R> reference) {
        return reading.dataset(this::open, input, reference);
    }

    private Rows open() {
        return lines
                ? new JsonLines(reading.source(), reading.limits())
                : new JsonArray(reading.source(), pointer, reading.limits());
    }
}
