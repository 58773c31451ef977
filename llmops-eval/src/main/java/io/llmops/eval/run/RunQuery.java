package io.llmops.eval.run;

import io.llmops.core.Fingerprint;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which runs of a store are meant: those for which everything asked holds. Values, not a function, so that a database can
 * look them up. Immutable.
 *
 * @param name the name of the run, exactly
 * @param tags tags it has
 * @param dataset the fingerprint of its dataset
 * @param pipeline the fingerprint of its pipeline
 * @param started when it started
 */
public record RunQuery(
        Optional<String> name,
        SortedMap<String, String> tags,
        Optional<Fingerprint> dataset,
        Optional<Fingerprint> pipeline,
        Period started) {

    /**
     * A period of time.
     *
     * @param from its first instant; empty if it has none
     * @param before the first instant after it; empty if it has none
     */
    public record Period(Optional<Instant> from, Optional<Instant> before) {

        /** Refuses null. */
        public Period {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(before, "before");
        }

        /** {@return whether an instant is in this period} */
        public boolean contains(Instant instant) {
            return from.map(first -> !instant.isBefore(first)).orElse(true)
                    && before.map(instant::isBefore).orElse(true);
        }
    }

    /** Copies the tags. */
    public RunQuery {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(started, "started");
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** {@return a query that every run answers} */
    public static RunQuery all() {
        return new RunQuery(
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                new Period(Optional.empty(), Optional.empty()));
    }

    /**
     * Returns a query for the runs of a name.
     *
     * @param name of the run, exactly
     * @return the query
     */
    public static RunQuery named(String name) {
        return new RunQuery(
                Optional.of(name),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                new Period(Optional.empty(), Optional.empty()));
    }

    /**
     * Returns this query for runs that have a tag as well.
     *
     * @param tag its name
     * @param value its value, exactly
     * @return the changed copy
     */
    public RunQuery tagged(String tag, String value) {
        var more = new TreeMap<>(tags);
        more.put(tag, value);
        return new RunQuery(name, more, dataset, pipeline, started);
    }

    /**
     * Returns this query for runs on a dataset.
     *
     * @param fingerprint of the dataset
     * @return the changed copy
     */
    public RunQuery onDataset(Fingerprint fingerprint) {
        return new RunQuery(name, tags, Optional.of(fingerprint), pipeline, started);
    }

    /**
     * Returns this query for runs of a pipeline.
     *
     * @param fingerprint of the pipeline
     * @return the changed copy
     */
    public RunQuery ofPipeline(Fingerprint fingerprint) {
        return new RunQuery(name, tags, dataset, Optional.of(fingerprint), started);
    }

    /**
     * Returns this query for runs that started at or after an instant.
     *
     * @param instant the first that will do
     * @return the changed copy
     */
    public RunQuery from(Instant instant) {
        return new RunQuery(name, tags, dataset, pipeline, new Period(Optional.of(instant), started.before()));
    }

    /**
     * Returns this query for runs that started before an instant.
     *
     * @param instant the first that will not do
     * @return the changed copy
     */
    public RunQuery before(Instant instant) {
        return new RunQuery(name, tags, dataset, pipeline, new Period(started.from(), Optional.of(instant)));
    }

    /**
     * Returns whether a run is meant.
     *
     * @param run any
     * @return true if everything asked holds
     */
    public boolean matches(RunSummary run) {
        return name.map(run.name()::equals).orElse(true)
                && run.tags().entrySet().containsAll(tags.entrySet())
                && dataset.map(run.provenance().dataset().fingerprint()::equals).orElse(true)
                && pipeline.map(run.provenance().pipeline().fingerprint()::equals)
                        .orElse(true)
                && started.contains(run.time().started());
    }
}
