package io.llmops.eval.report;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Stage;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.SlicedMetric;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.LabelScores;
import io.llmops.eval.run.DatasetIdentity;
import io.llmops.eval.run.Environment;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.PipelineIdentity;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Runs that look like those of a support desk, made from a seed. */
final class SampleRuns {

    static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)><!-- {{7*7}} ${7*7} "
            + "\u202Egnp.exe\u202C \u0000\u001B[31m \uD800 =HYPERLINK(\"http://x.invalid\") @everyone #1 https://x.invalid "
            + "`tick` | pipe \u2028 end";

    private static final List<String> SUBJECTS = List.of(
            "card",
            "loan",
            "transfer",
            "account",
            "fee",
            "refund",
            "address",
            "limit",
            "currency",
            "statement",
            "pin",
            "mandate",
            "deposit",
            "insurance",
            "password");
    private static final List<String> ACTIONS = List.of(
            "lost", "blocked", "late", "changed", "wrong", "declined", "pending", "requested", "expired", "missing");

    private SampleRuns() {}

    static String label(int number) {
        return SUBJECTS.get(number % SUBJECTS.size()) + "_" + ACTIONS.get(number / SUBJECTS.size() % ACTIONS.size());
    }

    /** Returns a run of labels: right as often as told, a few abstentions and failures, tagged by channel and language. */
    static EvaluationRun<String, String, String> labels(String name, int size, int classes, double right) {
        var random = new Random(7);
        var observations = new ArrayList<Observation<String, String, String>>(size);
        var draw = new Random(name.hashCode());
        for (var i = 0; i < size; i++) {
            var skewed = (int) (classes * Math.pow(random.nextDouble(), 1.4));
            var reference = label(skewed);
            var channel = List.of("mail", "chat", "phone", "letter").get(Math.min(3, random.nextInt(10) / 3));
            var input = "My " + reference.replace('_', ' ') + " again, please help. Case " + i + ", written on a "
                    + (i % 2 == 0 ? "Monday" : "Friday") + " by " + channel + ".";
            var example = Example.of("e" + i, i == 3 ? HOSTILE : input, reference)
                    .withTags(Map.of("channel", channel, "language", i % 17 == 0 ? "pt" : i % 3 == 0 ? "de" : "en"));
            observations.add(observation(example, outcome(draw, reference, skewed, classes, right), draw));
        }
        return run(
                name,
                observations,
                List.of(
                        Classification.report(),
                        Scorers.exactMatch(),
                        length(),
                        SlicedMetric.by("channel", Classification.report())));
    }

    private static Scorer<Object, Object> length() {
        return Scorers.of(
                "brevity", (answer, reference) -> 1.0 / (1 + answer.toString().length() / 20.0));
    }

    private static Outcome<String> outcome(Random random, String reference, int label, int classes, double right) {
        var dice = random.nextDouble();
        if (dice < right) {
            return Outcome.answered(reference);
        }
        if (dice > 0.99) {
            return Outcome.failed("ask", "the model did not answer within 30 s");
        }
        if (dice > 0.975) {
            return Outcome.abstained("no label in the answer");
        }
        var near = random.nextDouble() < 0.6 ? (label + 1) % classes : random.nextInt(classes);
        return Outcome.answered(label(near));
    }

    private static <O> Observation<String, O, String> observation(
            Example<String, String> example, Outcome<O> outcome, Random random) {
        var prompt = "You route messages of a bank's customers.\nAnswer with one label.\n\nMessage: " + example.input();
        var steps = List.of(
                new Trace.Step(
                        "clean",
                        Outcome.answered(example.input().strip()),
                        Duration.ofNanos(20_000 + random.nextInt(9_000))),
                new Trace.Step("prompt", Outcome.answered(prompt), Duration.ofNanos(4_000)),
                new Trace.Step("ask", outcome, Duration.ofNanos((long) (2e8 * Math.exp(random.nextGaussian() * 0.5)))));
        var observation =
                Observation.of(example, new Trace<>(outcome, steps, new Usage(1, 96 + random.nextInt(30), 4, 0)));
        var scores = new LinkedHashMap<String, Score>();
        scores.put("brevity", length().judge(observation));
        scores.put("exact_match", Scorers.exactMatch().judge(observation));
        return observation.withScores(scores);
    }

    /** Returns a run whose answers are probabilities of labels. */
    static EvaluationRun<String, LabelScores, String> scores(int size, int classes) {
        var random = new Random(11);
        var observations = new ArrayList<Observation<String, LabelScores, String>>();
        for (var i = 0; i < size; i++) {
            var reference = random.nextInt(classes);
            var scores = new LinkedHashMap<String, Double>();
            var sum = 0.0;
            for (var label = 0; label < classes; label++) {
                var score = Math.exp(1.6 * random.nextGaussian() + (label == reference ? 2.2 : 0));
                scores.put(label(label), score);
                sum += score;
            }
            var total = sum;
            scores.replaceAll((label, score) -> score / total);
            observations.add(observation(
                    Example.of("e" + i, "message " + i, label(reference))
                            .withTag("channel", i % 5 == 0 ? "mail" : "chat"),
                    Outcome.answered(LabelScores.of(scores)),
                    random));
        }
        return run("probabilities", observations, List.of(Classification.report(), Classification.scores(2)));
    }

    private static <O> EvaluationRun<String, O, String> run(
            String name,
            List<Observation<String, O, String>> observations,
            List<? extends Metric<? super O, ? super String>> metrics) {
        var settings = Description.of(
                "chat", Map.of("model", "router-small", "temperature", name.equals("old") ? "0.7" : "0.0"));
        var template = Description.of(
                "template",
                Map.of(
                        "text",
                        "You route messages of a bank's customers.\nAnswer with one label.\n\nMessage: {{text}}"));
        Pipeline<String, String> pipeline = Pipeline.of("clean", Stage.of(Description.of("trim"), String::strip))
                .then("prompt", Stage.of(template, (String text) -> text))
                .then("ask", Stage.of(settings, (String text) -> text));
        var provenance = new Provenance(
                name,
                DatasetIdentity.of(Dataset.of(
                        "bank messages",
                        observations.stream().map(Observation::example).toList())),
                PipelineIdentity.of(pipeline),
                Uncertainty.STANDARD.withResamples(200),
                new Environment("0.1.0", "17.0.12", Optional.of("0123456789abcdef0123456789abcdef01234567")));
        return EvaluationRun.of(
                provenance,
                new Timing(Instant.parse("2026-11-23T12:00:00Z"), Duration.ofSeconds(83), 16, List.of()),
                observations,
                metrics);
    }
}
