package io.llmops.eval.metric.agreement;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;

/** The names of this room, and what its coefficients share. */
final class Coefficients {

    /** What may be left of 1 less the agreement by chance and still be nothing but rounding. */
    private static final double NOTHING = 1e-14;

    private Coefficients() {}

    static MetricDescription unit(String name, String definition) {
        return new MetricDescription("agreement/" + name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    static MetricDescription signed(String name, String definition) {
        return new MetricDescription("agreement/" + name, Direction.HIGHER_IS_BETTER, Range.SIGNED_UNIT, definition);
    }

    /** Returns agreement beyond chance, NaN where chance leaves nothing to gain. */
    static double beyond(double chance, double observed) {
        return 1 - chance <= NOTHING ? Double.NaN : Range.SIGNED_UNIT.clamp((observed - chance) / (1 - chance));
    }
}
