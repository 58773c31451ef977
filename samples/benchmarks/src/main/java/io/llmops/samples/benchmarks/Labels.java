package io.llmops.samples.benchmarks;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;

/** Answers of a classifier of 77 labels that is right in four of five cases. */
public final class Labels {

    /** How many labels there are. */
    public static final int CLASSES = 77;

    private final int[] references;
    private final int[] answers;

    /** Draws so many rows, of seed 7. */
    public Labels(int count) {
        var random = new SplittableRandom(7);
        references = new int[count];
        answers = new int[count];
        for (var i = 0; i < count; i++) {
            references[i] = random.nextInt(CLASSES);
            answers[i] = random.nextInt(5) > 0 ? references[i] : random.nextInt(CLASSES);
        }
    }

    /** Returns the numbers of the references. */
    public int[] references() {
        return references;
    }

    /** Returns the numbers of the answers. */
    public int[] answers() {
        return answers;
    }

    /** Returns them as observations; equal pairs share one, for it is counting that is measured, not memory. */
    public List<Observation<String, String, String>> observations() {
        var pairs = new HashMap<Integer, Observation<String, String, String>>();
        var all = new ArrayList<Observation<String, String, String>>(references.length);
        for (var i = 0; i < references.length; i++) {
            var reference = references[i];
            var answer = answers[i];
            all.add(pairs.computeIfAbsent(
                    reference * CLASSES + answer,
                    pair -> Observation.of(
                            Example.of("e" + pair, "", "label_" + reference), Outcome.answered("label_" + answer))));
        }
        return all;
    }
}
