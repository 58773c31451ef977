package io.llmops.eval.run;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs made of observations, for tests of what reads runs. */
public final class RunsOf {

    private RunsOf() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static EvaluationRun<String, String, String> observations(
            String name, List<Observation<String, String, String>> observations, Metric<Object, Object>... metrics) {
        var dataset = Dataset.of(
                "made up",
                observations.stream().map(Observation::example).distinct().toList());
        var provenance = new Provenance(
                name,
                DatasetIdentity.of(dataset),
                PipelineIdentity.of(Pipeline.<String, String>of(name, text -> text)),
                Uncertainty.STANDARD,
                new Environment("test", "17", Optional.empty()));
        return EvaluationRun.of(
                provenance,
                new Timing(Instant.parse("2026-11-23T12:00:00Z"), Duration.ofSeconds(1), 1, List.of()),
                observations,
                List.of(metrics));
    }
}
