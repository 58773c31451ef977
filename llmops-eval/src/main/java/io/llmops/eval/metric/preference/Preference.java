package io.llmops.eval.metric.preference;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Scorer;
import java.util.List;

/** The shelf of metrics over answers that are games: what a judge of two says. Safe for use by many threads. */
public final class Preference {

    private Preference() {}

    /**
     * Returns the share of a player's games that it won, ties counting half: {@code win_rate/NAME}. Games of others are
     * excluded and counted; a game without an answer counts as lost.
     *
     * @param player the name
     * @return the scorer
     */
    public static Scorer<Game, Object> winRate(String player) {
        return new WinRate(player);
    }

    /**
     * Returns the strength of every player by the model of Bradley and Terry, {@code bradley_terry/NAME}: the logarithm,
     * all centred around 0, so that of two players the first beats the second with the odds exp(s₁ − s₂). Maximum
     * likelihood, ties half a win. Undefined unless every player beat every other, directly or through others. Intervals
     * are from the information matrix, and take games for independent. Games without an answer are excluded and counted.
     *
     * @return the metric
     */
    public static Metric<Game, Object> bradleyTerry() {
        return new BradleyTerry();
    }

    /** {@return what the metrics of this shelf are, for every setting} */
    public static List<MetricDescription> describe() {
        return List.of(
                new MetricDescription("win_rate/{player}", Direction.HIGHER_IS_BETTER, Range.UNIT, WinRate.DEFINITION),
                BradleyTerry.DESCRIPTION);
    }
}
