package io.llmops.eval.run;

import io.llmops.core.Fingerprint;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a run to compare later ones with, small enough to be committed beside a test: of each example its id, a
 * fingerprint of input and reference, the reference, the outcome and the scores; every metric's value; and which dataset,
 * stages, prompts and model parameters it was made with. No times and no inputs. Written as JSON, a line an example, in
 * the order of their ids, the same bytes for the same run. Immutable.
 */
public final class Baseline {

    private final String name;
    private final DatasetIdentity dataset;
    private final PipelineIdentity pipeline;
    private final Made made;
    private final SortedMap<String, MetricValue> metrics;
    private final List<BaselineRow> rows;

    /**
     * How a baseline was made. Immutable.
     *
     * @param library the version of llmops
     * @param uncertainty how intervals were made, with the seed of every random choice
     */
    public record Made(String library, Uncertainty uncertainty) {

        /** Refuses null. */
        public Made {
            Objects.requireNonNull(library, "library");
            Objects.requireNonNull(uncertainty, "uncertainty");
        }
    }

    /** What was tried, and what it was tried on. */
    record Subject(String name, DatasetIdentity dataset, PipelineIdentity pipeline) {}

    Baseline(Subject subject, Made made, Map<String, MetricValue> metrics, List<BaselineRow> rows) {
        this.name = subject.name();
        this.dataset = subject.dataset();
        this.pipeline = subject.pipeline();
        this.made = made;
        this.metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        this.rows = rows.stream()
                .sorted(Comparator.comparing(BaselineRow::id).thenComparingInt(BaselineRow::repeat))
                .toList();
    }

    /**
     * Returns the baseline of a run.
     *
     * @param run any
     * @return what is kept of it
     * @throws IllegalArgumentException if an input, answer or reference can't be written as JSON
     */
    public static Baseline of(EvaluationRun<?, ?, ?> run) {
        var provenance = run.provenance();
        return new Baseline(
                new Subject(provenance.name(), provenance.dataset(), provenance.pipeline()),
                new Made(provenance.environment().library(), provenance.uncertainty()),
                run.metrics(),
                run.observations().stream().map(BaselineRow::of).toList());
    }

    /**
     * Reads a baseline.
     *
     * @param file written by {@link #write}
     * @return the baseline
     * @throws io.llmops.core.LlmopsException if the file is no baseline, or one that a later llmops has written in a form
     *     this one does not know
     * @throws UncheckedIOException if the file can't be read
     */
    public static Baseline read(Path file) {
        try {
            return BaselineJson.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /**
     * Writes this to a file, which has all of it or, if this fails, what it had before.
     *
     * @param file replaced if it exists; its directories are made
     * @throws UncheckedIOException if the file can't be written
     */
    public void write(Path file) {
        try {
            var directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            var unfinished = Files.createTempFile(directory, ".baseline", ".json");
            try {
                Files.writeString(unfinished, json(), StandardCharsets.UTF_8);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    /** {@return this as {@link #write} writes it} */
    public String json() {
        return BaselineJson.write(this);
    }

    /** {@return what the run was called} */
    public String name() {
        return name;
    }

    /** {@return what the run was made on} */
    public DatasetIdentity dataset() {
        return dataset;
    }

    /** {@return what was run} */
    public PipelineIdentity pipeline() {
        return pipeline;
    }

    /** {@return how this was made} */
    public Made made() {
        return made;
    }

    /** {@return every value by its name} */
    public SortedMap<String, MetricValue> metrics() {
        return metrics;
    }

    List<BaselineRow> rows() {
        return rows;
    }

    /**
     * Returns what differs between this and a run.
     *
     * @param run any
     * @return the differences, ids in order
     */
    public BaselineChanges changes(EvaluationRun<?, ?, ?> run) {
        var now = new TreeMap<String, BaselineRow>();
        Baseline.of(run).rows().forEach(row -> now.put(row.key(), row));
        var removed = new ArrayList<String>();
        var edited = new ArrayList<String>();
        var outcomes = new ArrayList<String>();
        for (var row : rows) {
            var other = now.remove(row.key());
            if (other == null) {
                removed.add(row.id());
            } else if (!other.example().equals(row.example())) {
                edited.add(row.id());
            } else if (!other.hasOutcomeOf(row)) {
                outcomes.add(row.id());
            }
        }
        var added =
                now.values().stream().map(BaselineRow::id).distinct().sorted().toList();
        var setup = new ArrayList<String>();
        var sameExamples = added.isEmpty() && removed.isEmpty() && edited.isEmpty();
        if (sameExamples
                && !dataset.fingerprint().equals(run.provenance().dataset().fingerprint())) {
            setup.add("the examples are in another order or have other tags");
        }
        setup.addAll(pipeline.changes(run.provenance().pipeline()));
        if (sameExamples && outcomes.isEmpty() && !values(metrics).equals(values(run.metrics()))) {
            setup.add("metrics: " + Quoted.few(differing(values(metrics), values(run.metrics()))));
        }
        return new BaselineChanges(added, distinct(removed), distinct(edited), setup, distinct(outcomes));
    }

    /** As text, for a number that was read may be of another type than one that was computed. */
    private static SortedMap<String, String> values(Map<String, MetricValue> metrics) {
        var values = new TreeMap<String, String>();
        metrics.forEach((name, value) -> values.put(name, JsonForm.line(ValueJson.write(value))));
        return values;
    }

    private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    private static List<String> distinct(List<String> ids) {
        return ids.stream().distinct().toList();
    }

    /**
     * Returns the fingerprint by which it is told whether an example is the same as before: that of its input and reference,
     * as they are written as JSON.
     *
     * @param example any
     * @return its fingerprint; id and tags are not in it
     * @throws IllegalArgumentException if the input or reference can't be written as JSON
     */
    public static Fingerprint fingerprint(Example<?, ?> example) {
        return BaselineRow.of(Observation.of(example, Outcome.abstained("not asked")))
                .example();
    }

    /**
     * Returns this as a run over the examples that are the same in another, in the order of that, with its metrics. Answers
     * are read as the type that the other's have. What is not kept (the Java platform, the commit) is the other's.
     *
     * @param run any whose metrics are known: made in this process, not read from a file
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the run, named {@code baseline}
     * @throws io.llmops.core.LlmopsException if an answer can't be read
     */
    public <I, O, R> EvaluationRun<I, O, R> asRun(EvaluationRun<I, O, R> run) {
        var known = byKey();
        var type = answerType(run);
        var observations = new ArrayList<Observation<I, O, R>>();
        for (var observation : run.observations()) {
            var row = known.get(key(observation));
            if (row != null && isSame(row, observation)) {
                observations.add(row.observation(observation, type));
            }
        }
        var provenance = new Provenance(
                "baseline",
                dataset,
                pipeline,
                run.provenance().uncertainty(),
                new Environment(
                        made.library(),
                        run.provenance().environment().jdk(),
                        run.provenance().environment().commit()));
        var timing = new Timing(Instant.EPOCH, Duration.ZERO, 1, List.of("read from a baseline, which keeps no times"));
        return EvaluationRun.of(provenance, timing, observations, run.definitions());
    }

    private Map<String, BaselineRow> byKey() {
        var known = new HashMap<String, BaselineRow>();
        rows.forEach(row -> known.put(row.key(), row));
        return known;
    }

    private static String key(Observation<?, ?, ?> observation) {
        return BaselineRow.key(observation.id(), observation.repeat());
    }

    private static boolean isSame(@Nullable BaselineRow row, Observation<?, ?, ?> observation) {
        return row != null && row.example().equals(BaselineRow.of(observation).example());
    }

    /** What Jackson has to make of an answer for it to be like those of the run. */
    @SuppressWarnings("unchecked") // the class is that of an answer, or an interface it has
    private static <O> Class<O> answerType(EvaluationRun<?, O, ?> run) {
        for (var observation : run.observations()) {
            if (observation.outcome() instanceof Outcome.Answered<O> answered) {
                Object answer = answered.value();
                for (var kind : List.of(List.class, Set.class, Map.class)) {
                    if (kind.isInstance(answer)) {
                        return (Class<O>) kind;
                    }
                }
                return (Class<O>) (answer instanceof Enum<?> one ? one.getDeclaringClass() : answer.getClass());
            }
        }
        return (Class<O>) Object.class;
    }
}
