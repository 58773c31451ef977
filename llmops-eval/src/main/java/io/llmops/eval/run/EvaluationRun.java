package io.llmops.eval.run;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A finished evaluation: the observations in the order of the dataset, what the metrics say, and how it came about.
 * Immutable.
 *
 * @param <I> the type of the inputs
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public final class EvaluationRun<I, O, R> {

    private static final String MAIN = "f1/macro";
    private static final int NAMES_SHOWN = 40;

    private final Provenance provenance;
    private final Timing timing;
    private final List<Observation<I, O, R>> observations;
    private final List<Metric<? super O, ? super R>> definitions;
    private final Map<String, MetricValue> metrics;

    private EvaluationRun(
            Provenance provenance,
            Timing timing,
            List<Observation<I, O, R>> observations,
            List<Metric<? super O, ? super R>> definitions,
            Map<String, MetricValue> metrics) {
        this.provenance = Objects.requireNonNull(provenance, "provenance");
        this.timing = Objects.requireNonNull(timing, "timing");
        this.observations =
                observations instanceof LoggedObservations<I, O, R> logged ? logged : List.copyOf(observations);
        this.definitions = List.copyOf(definitions);
        this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * Returns a run and computes its metrics.
     *
     * @param provenance how it came about
     * @param timing when it was made
     * @param observations in the order of the dataset
     * @param metrics what to compute; the shares of abstentions and failures are added
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the run
     * @throws IllegalArgumentException if two metrics have a value of the same name
     */
    public static <I, O, R> EvaluationRun<I, O, R> of(
            Provenance provenance,
            Timing timing,
            List<Observation<I, O, R>> observations,
            List<? extends Metric<? super O, ? super R>> metrics) {
        List<Metric<? super O, ? super R>> all = MetricValues.withShares(metrics);
        Metric.requireDifferentNames(all);
        return new EvaluationRun<>(
                provenance, timing, observations, all, MetricValues.of(all, observations, provenance.uncertainty()));
    }

    /** Returns a run whose values are known, but not the metrics that made them. */
    static <I, O, R> EvaluationRun<I, O, R> stored(
            Provenance provenance,
            Timing timing,
            List<Observation<I, O, R>> observations,
            Map<String, MetricValue> metrics) {
        return new EvaluationRun<>(provenance, timing, observations, List.of(), metrics);
    }

    /**
     * Returns this run with values computed anew from its observations; no pipeline runs.
     *
     * @param newMetrics what to compute
     * @return the changed copy
     * @throws IllegalArgumentException if two metrics have a value of the same name
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final EvaluationRun<I, O, R> withMetrics(Metric<? super O, ? super R>... newMetrics) {
        return of(provenance, timing, observations, Arrays.asList(newMetrics));
    }

    /**
     * Returns this run with values computed anew by the metrics of another.
     *
     * @param newMetrics what to compute
     * @return the changed copy
     */
    public EvaluationRun<I, O, R> withMetrics(List<? extends Metric<? super O, ? super R>> newMetrics) {
        return of(provenance, timing, observations, newMetrics);
    }

    /** {@return what the run is called} */
    public String name() {
        return provenance.name();
    }

    /** {@return how the run came about} */
    public Provenance provenance() {
        return provenance;
    }

    /** {@return when the run was made and how long it took} */
    public Timing timing() {
        return timing;
    }

    /** {@return the observations in the order of the dataset; those of a streamed one are read from the log each time} */
    public List<Observation<I, O, R>> observations() {
        return observations;
    }

    /** {@return what computed the values; empty for a run that was read from a file} */
    public List<Metric<? super O, ? super R>> definitions() {
        return definitions;
    }

    /** {@return every value by its name} */
    public Map<String, MetricValue> metrics() {
        return metrics;
    }

    /**
     * Returns a metric's value.
     *
     * @param metricName e.g. {@code f1/macro}
     * @return the value
     * @throws IllegalArgumentException if there is none of that name; the message lists the names there are
     */
    public MetricValue metric(String metricName) {
        var value = metrics.get(metricName);
        if (value == null) {
            throw new IllegalArgumentException(unknown(metricName));
        }
        return value;
    }

    private String unknown(String metricName) {
        var nearest = NearestName.of(metricName, metrics.keySet());
        var names = metrics.keySet().stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        var more = metrics.size() - NAMES_SHOWN;
        return "no metric '" + metricName + "'"
                + nearest.map(name -> ", did you mean '" + name + "'?").orElse("")
                + "; there are [" + names + (more > 0 ? ", … " + more + " more" : "") + "]";
    }

    /**
     * Returns what a value is.
     *
     * @param metricName e.g. {@code f1/macro}
     * @return direction, range and definition; empty if the run does not know
     */
    public Optional<MetricDescription> describe(String metricName) {
        return Metric.having(metricName, definitions).flatMap(metric -> metric.describe(metricName));
    }

    /** {@return what all observations used} */
    public Usage usage() {
        return observations.stream().map(Observation::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** {@return one line: name, size, outcomes and the main value} */
    @Override
    public String toString() {
        var abstained = observations.stream()
                .filter(o -> o.outcome() instanceof Outcome.Abstained<?>)
                .count();
        var failed = observations.stream()
                .filter(o -> o.outcome() instanceof Outcome.Failed<?>)
                .count();
        return name() + " on " + provenance.dataset().name() + ": " + observations.size() + " observations, "
                + abstained + " abstained, " + failed + " failed" + main();
    }

    private String main() {
        var first = metrics.containsKey(MAIN)
                ? Optional.of(MAIN)
                : metrics.keySet().stream()
                        .filter(candidate -> !candidate.startsWith("share/"))
                        .findFirst();
        return first.map(metricName -> ", " + metricName + " "
                        + metric(metricName)
                                .<String>match(
                                        estimate -> String.format(Locale.ROOT, "%.3f", estimate.value())
                                                + estimate.interval()
                                                        .map(interval -> String.format(
                                                                Locale.ROOT,
                                                                " [%.3f, %.3f]",
                                                                interval.lower(),
                                                                interval.upper()))
                                                        .orElse(""),
                                        reason -> "undefined: " + reason))
                .orElse("");
    }
}
