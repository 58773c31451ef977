package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an observation that an {@link ObservationWriter} wrote, token by token: what is not needed, inputs above all, is
 * passed over. Used once. Not safe for use by many threads.
 */
final class ObservationReader<O> {

    static final long[] NO_TIMES = new long[0];

    private final JsonParser row;
    private long[] times;
    private int repeat;
    private Usage usage = Usage.NONE;
    private SortedMap<String, Score> scores = Collections.emptySortedMap();
    private @Nullable Outcome<O> outcome;
    private @Nullable List<Said<Object>> steps;

    /** A reader; the times of the stages in nanoseconds, if the row does not have them. */
    ObservationReader(JsonParser row, long[] times) {
        this.row = row;
        this.times = times;
    }

    /** What came of a pipeline, or of the stage that is named. */
    private record Said<T>(Outcome<T> outcome, String stage) {}

    /**
     * Reads the observation of an example.
     *
     * @throws IllegalArgumentException if a field is missing or not what it should be
     */
    <I, R> Observation<I, O, R> read(Example<I, R> example, Class<O> answer) throws IOException {
        expect(row.nextToken(), JsonToken.START_OBJECT, "an observation");
        for (var name = row.nextFieldName(); name != null; name = row.nextFieldName()) {
            row.nextToken();
            switch (name) {
                case "id" -> requireId(example.id());
                case "nanos" -> times = times();
                case "outcome" -> outcome = said(answer).outcome();
                case "repeat" -> repeat = row.getValueAsInt();
                case "scores" -> scores = scores();
                case "steps" -> steps = steps();
                case "usage" -> usage = JsonForm.MAPPER.readValue(row, Usage.class);
                default -> row.skipChildren();
            }
        }
        var trace = new Trace<>(found("outcome", outcome), timed(found("steps", steps)), usage);
        return new Observation<>(example, repeat, trace, scores);
    }

    private static <T> T found(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("expected a value of '" + name + "', found none");
        }
        return value;
    }

    private static void expect(@Nullable JsonToken found, JsonToken expected, String what) {
        if (found != expected) {
            throw new IllegalArgumentException("expected " + what + ", found " + found);
        }
    }

    private void requireId(String expected) throws IOException {
        if (!expected.equals(row.getText())) {
            throw new IllegalArgumentException("it is of example '" + row.getText() + "'");
        }
    }

    private long[] times() throws IOException {
        expect(row.currentToken(), JsonToken.START_ARRAY, "the times of stages");
        var nanos = new long[4];
        var count = 0;
        while (row.nextToken() != JsonToken.END_ARRAY) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = row.getLongValue();
        }
        return Arrays.copyOf(nanos, count);
    }

    private List<Trace.Step> timed(List<Said<Object>> said) {
        var timed = new ArrayList<Trace.Step>(said.size());
        for (var i = 0; i < said.size(); i++) {
            var nanos = i < times.length ? times[i] : 0;
            timed.add(new Trace.Step(said.get(i).stage(), said.get(i).outcome(), Duration.ofNanos(nanos)));
        }
        return timed;
    }

    private List<Said<Object>> steps() throws IOException {
        expect(row.currentToken(), JsonToken.START_ARRAY, "the steps");
        var all = new ArrayList<Said<Object>>();
        while (row.nextToken() != JsonToken.END_ARRAY) {
            all.add(said(Object.class));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // what stands for a value that was not kept is read where anything may be
    private <T> Said<T> said(Class<T> type) throws IOException {
        expect(row.currentToken(), JsonToken.START_OBJECT, "an outcome");
        Outcome<T> said = null;
        var stage = "";
        for (var name = row.nextFieldName(); name != null; name = row.nextFieldName()) {
            row.nextToken();
            switch (name) {
                case "answered" -> said = Outcome.answered(found(name, value(type)));
                case "answeredType" -> said = (Outcome<T>) Outcome.<Object>answered(new NotKept(text()));
                case "abstained" -> said = Outcome.abstained(text());
                case "failed" -> said = failed();
                case "stage" -> stage = text();
                default -> row.skipChildren();
            }
        }
        return new Said<>(found("failed", said), stage);
    }

    private <T> @Nullable T value(Class<T> type) throws IOException {
        return row.currentToken() == JsonToken.VALUE_STRING && type.isAssignableFrom(String.class)
                ? type.cast(row.getText())
                : JsonForm.MAPPER.readValue(row, type);
    }

    private <T> Outcome<T> failed() throws IOException {
        expect(row.currentToken(), JsonToken.START_OBJECT, "a failure");
        String stage = null;
        String reason = null;
        for (var name = row.nextFieldName(); name != null; name = row.nextFieldName()) {
            row.nextToken();
            switch (name) {
                case "stage" -> stage = text();
                case "reason" -> reason = text();
                default -> row.skipChildren();
            }
        }
        return Outcome.failed(found("stage", stage), found("reason", reason));
    }

    private SortedMap<String, Score> scores() throws IOException {
        expect(row.currentToken(), JsonToken.START_OBJECT, "scores");
        var all = new TreeMap<String, Score>();
        for (var name = row.nextFieldName(); name != null; name = row.nextFieldName()) {
            row.nextToken();
            all.put(name, score());
        }
        return all;
    }

    private Score score() throws IOException {
        expect(row.currentToken(), JsonToken.START_OBJECT, "a score");
        Score score = null;
        for (var name = row.nextFieldName(); name != null; name = row.nextFieldName()) {
            row.nextToken();
            switch (name) {
                case "scored" -> score = Score.of(number());
                case "abstained" -> score = new Score.Abstained(text());
                case "failed" -> score = new Score.Failed(text());
                default -> row.skipChildren();
            }
        }
        return found("failed", score);
    }

    /** JSON has no infinite numbers: they are written as words. */
    private double number() throws IOException {
        return row.currentToken() == JsonToken.VALUE_STRING ? Double.parseDouble(row.getText()) : row.getDoubleValue();
    }

    private String text() throws IOException {
        return row.currentToken() == JsonToken.VALUE_STRING ? row.getText() : row.getValueAsString("");
    }
}
