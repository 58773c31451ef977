package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.stream.DoubleStream;

/** NLTK's METEOR without synonyms. */
public final class MeteorGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        checks.that(() -> scores(golden, Meteor.STANDARD).max().orElseThrow(), "score");
        checks.that(() -> scores(golden, Meteor.STANDARD).toArray(), "per_reference");
        checks.that(() -> scores(golden, new Meteor(0.5, 2, 0.3)).max().orElseThrow(), "alpha_0.5_beta_2_gamma_0.3");
    }

    private static DoubleStream scores(GoldenCase golden, Meteor meteor) {
        var hypothesis = Segments.texts(golden.input().get("hypothesis"));
        return Segments.lists(golden.input().get("references")).stream()
                .mapToDouble(reference -> meteor.score(hypothesis, reference));
    }
}
