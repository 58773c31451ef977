package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowReader;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * NIST of a corpus (Doddington 2002), equal to NLTK 3.8 on tokens of mteval-v13a. What an n-gram tells depends on all
 * references, so the observations are kept; intervals take that as given.
 */
record Nist(int order) implements Metric<Object, Object> {

    @Override
    public List<MetricDescription> describe() {
        return List.of(new MetricDescription(
                "nist",
                Direction.HIGHER_IS_BETTER,
                Range.NOT_NEGATIVE,
                "information of common n-grams of up to " + order + " tokens / n-grams of the answers, lowered for"
                        + " short answers (Doddington 2002)"));
    }

    @Override
    public Metric.Accumulator<Object, Object> accumulator() {
        return new Kept(this);
    }

    /** A row metric of observations whose n-grams tell so much. */
    RowMetric<Object, Object> given(NgramInformation information) {
        var rows = new NistRows(order, information);
        TextRows.Counts counts = (hypothesis, references, into) -> rows.count(
                BleuTokenizer.V13A.tokens(hypothesis),
                references.stream().map(BleuTokenizer.V13A::tokens).toList(),
                into);
        RowReader<Object, Object> reader = new TextRows(counts);
        return RowMetric.of(
                describe(),
                reader,
                RowStatistics.ofSums(NistRows.width(order), (sums, into) -> into[0] = NistRows.score(order, sums)));
    }

    /** Keeps observations and their weights. */
    private static final class Kept implements Metric.Accumulator<Object, Object> {

        private final Nist metric;
        private final List<Observation<?, ?, ?>> observations = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        Kept(Nist metric) {
            this.metric = metric;
        }

        @Override
        public void add(Observation<?, ?, ?> observation, double weight) {
            Weights.require(weight);
            TextRows.references(observation);
            keep(observation, weight);
        }

        private void keep(Observation<?, ?, ?> observation, double weight) {
            if (weight > 0) {
                observations.add(observation);
                weights.add(weight);
            }
        }

        @Override
        public void merge(Metric.Accumulator<Object, Object> other, double weight) {
            Weights.require(weight);
            if (!(other instanceof Kept kept) || !kept.metric.equals(metric)) {
                throw new IllegalArgumentException("expected an accumulator of " + metric + ", found another's");
            }
            for (var i = 0; i < kept.observations.size(); i++) {
                keep(kept.observations.get(i), kept.weights.get(i) * weight);
            }
        }

        private Metric.Accumulator<Object, Object> rows() {
            var information = new NgramInformation(metric.order);
            for (var i = 0; i < observations.size(); i++) {
                for (var reference : TextRows.references(observations.get(i))) {
                    information.add(BleuTokenizer.V13A.tokens(reference), weights.get(i));
                }
            }
            var rows = metric.given(information).accumulator();
            for (var i = 0; i < observations.size(); i++) {
                rows.add(observations.get(i), weights.get(i));
            }
            return rows;
        }

        @Override
        public Map<String, MetricValue> values(Uncertainty uncertainty) {
            return rows().values(uncertainty);
        }

        @Override
        public OptionalDouble value(String name) {
            return rows().value(name);
        }
    }
}
