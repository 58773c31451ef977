package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Precision, recall and F1 of things found in each example (entities, fields, tool calls), for every label and averaged:
 * {@code entity_f1/micro}, {@code entity_recall/city}. Averages are those of scikit-learn and seqeval: macro is the mean
 * over the labels that an answer or a reference has, weighted the mean by how many things the references have. An
 * abstention or failure has found nothing.
 *
 * <p>Things of one example are not independent, so intervals go by examples: Wilson's, at the effective number of things
 * that a jackknife over the examples finds (Kott and Carr 1997), or at the number of examples where nothing varied.
 * Approximate, from about 30 examples that have the label; it counts no more things than there are, so it covers more than
 * it says where errors are spread more evenly than by chance. Immutable.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public final class MatchReport<O, R> implements Metric<O, R> {

    static final List<String> FAMILIES = List.of("precision", "recall", "f1");
    static final List<String> AVERAGES = List.of("micro", "macro", "weighted");

    private static final List<String> DEFINITIONS =
            List.of("matches / answered", "matches / in the references", "2 precision recall / (precision + recall)");
    private static final List<String> AVERAGE_DEFINITIONS =
            List.of("all labels together", "mean over the labels", "mean weighted by what the references have");

    private final String thing;
    private final MatchReader<? super O, ? super R> reader;
    private final ZeroDivision zeroDivision;

    private MatchReport(String thing, MatchReader<? super O, ? super R> reader, ZeroDivision zeroDivision) {
        this.thing = Objects.requireNonNull(thing, "thing");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.zeroDivision = Objects.requireNonNull(zeroDivision, "zeroDivision");
    }

    /**
     * Returns a report.
     *
     * @param thing what is found, the start of every name, e.g. {@code entity}
     * @param reader tallies the things of an observation
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the report, in which what divides by nothing is undefined
     */
    public static <O, R> MatchReport<O, R> of(String thing, MatchReader<? super O, ? super R> reader) {
        return new MatchReport<>(thing, reader, ZeroDivision.UNDEFINED);
    }

    /**
     * Returns this report with another rule for ratios that divide by nothing.
     *
     * @param newZeroDivision the rule
     * @return the changed copy
     */
    public MatchReport<O, R> withZeroDivision(ZeroDivision newZeroDivision) {
        return new MatchReport<>(thing, reader, newZeroDivision);
    }

    /** Returns the name of an average, e.g. {@code entity_f1/micro}. */
    String averageName(int average, int family) {
        return family(family) + "/" + AVERAGES.get(average);
    }

    /** Returns the name of a label's value, e.g. {@code entity_f1/city}. */
    String labelName(String label, int family) {
        return MetricDescription.named(family(family), label);
    }

    private String family(int family) {
        return thing + "_" + FAMILIES.get(family);
    }

    ZeroDivision zeroDivision() {
        return zeroDivision;
    }

    MatchTally read(Observation<?, ? extends O, ? extends R> observation) {
        var tally = new MatchTally();
        Optional<? extends O> answer =
                observation.outcome().match(Optional::of, no -> Optional.empty(), (stage, no) -> Optional.empty());
        reader.read(answer, observation.reference(), tally);
        return tally;
    }

    @Override
    public List<MetricDescription> describe() {
        var all = new ArrayList<MetricDescription>();
        for (var family = 0; family < FAMILIES.size(); family++) {
            for (var average = 0; average < AVERAGES.size(); average++) {
                all.add(unit(
                        averageName(average, family),
                        DEFINITIONS.get(family) + "; " + AVERAGE_DEFINITIONS.get(average)));
            }
            all.add(unit(family(family) + "/{label}", DEFINITIONS.get(family)));
        }
        return all;
    }

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    @Override
    public MatchAccumulator<O, R> accumulator() {
        return new MatchAccumulator<>(this);
    }

    @Override
    public Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return List.of(read(observation), observation.outcome() instanceof Outcome.Failed<?>);
    }

    /** {@return e.g. {@code entity report(zero division UNDEFINED)}} */
    @Override
    public String toString() {
        return thing + " report(zero division " + zeroDivision + ")";
    }
}
