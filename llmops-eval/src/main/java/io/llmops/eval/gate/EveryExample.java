package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule kept by every example, or by every one that kept it in a baseline. This is about the very examples and what was
 * seen of them, so there is no interval; for a system that answers by chance the finding says how often one that is right
 * 95 times in 100 would be turned away.
 */
record EveryExample(ExampleRule rule, Optional<EvaluationRun<?, ?, ?>> baseline) implements Condition {

    private static final double GOOD = 0.95;
    private static final int SHOWN = 5;

    @Override
    public String text() {
        return baseline.map(run -> "every example that was " + rule + " in '" + run.name() + "' still is")
                .orElse("every example " + rule);
    }

    @Override
    public Condition allowingExcluded(double share) {
        return this;
    }

    @Override
    public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
        var requirement = new Requirement(text(), "examples/kept", 1);
        var examples = Examples.of(run);
        baseline.ifPresent(before -> examples.keySet().retainAll(kept(before, examples.keySet())));
        if (examples.isEmpty()) {
            return Checked.of(Finding.undefined(requirement, "no example to look at"));
        }
        var broken = new ArrayList<String>();
        var open = new ArrayList<String>();
        examples.forEach((id, repeats) -> {
            switch (rule.decide(repeats)) {
                case FAIL -> broken.add(id);
                case INCONCLUSIVE -> open.add(id);
                case PASS -> {}
            }
        });
        var decision = !broken.isEmpty() ? Decision.FAIL : open.isEmpty() ? Decision.PASS : Decision.INCONCLUSIVE;
        var n = examples.size();
        var kept = n - broken.size() - open.size();
        var value = new Estimate(
                (double) kept / n,
                Optional.empty(),
                n,
                0,
                new Reach((double) kept / n, (double) (kept + open.size()) / n));
        return Checked.of(Finding.of(
                requirement, value, decision, kept + " of " + n + " examples" + list(broken, open) + chance(n)));
    }

    private static String list(List<String> broken, List<String> open) {
        return (broken.isEmpty() ? "" : "; not " + shown(broken))
                + (open.isEmpty() ? "" : "; not known, for they failed, " + shown(open));
    }

    private static String shown(List<String> ids) {
        return ids.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "");
    }

    private String chance(int n) {
        return rule.isDeterministic()
                ? ""
                : "; a system right 95 times in 100 on each would be turned away in "
                        + Shown.percent(1 - StrictMath.pow(rule.chance(GOOD), n)) + " of runs";
    }

    private <I, O, R> Set<String> kept(EvaluationRun<I, O, R> before, Set<String> ids) {
        Map<String, List<Observation<I, O, R>>> examples = Examples.of(before);
        return examples.entrySet().stream()
                .filter(example -> ids.contains(example.getKey()))
                .filter(example -> rule.decide(example.getValue()) == Decision.PASS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
