package io.llmops.eval.run;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a {@link RunStore} knows of a run without reading its observations. Immutable.
 *
 * @param id what the store calls it
 * @param provenance how it came about
 * @param time when it started and how long it took
 * @param observations how many it has
 * @param tags what the one who saved it said of it, by name
 * @param metrics every value by its name
 */
public record RunSummary(
        String id,
        Provenance provenance,
        Time time,
        long observations,
        SortedMap<String, String> tags,
        SortedMap<String, Value> metrics) {

    /**
     * When a run was made.
     *
     * @param started when it started
     * @param took from start to end
     */
    public record Time(Instant started, Duration took) {

        /** Refuses null. */
        public Time {
            Objects.requireNonNull(started, "started");
            Objects.requireNonNull(took, "took");
        }
    }

    /**
     * A metric's value, and which values are good.
     *
     * @param value what the metric says
     * @param direction which values are good; empty if the run did not know
     */
    public record Value(MetricValue value, Optional<Direction> direction) {

        /** Refuses null. */
        public Value {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(direction, "direction");
        }
    }

    /** Copies the maps. */
    public RunSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(time, "time");
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }

    /**
     * Returns the summary of a run.
     *
     * @param id what the store calls it
     * @param run any
     * @param tags what is said of it
     * @return the summary
     */
    public static RunSummary of(String id, EvaluationRun<?, ?, ?> run, Map<String, String> tags) {
        var metrics = new TreeMap<String, Value>();
        run.metrics()
                .forEach((name, value) ->
                        metrics.put(name, new Value(value, run.describe(name).map(MetricDescription::direction))));
        return new RunSummary(
                id,
                run.provenance(),
                new Time(run.timing().started(), run.timing().took()),
                run.observations().size(),
                new TreeMap<>(tags),
                metrics);
    }

    /** {@return what the run is called} */
    public String name() {
        return provenance.name();
    }
}
