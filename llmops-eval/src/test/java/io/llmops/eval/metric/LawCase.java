package io.llmops.eval.metric;

import java.util.List;
import java.util.function.LongFunction;

/** A metric, and data of its kind by a seed. */
public record LawCase<O, R>(
        Metric<O, R> metric, LongFunction<? extends List<? extends Observation<?, ? extends O, ? extends R>>> data) {}
