package io.llmops.eval.gate;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.Stoppable;
import io.llmops.eval.run.Visit;
import io.llmops.eval.stats.RandomStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** How often a gate says what of a system, counted over simulated evaluations. */
record ErrorRates(int evaluations, Map<Decision, Integer> counts, double visited) {

    /** A system beside a baseline that is right on 90 % of the examples. */
    enum Candidate {
        /** Right as often, not on the same examples, as a model that answers by chance. */
        UNCHANGED(0.03, 0.03),
        /** Right on 85 %: just what a margin of 0.05 forbids. */
        SLIGHTLY_WORSE(0.07, 0.02),
        /** Right on 75 %. */
        CLEARLY_WORSE(0.17, 0.02);

        private final double broken;
        private final double mended;

        Candidate(double broken, double mended) {
            this.broken = broken;
            this.mended = mended;
        }
    }

    /** What decides. */
    enum Rule {
        AT_LEAST,
        AT_LEAST_EARLY,
        NO_WORSE,
        NO_WORSE_EARLY,
        NO_WORSE_F1,
        ANY_FLIP
    }

    private static final double BASELINE = 0.9;
    private static final double THRESHOLD = 0.86;
    private static final double MARGIN = 0.05;
    private static final Uncertainty UNCERTAINTY = new Uncertainty(0.95, 500, 0);

    static ErrorRates of(Rule rule, Candidate system, int n, int evaluations) {
        var root = RandomStream.of(20_26);
        var visited = new AtomicInteger();
        var decisions = IntStream.range(0, evaluations)
                .parallel()
                .mapToObj(i -> {
                    var random = root.split(i);
                    var before = Simulated.right(random, n, BASELINE);
                    var after = Simulated.changed(random, before, BASELINE, system.broken, system.mended);
                    return decide(rule, before, after, visited);
                })
                .toList();
        var counts = new EnumMap<Decision, Integer>(Decision.class);
        decisions.forEach(decision -> counts.merge(decision, 1, Integer::sum));
        return new ErrorRates(evaluations, counts, (double) visited.get() / evaluations / n);
    }

    private static Decision decide(Rule rule, boolean[] before, boolean[] after, AtomicInteger visited) {
        if (rule == Rule.ANY_FLIP) {
            return IntStream.range(0, before.length).anyMatch(i -> before[i] && !after[i])
                    ? Decision.FAIL
                    : Decision.PASS;
        }
        Metric<Object, Object> metric = rule == Rule.NO_WORSE_F1 ? Classification.report() : Scorers.exactMatch();
        var run = run("after", after, metric);
        var name = rule == Rule.NO_WORSE_F1 ? "f1/macro" : "exact_match";
        var gate = rule == Rule.AT_LEAST || rule == Rule.AT_LEAST_EARLY
                ? Gate.atLeast(name, THRESHOLD)
                : Gate.noWorseThan(run("before", before, metric), name, MARGIN);
        if (rule != Rule.AT_LEAST_EARLY && rule != Rule.NO_WORSE_EARLY) {
            return gate.check(run).decision();
        }
        var early = gate.checkEarly(replayed(run, metric));
        visited.addAndGet((int) early.visited());
        return early.verdict().decision();
    }

    private static EvaluationRun<String, String, String> run(
            String name, boolean[] right, Metric<Object, Object> metric) {
        var run = Simulated.run(name, right, metric);
        var was = run.provenance();
        return EvaluationRun.of(
                new Provenance(was.name(), was.dataset(), was.pipeline(), UNCERTAINTY, was.environment()),
                run.timing(),
                run.observations(),
                List.of(metric));
    }

    /** The rows of a run, one after another: they are in random order already. */
    static Stoppable<String, String, String> replayed(
            EvaluationRun<String, String, String> run, Metric<Object, Object> metric) {
        return rule -> {
            var enough =
                    rule.begin(new Visit<>(List.of(metric), run.observations().size(), 1, UNCERTAINTY));
            for (var observation : run.observations()) {
                if (enough.test(observation)) {
                    break;
                }
            }
            return run;
        };
    }

    double share(Decision decision) {
        return (double) counts.getOrDefault(decision, 0) / evaluations;
    }
}
