package io.llmops.eval.metric.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts and their references, as a golden file has them: by streams, or by one text. */
record Segments(List<Observation<String, String, List<String>>> observations, int references) {

    /** Reads hypotheses and streams of references, in which a null is a reference that is not there. */
    static Segments of(GoldenCase golden) {
        var hypotheses = golden.input().get("hypotheses");
        var streams = golden.input().get("references");
        var segments = new ArrayList<Observation<String, String, List<String>>>();
        for (var i = 0; i < hypotheses.size(); i++) {
            var references = new ArrayList<String>();
            for (var stream : streams) {
                if (stream.get(i).isTextual()) {
                    references.add(stream.get(i).textValue());
                }
            }
            segments.add(segment(i, hypotheses.get(i).textValue(), references));
        }
        return new Segments(segments, streams.size());
    }

    static Segments of(List<String> hypotheses, List<List<String>> references) {
        var segments = new ArrayList<Observation<String, String, List<String>>>();
        for (var i = 0; i < hypotheses.size(); i++) {
            segments.add(segment(i, hypotheses.get(i), references.get(i)));
        }
        return new Segments(segments, references.get(0).size());
    }

    private static Observation<String, String, List<String>> segment(int i, String answer, List<String> references) {
        return Observation.of(Example.of("e" + i, "in", references), Outcome.answered(answer));
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.textValue()));
        return texts;
    }

    static List<List<String>> lists(JsonNode array) {
        var lists = new ArrayList<List<String>>();
        array.forEach(node -> lists.add(texts(node)));
        return lists;
    }

    /** Returns every value without its interval. */
    Map<String, Double> points(Metric<Object, Object> metric) {
        var accumulator = metric.accumulator();
        observations.forEach(observation -> accumulator.add(observation, 1));
        var points = new LinkedHashMap<String, Double>();
        metric.describe()
                .forEach(description -> points.put(
                        description.name(),
                        accumulator.value(description.name()).orElse(Double.NaN)));
        return points;
    }

    double[] sums(TextRows.Counts counts, int width) {
        var sums = new double[width];
        for (var observation : observations) {
            var row = new double[width];
            counts.count(TextRows.answer(observation), observation.reference(), row);
            for (var i = 0; i < width; i++) {
                sums[i] += row[i];
            }
        }
        return sums;
    }
}
