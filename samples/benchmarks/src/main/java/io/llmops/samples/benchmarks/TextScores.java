package io.llmops.samples.benchmarks;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.text.TextMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * BLEU, chrF and ROUGE of 1,000 segments of about 30 words (without intervals), beside what they can't do without: the
 * words of both sides, counted; for chrF the runs of characters.
 */
@State(Scope.Benchmark)
public class TextScores {

    private final List<Observation<String, String, String>> segments = segments();

    private static List<Observation<String, String, String>> segments() {
        var words = String.join(" ", Documents.of(40)).split("\\s+");
        var segments = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 1_000; i++) {
            var reference = new ArrayList<String>();
            var answer = new ArrayList<String>();
            for (var j = 0; j < 30; j++) {
                var word = words[(i * 30 + j) % words.length];
                reference.add(word);
                answer.add(j % 7 == i % 7 ? "another" : word);
            }
            segments.add(Observation.of(
                    Example.of("s" + i, "", String.join(" ", reference)), Outcome.answered(String.join(" ", answer))));
        }
        return segments;
    }

    private OptionalDouble value(Metric<Object, Object> metric, String name) {
        var accumulator = metric.accumulator();
        segments.forEach(segment -> accumulator.add(segment, 1));
        return accumulator.value(name);
    }

    /** BLEU. */
    @Benchmark
    public OptionalDouble bleu() {
        return value(TextMetrics.bleu(), "bleu");
    }

    /** The chrF score. */
    @Benchmark
    public OptionalDouble chrf() {
        return value(TextMetrics.chrf(), "chrf");
    }

    /** ROUGE-1, -2, -L. */
    @Benchmark
    public OptionalDouble rouge() {
        return value(TextMetrics.rouge(), "rouge1/f");
    }

    /** Words counted. */
    @Benchmark
    public void words(Blackhole sink) {
        segments.forEach(segment -> {
            sink.consume(words(segment.reference()));
            sink.consume(words(segment.outcome().answer().orElseThrow()));
        });
    }

    private static HashMap<String, Integer> words(String text) {
        var counts = new HashMap<String, Integer>();
        for (var word : text.split(" ")) {
            counts.merge(word, 1, Integer::sum);
        }
        return counts;
    }

    /** Runs of six characters counted. */
    @Benchmark
    public void characters(Blackhole sink) {
        segments.forEach(segment -> {
            sink.consume(characters(segment.reference()));
            sink.consume(characters(segment.outcome().answer().orElseThrow()));
        });
    }

    private static HashMap<String, Integer> characters(String text) {
        var counts = new HashMap<String, Integer>();
        for (var i = 0; i + 6 <= text.length(); i++) {
            counts.merge(text.substring(i, i + 6), 1, Integer::sum);
        }
        return counts;
    }
}
