package io.llmops.eval.gate;

import io.llmops.core.pipeline.Usage;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.function.ToDoubleFunction;

/** What an example uses on average at most a limit. Observations whose usage is not known are excluded and counted. */
record Cost(String metric, ToDoubleFunction<Usage> cost, double limit, double allowedExcluded) implements Condition {

    Cost {
        if (!(limit >= 0 && limit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a limit of 0 or more, found " + limit);
        }
    }

    @Override
    public Condition allowingExcluded(double share) {
        return new Cost(metric, cost, limit, share);
    }

    @Override
    public String text() {
        return metric + " at most " + limit;
    }

    @Override
    public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
        var values = new ArrayList<Double>();
        var groups = new ArrayList<Integer>();
        var group = 0;
        for (var repeats : Examples.of(run).values()) {
            for (var observation : repeats) {
                if (observation.usage().unreported() == 0) {
                    values.add(cost.applyAsDouble(observation.usage()));
                    groups.add(group);
                }
            }
            group++;
        }
        var rule = new Rule(
                new Requirement(text(), metric, limit),
                allowedExcluded,
                interval -> interval.upper() <= limit,
                interval -> interval.lower() > limit);
        var excluded = run.observations().size() - values.size();
        if (values.isEmpty()) {
            return Checked.of(
                    Finding.undefined(rule.requirement(), "the usage of " + excluded + " observations is not known"));
        }
        var evidence = new GroupedMean(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                groups.stream().mapToInt(Integer::intValue).toArray(),
                excluded);
        return Checked.of(rule.finding(evidence, group, levels));
    }
}
