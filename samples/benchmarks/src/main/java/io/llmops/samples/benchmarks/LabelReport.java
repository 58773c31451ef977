package io.llmops.samples.benchmarks;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import java.util.HashMap;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The classification report, intervals included, on 10 million labels of 77 classes, beside a bare counting loop. */
@State(Scope.Benchmark)
public class LabelReport {

    private final List<Observation<String, String, String>> observations = new Labels(10_000_000).observations();

    /** The report. */
    @Benchmark
    public Object report() {
        var counts = Classification.report().accumulator();
        for (var observation : observations) {
            counts.add(observation, 1);
        }
        return counts.values(Uncertainty.STANDARD);
    }

    /** A map from labels to numbers and a table of counts. */
    @Benchmark
    public long[][] count() {
        var numbers = new HashMap<String, Integer>();
        var counts = new long[Labels.CLASSES][Labels.CLASSES];
        for (var observation : observations) {
            var reference = numbers.computeIfAbsent(observation.reference(), label -> numbers.size());
            var answer = numbers.computeIfAbsent(observation.outcome().answer().orElseThrow(), label -> numbers.size());
            counts[reference][answer]++;
        }
        return counts;
    }
}
