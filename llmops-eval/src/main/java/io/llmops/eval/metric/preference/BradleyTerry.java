package io.llmops.eval.metric.preference;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
import io.llmops.eval.stats.PairedStrengths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Bradley–Terry strengths of the players of games. Immutable. */
record BradleyTerry() implements Metric<Game, Object> {

    static final MetricDescription DESCRIPTION = new MetricDescription(
            "bradley_terry/{player}",
            Direction.HIGHER_IS_BETTER,
            Range.ANY,
            "logarithm of the strength, centred; ties half a win (Bradley and Terry 1952)");
    private static final String PREFIX = "bradley_terry/";

    @Override
    public List<MetricDescription> describe() {
        return List.of(DESCRIPTION);
    }

    @Override
    public Metric.Accumulator<Game, Object> accumulator() {
        return new Games();
    }

    @Override
    public Object cell(Observation<?, ? extends Game, ?> observation) {
        return observation
                .outcome()
                .<Object>match(
                        game -> game, reason -> Outcome.Abstained.class, (stage, reason) -> Outcome.Failed.class);
    }

    /** How much each player beat each other, by name. */
    private static final class Games implements Metric.Accumulator<Game, Object> {

        private final Map<String, Map<String, Double>> wins = new TreeMap<>();
        private final Weights weights = new Weights();
        private double excluded;
        private boolean failed;

        @Override
        public void add(Observation<?, ? extends Game, ?> observation, double weight) {
            Weights.require(weight);
            if (observation.outcome() instanceof Outcome.Answered<? extends Game> answered) {
                var game = answered.value();
                weights.add(weight);
                add(game.first(), game.second(), game.score() * weight);
                add(game.second(), game.first(), (1 - game.score()) * weight);
            } else {
                excluded += weight;
                failed |= weight > 0 && observation.outcome() instanceof Outcome.Failed<?>;
            }
        }

        private void add(String winner, String loser, double won) {
            wins.computeIfAbsent(winner, name -> new TreeMap<>()).merge(loser, won, Double::sum);
        }

        @Override
        public void merge(Metric.Accumulator<Game, Object> other, double weight) {
            Weights.require(weight);
            if (!(other instanceof Games games)) {
                throw new IllegalArgumentException("expected an accumulator of games, found another's");
            }
            games.wins.forEach((winner, losers) -> losers.forEach((loser, won) -> add(winner, loser, won * weight)));
            weights.merge(games.weights, weight);
            excluded += games.excluded * weight;
            failed |= weight > 0 && games.failed;
        }

        private Optional<PairedStrengths> fit(double scale) {
            var names = List.copyOf(wins.keySet());
            var rows = List.copyOf(wins.values());
            var table = new double[names.size()][names.size()];
            for (var i = 0; i < table.length; i++) {
                for (var j = 0; j < table.length; j++) {
                    table[i][j] = scale * rows.get(i).getOrDefault(names.get(j), 0.0);
                }
            }
            return PairedStrengths.fit(table);
        }

        @Override
        public Map<String, MetricValue> values(Uncertainty uncertainty) {
            var values = new LinkedHashMap<String, MetricValue>();
            var fit = fit(weights.scale());
            var place = 0;
            for (var name : wins.keySet()) {
                var player = place++;
                values.put(
                        PREFIX + name,
                        fit.<MetricValue>map(strengths -> estimate(strengths, player, uncertainty))
                                .orElseGet(() -> new Undefined(
                                        "not every player beat every other, directly or through others")));
            }
            if (values.isEmpty()) {
                values.put(DESCRIPTION.name(), new Undefined("no games"));
            }
            return values;
        }

        private Estimate estimate(PairedStrengths strengths, int player, Uncertainty uncertainty) {
            var strength = strengths.strengths()[player];
            var reach = failed ? new Reach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) : Reach.at(strength);
            return new Estimate(
                    strength,
                    Optional.of(strengths.interval(player, uncertainty.level())),
                    weights.n(),
                    (long) Math.ceil(excluded),
                    reach);
        }

        @Override
        public OptionalDouble value(String name) {
            var player = List.copyOf(wins.keySet())
                    .indexOf(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
            return player < 0
                    ? OptionalDouble.empty()
                    : fit(1).map(fit -> OptionalDouble.of(fit.strengths()[player]))
                            .orElse(OptionalDouble.empty());
        }
    }
}
