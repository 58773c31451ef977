package io.llmops.eval.metric;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Observations made of nothing but references and answers. */
public final class Observed {

    private Observed() {}

    /** Returns an observation; the prediction {@code ?} is an abstention and {@code !} a failure. */
    public static Observation<String, String, String> of(String id, String reference, String prediction) {
        Outcome<String> outcome = switch (prediction) {
            case "?" -> Outcome.abstained("not sure");
            case "!" -> Outcome.failed("ask", "timeout");
            default -> Outcome.answered(prediction);
        };
        return Observation.of(Example.of(id, "input " + id, reference), outcome);
    }

    /** Returns observations of pairs written as {@code reference>prediction}. */
    public static List<Observation<String, String, String>> pairs(String... pairs) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var pair : pairs) {
            var parts = pair.split(">", 2);
            observations.add(of("e" + observations.size(), parts[0], parts[1]));
        }
        return observations;
    }

    /** Returns what an accumulator makes of observations that count once each. */
    public static <O, R, A extends Metric.Accumulator<O, R>> A sum(
            A accumulator, List<? extends Observation<?, ? extends O, ? extends R>> observations) {
        observations.forEach(observation -> accumulator.add(observation, 1));
        return accumulator;
    }
}
