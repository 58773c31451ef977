package io.llmops.eval.gate;

import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Visit;

/** A condition with a name of its own. */
record Named(String name, Condition condition) implements Condition {

    @Override
    public String text() {
        return name;
    }

    @Override
    public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
        return condition.check(run, levels).within(name);
    }

    @Override
    public <O, R> Look<O, R> look(Visit<O, R> visit, Levels levels, double miss) {
        return new Look.OfNamed<>(name, condition.look(visit, levels, miss));
    }

    @Override
    public Condition allowingExcluded(double share) {
        return new Named(name, condition.allowingExcluded(share));
    }
}
