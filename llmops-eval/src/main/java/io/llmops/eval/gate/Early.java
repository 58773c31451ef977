package io.llmops.eval.gate;

import io.llmops.eval.gate.Condition.Checked;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Stoppable;
import io.llmops.eval.run.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks one evaluation while it runs. Used once. */
final class Early<I, O, R> {

    /** The chance that an early verdict is not that of all examples, as a part of what the intervals may err. */
    private static final double PART = 0.1;

    private final Condition condition;
    private @Nullable Visit<O, R> visit;
    private @Nullable Checked found;
    private long visited;

    Early(Condition condition) {
        this.condition = condition;
    }

    EarlyVerdict<I, O, R> check(Stoppable<I, O, R> evaluation) {
        var run = evaluation.runUntil(this::begin);
        var examples = visit == null ? Examples.count(run) : visit.examples();
        var checked = found != null ? found : ordinary(run);
        return new EarlyVerdict<>(
                new Verdict(condition.text(), checked.decision(), checked.findings()), run, visited, examples);
    }

    private Checked ordinary(EvaluationRun<I, O, R> run) {
        return condition.check(run, Levels.of(run.provenance().uncertainty().level()));
    }

    private Predicate<Observation<?, O, R>> begin(Visit<O, R> about) {
        visit = about;
        var level = about.uncertainty().level();
        var look = condition.look(about, Levels.of(level), PART * (1 - level));
        var repeats = new ArrayList<Observation<?, O, R>>();
        return observation -> {
            repeats.add(observation);
            if (repeats.size() == about.repeats()) {
                look.add(List.copyOf(repeats));
                repeats.clear();
                visited++;
                found = visited < about.examples() ? look.certain().orElse(null) : null;
            }
            return found != null;
        };
    }

    /** Returns the definition of a mean of numbers in a known range; refuses any other metric. */
    static <O, R> Metric<? super O, ? super R> mean(Visit<O, R> visit, String metric) {
        return Metric.having(metric, visit.metrics())
                .filter(definition -> definition.isMean(metric))
                .filter(definition -> definition
                        .describe(metric)
                        .filter(description -> description.range().isBounded())
                        .isPresent())
                .orElseThrow(() -> new IllegalArgumentException("expected the mean of numbers in a known range, found '"
                        + metric + "', which says nothing before all examples are seen; check the run with it, or stop"
                        + " early by one of " + means(visit)));
    }

    private static String means(Visit<?, ?> visit) {
        return visit.metrics().stream()
                .flatMap(metric -> metric.describe().stream()
                        .filter(description -> description.range().isBounded() && metric.isMean(description.name()))
                        .map(description -> description.name()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static IllegalArgumentException refused(Condition condition) {
        return new IllegalArgumentException("expected conditions on means, found '" + condition.text()
                + "', which says nothing before all examples are seen; check the run with it");
    }
}
