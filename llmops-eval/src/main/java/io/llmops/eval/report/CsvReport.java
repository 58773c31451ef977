package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The outcomes of a run as CSV (RFC 4180). */
final class CsvReport {

    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final List<? extends Observation<?, ?, ?>> observations;
    private final TreeSet<String> tags = new TreeSet<>();
    private final TreeSet<String> scores = new TreeSet<>();

    CsvReport(Report report) {
        observations = report.run().observations();
        observations.forEach(observation -> {
            tags.addAll(observation.example().tags().keySet());
            scores.addAll(observation.scores().keySet());
        });
    }

    String text() {
        var header = new ArrayList<>(List.of(
                "id", "repeat", "outcome", "right", "input", "reference", "answer", "stage", "reason", "milliseconds"));
        scores.forEach(name -> header.add(cell("score:" + name)));
        tags.forEach(name -> header.add(cell("tag:" + name)));
        var text = new StringBuilder();
        line(header, text);
        observations.forEach(observation -> line(row(observation), text));
        return text.toString();
    }

    private List<String> row(Observation<?, ?, ?> observation) {
        var row = new ArrayList<String>();
        row.add(cell(observation.id()));
        row.add(String.valueOf(observation.repeat()));
        Outcome<?> outcome = observation.outcome();
        row.add(outcome.match(answer -> "answered", reason -> "abstained", (stage, reason) -> "failed"));
        row.add(String.valueOf(observation.isRight()));
        row.add(cell(String.valueOf(observation.example().input())));
        row.add(cell(String.valueOf(observation.reference())));
        row.add(cell(outcome.match(String::valueOf, reason -> "", (stage, reason) -> "")));
        row.add(cell(outcome.match(answer -> "", reason -> "", (stage, reason) -> stage)));
        row.add(cell(outcome.match(answer -> "", reason -> reason, (stage, reason) -> reason)));
        row.add(Numerals.exact(observation.time().toNanos() / 1e6));
        for (var name : scores) {
            var score = observation.scores().get(name);
            row.add(score == null ? "" : score.match(Numerals::exact, reason -> "abstained", reason -> "failed"));
        }
        for (var tag : tags) {
            row.add(cell(observation.example().tags().getOrDefault(tag, "")));
        }
        return row;
    }

    private static void line(List<String> cells, StringBuilder into) {
        into.append(String.join(",", cells)).append("\r\n");
    }

    /** Returns users' text in quotes where it needs them, made no formula by an apostrophe. */
    static String cell(String text) {
        var whole = WholeText.of(text);
        var safe = !whole.isEmpty() && STARTS_FORMULA.indexOf(whole.charAt(0)) >= 0 ? "'" + whole : whole;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r') || !safe.equals(safe.strip())
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
