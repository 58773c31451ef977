package io.llmops.eval.gate;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The observations of a run by example. */
final class Examples {

    private Examples() {}

    static long count(EvaluationRun<?, ?, ?> run) {
        return run.observations().stream().map(Observation::id).distinct().count();
    }

    /** Returns the repeats of each example, by its id, in the order of the run. */
    static <I, O, R> Map<String, List<Observation<I, O, R>>> of(EvaluationRun<I, O, R> run) {
        var examples = new LinkedHashMap<String, List<Observation<I, O, R>>>();
        run.observations()
                .forEach(observation -> examples.computeIfAbsent(observation.id(), id -> new ArrayList<>())
                        .add(observation));
        return examples;
    }
}
