package io.llmops.eval.report;

import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.PipelineIdentity.StageIdentity;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;

/** The part of the page that says how the run came about and what its metrics are. */
final class ProvenanceHtml {

    private static final int STAGES = 200;
    private static final int SETTING = 20_000;
    private static final int METRICS = 300;

    private final EvaluationRun<?, ?, ?> run;
    private final Html html;

    ProvenanceHtml(EvaluationRun<?, ?, ?> run, Html html) {
        this.run = run;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "provenance", "aria-labelledby", "provenance-title");
        html.element("h2", "Provenance", "id", "provenance-title").open("dl", "class", "facts");
        var provenance = run.provenance();
        fact(
                "dataset",
                provenance.dataset().name() + ", "
                        + Numerals.count(provenance.dataset().size()) + " examples");
        fact("dataset fingerprint", provenance.dataset().fingerprint().toString());
        fact("pipeline fingerprint", provenance.pipeline().fingerprint().toString());
        fact(
                "made with",
                "llmops " + provenance.environment().library() + ", Java "
                        + provenance.environment().jdk());
        provenance.environment().commit().ifPresent(commit -> fact("commit", commit));
        fact("started", run.timing().started().truncatedTo(ChronoUnit.SECONDS).toString());
        fact(
                "intervals",
                Numerals.percent(provenance.uncertainty().level()) + ", "
                        + Numerals.count(provenance.uncertainty().resamples()) + " resamples, seed "
                        + provenance.uncertainty().seed());
        run.timing().notes().forEach(note -> fact("note", note));
        html.close();
        html.element("h3", "Pipeline").open("ol", "class", "stages");
        provenance.pipeline().stages().stream().limit(STAGES).forEach(this::stage);
        html.close();
        metrics();
        html.close();
    }

    private void fact(String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private void stage(StageIdentity stage) {
        html.open("li").element("strong", stage.name());
        var description = stage.description();
        if (description.isEmpty()) {
            html.element("span", " can't say how it is set", "class", "muted").close();
            return;
        }
        html.element("span", " " + description.get().kind(), "class", "muted");
        if (!description.get().settings().isEmpty()) {
            html.open("dl", "class", "settings");
            description.get().settings().forEach((name, value) -> {
                html.open("div")
                        .element("dt", name)
                        .open("dd")
                        .open("pre")
                        .lines(value, SETTING)
                        .close(3);
            });
            html.close();
        }
        html.close();
    }

    private void metrics() {
        var descriptions = new LinkedHashSet<MetricDescription>();
        run.metrics().keySet().forEach(name -> run.describe(name).ifPresent(descriptions::add));
        if (descriptions.isEmpty()) {
            return;
        }
        html.open("details").element("summary", "What the metrics are").open("dl", "class", "settings");
        descriptions.stream()
                .limit(METRICS)
                .forEach(description -> html.open("div")
                        .element("dt", description.name())
                        .element("dd", description.definition() + " (" + direction(description) + ")")
                        .close());
        html.close(2);
    }

    private static String direction(MetricDescription description) {
        return switch (description.direction()) {
            case HIGHER_IS_BETTER -> "higher is better";
            case LOWER_IS_BETTER -> "lower is better";
            case NEITHER -> "describes, does not judge";
        };
    }
}
