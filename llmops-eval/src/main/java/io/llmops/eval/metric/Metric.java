package io.llmops.eval.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Sums up observations. A metric is a recipe; what it gathers is in its {@link Accumulator}s. The laws: the order of the
 * observations does not matter; merging the accumulators of parts equals the accumulator of the whole; weight 2 equals
 * the observation twice; over nothing every value is undefined. Implementations are immutable.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public interface Metric<O, R> {

    /** {@return what this metric's values are; a description may stand for many values by a placeholder in its name} */
    List<MetricDescription> describe();

    /** {@return a new accumulator that has seen nothing} */
    Accumulator<O, R> accumulator();

    /**
     * Returns what alone matters of an observation to this metric: two observations of equal cells change every value in
     * the same way, so that resampling may count cells and leave the rows alone. The observation itself, if it can't be
     * told by less.
     *
     * @param observation any
     * @return a value with {@code equals} and {@code hashCode}
     */
    default Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return observation;
    }

    /**
     * Returns whether a value is the plain mean of what it is for each observation alone, so that what holds for means
     * holds for it.
     *
     * @param name of the value
     * @return false unless overridden
     */
    default boolean isMean(String name) {
        return false;
    }

    /**
     * Returns whether the repeats of an example are one to this metric, so that its intervals never take them for
     * independent.
     *
     * @return false unless overridden
     */
    default boolean isOverExamples() {
        return false;
    }

    /**
     * Returns the metric that has the value of a name; of several whose descriptions fit, the one whose name is fixed the
     * most.
     *
     * @param name of a value, e.g. {@code recall/refund}
     * @param metrics where to look
     * @param <M> the type of the metrics
     * @return the metric, if one has such a value
     */
    static <M extends Metric<?, ?>> Optional<M> having(String name, Collection<? extends M> metrics) {
        M best = null;
        var fixed = -1;
        for (var metric : metrics) {
            for (var description : metric.describe()) {
                if (description.fixedLength() > fixed && description.describes(name)) {
                    best = metric;
                    fixed = description.fixedLength();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Returns what a value of this metric is.
     *
     * @param name of the value
     * @return its description; empty if this metric has no such value
     */
    default Optional<MetricDescription> describe(String name) {
        return describe().stream()
                .filter(description -> description.describes(name))
                .max(Comparator.comparingInt(MetricDescription::fixedLength));
    }

    /**
     * Returns every value over some observations, each of which counts once.
     *
     * @param observations any
     * @param uncertainty how intervals are made
     * @return the values by their names
     */
    default Map<String, MetricValue> values(
            Iterable<? extends Observation<?, ? extends O, ? extends R>> observations, Uncertainty uncertainty) {
        var accumulator = accumulator();
        observations.forEach(observation -> accumulator.add(observation, 1));
        return accumulator.values(uncertainty);
    }

    /**
     * Returns several metrics as one: their values, in their order.
     *
     * @param metrics at least one, of different names
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the metric
     * @throws IllegalArgumentException if two describe the same name
     */
    static <O, R> Metric<O, R> joined(List<? extends Metric<O, R>> metrics) {
        return new JoinedMetric<>(List.copyOf(metrics));
    }

    /**
     * Refuses metrics two of which have a value of the same name.
     *
     * @param metrics to be used together
     * @throws IllegalArgumentException if two describe the same name
     */
    static void requireDifferentNames(List<? extends Metric<?, ?>> metrics) {
        var names = new HashSet<String>();
        metrics.stream().flatMap(metric -> metric.describe().stream()).forEach(description -> {
            if (!names.add(description.name())) {
                throw new IllegalArgumentException("two metrics have a value named '" + description.name() + "'");
            }
        });
    }

    /**
     * What a metric has gathered so far. Not safe for use by many threads: give each its own and merge them, in a fixed
     * order.
     *
     * @param <O> the type of the answers it takes
     * @param <R> the type of the references it takes
     */
    interface Accumulator<O, R> {

        /**
         * Adds an observation.
         *
         * @param observation any
         * @param weight how often it counts, finite, 0 or more; whole numbers are counts, others are weights whose
         *     intervals go by Kish's effective number of observations
         * @throws IllegalArgumentException if the weight is negative or not finite
         */
        void add(Observation<?, ? extends O, ? extends R> observation, double weight);

        /**
         * Adds what another accumulator of the same metric has gathered.
         *
         * @param other left as it is
         * @param weight how often it counts, finite, 0 or more
         * @throws IllegalArgumentException if the other is of another metric, or the weight negative or not finite
         */
        void merge(Accumulator<O, R> other, double weight);

        /**
         * Returns every value with its uncertainty.
         *
         * @param uncertainty how intervals are made
         * @return the values by their names, in the order in which a report shows them
         */
        Map<String, MetricValue> values(Uncertainty uncertainty);

        /**
         * Returns one value without its uncertainty, quickly: this is what resampling asks for.
         *
         * @param name of the value
         * @return the number, or empty if it is undefined or there is no such name
         */
        OptionalDouble value(String name);

        /**
         * Returns some values without their uncertainty, at once.
         *
         * @param names of the values
         * @return a number each, or empty if it is undefined or there is no such name
         */
        default List<OptionalDouble> values(List<String> names) {
            return names.stream().map(this::value).toList();
        }
    }
}
