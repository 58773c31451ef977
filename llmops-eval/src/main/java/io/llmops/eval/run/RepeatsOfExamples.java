package io.llmops.eval.run;

import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** Puts observations of the same example together. */
final class RepeatsOfExamples<O, R> {

    private final List<? extends Observation<?, ? extends O, ? extends R>> observations;

    private RepeatsOfExamples(List<? extends Observation<?, ? extends O, ? extends R>> observations) {
        this.observations = observations;
    }

    static <O, R> RepeatsOfExamples<O, R> in(List<? extends Observation<?, ? extends O, ? extends R>> observations) {
        return new RepeatsOfExamples<>(observations);
    }

    /** Shows the repeats of each example; of observations in a log, which are in order, one example's are in memory. */
    void forEach(Consumer<List<Observation<?, ? extends O, ? extends R>>> consumer) {
        if (observations instanceof LoggedObservations<?, ?, ?>) {
            neighbours(consumer);
            return;
        }
        var examples = new LinkedHashMap<String, List<Observation<?, ? extends O, ? extends R>>>();
        for (var observation : observations) {
            examples.computeIfAbsent(observation.id(), id -> new ArrayList<>()).add(observation);
        }
        examples.values().forEach(consumer);
    }

    private void neighbours(Consumer<List<Observation<?, ? extends O, ? extends R>>> consumer) {
        List<Observation<?, ? extends O, ? extends R>> together = new ArrayList<>();
        for (var observation : observations) {
            if (!together.isEmpty() && !together.get(0).id().equals(observation.id())) {
                consumer.accept(together);
                together = new ArrayList<>();
            }
            together.add(observation);
        }
        if (!together.isEmpty()) {
            consumer.accept(together);
        }
    }
}
