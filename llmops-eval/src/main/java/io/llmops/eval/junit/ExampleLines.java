package io.llmops.eval.junit;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.compare.Comparison;
import io.llmops.eval.compare.Paired;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.report.Shown;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The examples a message shows, at most two, with their place in the whole. */
final class ExampleLines {

    private static final int EXAMPLES = 2;
    private static final int REASON_LINES = 3;
    private static final int WRAPPED = 112;

    private ExampleLines() {}

    /** Answers that are wrong, then abstentions, then failures. */
    static List<String> wrong(EvaluationRun<?, ?, ?> run) {
        var wrong = run.observations().stream()
                .filter(observation -> !observation.isRight())
                .sorted(Comparator.comparingInt(ExampleLines::kind))
                .toList();
        var lines = new ArrayList<String>();
        if (!wrong.isEmpty()) {
            lines.add(count("not right", wrong.size(), run.observations().size()));
        }
        wrong.stream().limit(EXAMPLES).forEach(observation -> {
            head(observation, lines);
            lines.add("    answer     " + outcome(observation.outcome()));
        });
        return lines;
    }

    /** Why examples failed, the most frequent reasons first, each in full as far as a few lines hold it. */
    static List<String> reasons(EvaluationRun<?, ?, ?> run) {
        var counts = new LinkedHashMap<Outcome.Failed<?>, Integer>();
        for (var observation : run.observations()) {
            if (observation.outcome() instanceof Outcome.Failed<?> failed) {
                counts.merge(failed, 1, Integer::sum);
            }
        }
        var lines = new ArrayList<String>();
        counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<?, Integer> reason) -> -reason.getValue()))
                .limit(EXAMPLES)
                .forEach(reason -> {
                    lines.add(reason.getValue() + " of " + run.observations().size() + " at stage '"
                            + reason.getKey().stage() + "':");
                    reason.getKey().reason().lines().limit(REASON_LINES).forEach(line -> lines.addAll(wrapped(line)));
                });
        return lines;
    }

    /** Breaks a line that is too wide, at a space where there is one. */
    private static List<String> wrapped(String line) {
        var text = Shown.of(line, REASON_LINES * WRAPPED);
        var lines = new ArrayList<String>();
        var from = 0;
        while (text.length() - from > WRAPPED) {
            var space = text.lastIndexOf(' ', from + WRAPPED - 1);
            var to = space > from ? space + 1 : from + WRAPPED;
            lines.add("    " + text.substring(from, to).stripTrailing());
            from = to;
        }
        lines.add("    " + text.substring(from));
        return lines;
    }

    private static int kind(Observation<?, ?, ?> observation) {
        return observation.outcome().match(answer -> 0, reason -> 1, (stage, reason) -> 2);
    }

    /** What became worse by a metric, the worst first. */
    static List<String> regressed(Comparison<?, ?> comparison, String metric) {
        var worse = new ArrayList<Paired<?, ?>>();
        comparison.moved(metric).stream()
                .filter(change -> change.gain() < 0)
                .forEach(change -> worse.add(change.pair()));
        var lines = new ArrayList<String>();
        if (!worse.isEmpty()) {
            var broken = worse.stream()
                    .allMatch(pair -> pair.baseline().isRight() && !pair.other().isRight());
            var what = broken ? "right in the baseline and not now" : "worse by " + metric + " than in the baseline";
            lines.add(count(what, worse.size(), comparison.pairs().size()));
        }
        worse.stream().limit(EXAMPLES).forEach(pair -> {
            head(pair.other(), lines);
            lines.add("    before     " + outcome(pair.baseline().outcome()));
            lines.add("    now        " + outcome(pair.other().outcome()));
        });
        return lines;
    }

    private static String count(String what, int some, int all) {
        return what + ": " + some + " of " + all + (some > EXAMPLES ? ", the first " + EXAMPLES + ":" : ":");
    }

    private static void head(Observation<?, ?, ?> observation, List<String> lines) {
        lines.add("  " + observation.id() + (observation.repeat() > 0 ? " (repeat " + observation.repeat() + ")" : ""));
        lines.add("    input      " + observation.example().input());
        lines.add("    reference  " + observation.reference());
    }

    private static String outcome(Outcome<?> outcome) {
        return outcome.match(
                String::valueOf,
                reason -> "abstained: " + reason,
                (stage, reason) -> "failed at stage '" + stage + "': " + reason);
    }
}
