package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The rows of the page's table of examples as JSON, the worst first. References, outcomes and tags are places in a
 * dictionary. Texts are cut as short as the bytes there are for the rows ask for; where that does not do, the last rows are
 * left out.
 */
final class PageRows {

    private static final int[] LENGTHS = {2_000, 500, 200, 100, 50, 20};

    private final List<Observation<?, ?, ?>> observations;
    private final Map<WorstFirst.Key, Integer> places = new HashMap<>();
    private final Map<WorstFirst.Key, Observation<?, ?, ?>> before = new HashMap<>();
    private final Map<WorstFirst.Key, Integer> moved = new HashMap<>();
    private final List<String> tags;
    private final List<String> scores;

    PageRows(Report report) {
        observations = WorstFirst.of(report);
        var tagNames = new TreeSet<String>();
        var scoreNames = new TreeSet<String>();
        for (var observation : report.run().observations()) {
            places.put(WorstFirst.Key.of(observation), places.size());
            tagNames.addAll(observation.example().tags().keySet());
            scoreNames.addAll(observation.scores().keySet());
        }
        tags = List.copyOf(tagNames);
        scores = List.copyOf(scoreNames);
        report.compared().ifPresent(this::compare);
    }

    private void compare(Compared compared) {
        compared.comparison().pairs().forEach(pair -> before.put(WorstFirst.Key.of(pair.other()), pair.baseline()));
        compared.broken()
                .forEach(change -> moved.put(WorstFirst.Key.of(change.pair().other()), -1));
        compared.fixed()
                .forEach(change -> moved.put(WorstFirst.Key.of(change.pair().other()), 1));
    }

    /** What fits: the JSON of several fields, how many characters a text may have, and how many rows there are. */
    record Fitted(String json, int length, int rows) {}

    /** Returns the rows in at most some bytes. */
    Fitted fit(List<String> labels, long bytes) {
        for (var length : LENGTHS) {
            var fitted = write(labels, length, bytes);
            if (fitted.rows() == observations.size() || length == LENGTHS[LENGTHS.length - 1]) {
                return fitted;
            }
        }
        throw new AssertionError("the shortest length is always taken");
    }

    List<Observation<?, ?, ?>> observations() {
        return observations;
    }

    private Fitted write(List<String> labels, int length, long most) {
        var dictionary = new Dictionary(length);
        var json = new JsonText().raw("\"rows\":[");
        var rows = 0;
        for (var observation : observations) {
            if (json.bytes() + dictionary.text.bytes() > most) {
                break;
            }
            json.raw(rows++ == 0 ? "\n[" : ",\n[");
            row(observation, dictionary, length, json);
            json.raw("]");
        }
        json.raw("],\n\"labels\":[");
        for (var i = 0; i < labels.size(); i++) {
            json.raw(i == 0 ? "" : ",").number(dictionary.place(labels.get(i)));
        }
        json.raw("],\n\"dictionary\":[").raw(dictionary.text.toString()).raw("]");
        names("tags", tags, json);
        names("scores", scores, json);
        json.raw(",\n\"compared\":" + !before.isEmpty());
        return new Fitted(json.toString(), length, rows);
    }

    private static void names(String field, List<String> names, JsonText json) {
        json.raw(",\n\"" + field + "\":[");
        for (var i = 0; i < names.size(); i++) {
            json.raw(i == 0 ? "" : ",").string(Shown.of(names.get(i), 100));
        }
        json.raw("]");
    }

    private void row(Observation<?, ?, ?> observation, Dictionary dictionary, int length, JsonText json) {
        var key = WorstFirst.Key.of(observation);
        json.number(places.getOrDefault(key, 0)).raw(",").string(Shown.lines(observation.id(), length));
        json.raw(",").number(observation.repeat());
        json.raw(",").number(WorstFirst.severity(observation));
        json.raw(",").number(moved.getOrDefault(key, 0));
        json.raw(",").string(Shown.lines(String.valueOf(observation.example().input()), length));
        json.raw(",").number(dictionary.place(String.valueOf(observation.reference())));
        json.raw(",").number(dictionary.place(answer(observation.outcome())));
        var earlier = before.get(key);
        json.raw(",").number(earlier == null ? -1 : dictionary.place(answer(earlier.outcome())));
        json.raw(",").number(Numerals.milliseconds(observation.time())).raw(",[");
        for (var i = 0; i < scores.size(); i++) {
            json.raw(i == 0 ? "" : ",");
            if (observation.scores().get(scores.get(i)) instanceof Score.Scored scored) {
                json.number(scored.value());
            } else {
                json.raw("null");
            }
        }
        json.raw("],[");
        for (var i = 0; i < tags.size(); i++) {
            json.raw(i == 0 ? "" : ",");
            json.number(dictionary.place(observation.example().tags().getOrDefault(tags.get(i), "")));
        }
        json.raw("]");
    }

    /** An answer as it is; what is none in words that no answer has, being in brackets. */
    private static String answer(Outcome<?> outcome) {
        return outcome.match(
                String::valueOf,
                reason -> "⟨abstained⟩ " + reason,
                (stage, reason) -> "⟨failed in " + stage + "⟩ " + reason);
    }

    /** Texts by their places; those that differ before they are cut have different ones. */
    private static final class Dictionary {

        private final int length;
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final JsonText text = new JsonText();

        Dictionary(int length) {
            this.length = length;
        }

        int place(String word) {
            var known = places.get(word);
            if (known != null) {
                return known;
            }
            text.raw(places.isEmpty() ? "" : ",").string(Shown.lines(word, length));
            places.put(word, places.size());
            return places.size() - 1;
        }
    }
}
