package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.gate.Finding;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A verdict as text, and with the examples that went wrong as the message of a failing test. */
final class VerdictText {

    private static final int VALUE = 300;
    private static final int DECISION = 14;

    private VerdictText() {}

    static String of(Verdict verdict) {
        var lines = new ArrayList<String>();
        lines.add(verdict.decision().toString());
        verdict.findings().forEach(finding -> lines.addAll(finding(finding)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> finding(Finding finding) {
        var lines = new ArrayList<String>();
        lines.add("  " + Shown.padRight(finding.decision().toString(), DECISION)
                + Shown.of(finding.condition(), TextTable.PAGE - DECISION - 2));
        for (var part : finding.reason().split("; ", -1)) {
            wrapped(Shown.of(part, VALUE), TextTable.PAGE - DECISION - 2)
                    .forEach(line -> lines.add(" ".repeat(DECISION + 2) + line));
        }
        return lines;
    }

    /** Returns a text in lines of so many columns, where its words allow it. */
    private static List<String> wrapped(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && Shown.width(line.toString()) + 1 + Shown.width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String withExamples(Verdict verdict, EvaluationRun<?, ?, ?> run, int examples) {
        var wrong = run.observations().stream()
                .filter(observation -> !observation.isRight())
                .sorted(Comparator.comparingInt(WorstFirst::severity))
                .toList();
        var lines = new ArrayList<String>();
        lines.add(Shown.of(run.name() + " on " + run.provenance().dataset().name(), TextTable.PAGE));
        lines.add(of(verdict).stripTrailing());
        if (!wrong.isEmpty()) {
            lines.add("");
            lines.add("not right: " + Numerals.count(wrong.size()) + " of "
                    + Numerals.count(run.observations().size())
                    + (wrong.size() > examples ? ", the first " + examples + ":" : ":"));
            wrong.stream().limit(examples).forEach(observation -> lines.addAll(example(observation)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> example(Observation<?, ?, ?> observation) {
        Outcome<?> outcome = observation.outcome();
        return List.of(
                "  " + Shown.of(observation.id(), TextTable.PAGE - 2),
                "    input      " + shown(observation.example().input()),
                "    reference  " + shown(observation.reference()),
                outcome.<String>match(
                        answer -> "    answer     " + shown(answer),
                        reason -> "    abstained  " + shown(reason),
                        (stage, reason) -> "    failed     " + shown("stage '" + stage + "': " + reason)));
    }

    private static String shown(Object value) {
        return Shown.of(String.valueOf(value), VALUE);
    }
}
