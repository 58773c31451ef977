package org.example;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.NearestExamples;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.report.Reports;
import io.llmops.preprocess.Analyzers;
import io.llmops.preprocess.vector.Vectorizer;
import java.util.List;

/** Ten lines of a project that has only what is published. */
public final class Stranger {

    public static void main(String... arguments) {
        var train = Dataset.of("train", List.of(
                Example.of("1", "where is my parcel", "delivery"), Example.of("2", "the card was refused", "payment")));
        var test = Dataset.of("test", List.of(
                Example.of("3", "my parcels are late", "delivery"), Example.of("4", "cards refused again", "payment")));
        var vector = Vectorizer.tfidf(Analyzers.english()).fit(train);
        var router = Pipeline.of("vector", vector).thenMaybe("intent", NearestExamples.sparse(train.mapInputs(vector)));
        var run = Evaluation.of(test, router).metrics(Classification.report()).seed(1).run();
        System.out.println(Reports.text(run));
        var verdict = Gate.atLeast("accuracy", 0.1).check(run);
        System.out.println(verdict);
        if (!verdict.passed()) {
            throw new IllegalStateException(verdict.toString());
        }
    }
}
