package io.llmops.eval.gate;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import io.llmops.eval.stats.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A system that answers by chance, and its change: on each example the baseline is right with a chance, and the changed
 * system breaks some of what was right and mends some of what was wrong. References are of three classes, 6 to 3 to 1.
 */
final class Simulated {

    private static final String[] CLASSES = {"a", "a", "a", "a", "a", "a", "b", "b", "b", "c"};

    private Simulated() {}

    static boolean[] right(RandomStream random, int n, double rate) {
        var right = new boolean[n];
        for (var i = 0; i < n; i++) {
            right[i] = random.nextDouble() < rate;
        }
        return right;
    }

    /** Returns what a changed system is right on: it breaks a share of all examples, and mends another. */
    static boolean[] changed(RandomStream random, boolean[] baseline, double rate, double broken, double mended) {
        var right = new boolean[baseline.length];
        for (var i = 0; i < right.length; i++) {
            right[i] = baseline[i] ? random.nextDouble() >= broken / rate : random.nextDouble() < mended / (1 - rate);
        }
        return right;
    }

    static EvaluationRun<String, String, String> run(String name, boolean[] right, Metric<Object, Object> metric) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < right.length; i++) {
            observations.add(Observed.of("e" + i, reference(i), right[i] ? reference(i) : wrong(i)));
        }
        return RunsOf.observations(name, observations, metric);
    }

    static Dataset<Integer, String> dataset(int n) {
        var examples = new ArrayList<Example<Integer, String>>();
        for (var i = 0; i < n; i++) {
            examples.add(Example.of("e" + i, i, reference(i)));
        }
        return Dataset.of("simulated", examples);
    }

    static Pipeline<Integer, String> pipeline(boolean[] right) {
        return Pipeline.of("answer", (Integer i) -> right[i] ? reference(i) : wrong(i));
    }

    static List<String> classes() {
        return List.of("a", "b", "c");
    }

    private static String reference(int i) {
        return CLASSES[i % CLASSES.length];
    }

    private static String wrong(int i) {
        return switch (reference(i)) {
            case "a" -> i % 4 == 0 ? "c" : "b";
            case "b" -> "a";
            default -> "a";
        };
    }
}
