package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.eval.run.EvaluationRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** The part of the page about time and use of models. */
final class CostHtml {

    private static final int BINS = 30;
    private static final int BAR = 20;
    private static final int HEIGHT = 130;
    private static final int STAGES = 100;

    private final EvaluationRun<?, ?, ?> run;
    private final Times times;
    private final Html html;

    CostHtml(EvaluationRun<?, ?, ?> run, Html html) {
        this.run = run;
        this.times = new Times(run.observations());
        this.html = html;
    }

    void write() {
        html.open("section", "id", "cost", "aria-labelledby", "cost-title");
        html.element("h2", "Time and cost", "id", "cost-title");
        use();
        if (!times.isEmpty() && !times.quantile(1).isZero()) {
            histogram();
            stages();
        }
        html.close();
    }

    private void use() {
        var usage = run.usage();
        html.open("dl", "class", "facts");
        fact("took", Numerals.time(run.timing().took()) + ", " + run.timing().concurrency() + " at once");
        if (!times.isEmpty() && !times.quantile(1).isZero()) {
            fact(
                    "an example",
                    "p50 " + Numerals.time(times.quantile(0.5)) + " · p95 "
                            + Numerals.time(times.quantile(0.95)) + " · p99 " + Numerals.time(times.quantile(0.99))
                            + " · longest " + Numerals.time(times.quantile(1)));
        }
        if (usage.calls() > 0) {
            fact(
                    "model calls",
                    Numerals.count(usage.calls())
                            + (usage.unreported() > 0
                                    ? ", tokens not reported for " + Numerals.count(usage.unreported())
                                    : ""));
            fact(
                    "tokens",
                    Numerals.count(usage.inputTokens()) + " in, " + Numerals.count(usage.outputTokens()) + " out");
            var size = Math.max(1, run.observations().size());
            fact(
                    "tokens an example",
                    Numerals.of((double) usage.inputTokens() / size) + " in, "
                            + Numerals.of((double) usage.outputTokens() / size) + " out");
        }
        html.close();
    }

    private void fact(String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private void histogram() {
        var longest = times.quantile(0.99);
        var counts = times.histogram(BINS, longest);
        var most = Arrays.stream(counts).max().orElse(1);
        html.open("figure", "class", "histogram")
                .element("figcaption", "Time of an example; the last bar has all that took longer");
        html.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + (BINS * BAR + 20) + " " + (HEIGHT + 40),
                "role",
                "img",
                "aria-label",
                "Histogram of the time of an example, from 0 to " + Numerals.time(longest));
        for (var bin = 0; bin < BINS; bin++) {
            var height = (double) counts[bin] / most * HEIGHT;
            html.open(
                    "rect",
                    "class",
                    "bar",
                    "x",
                    "" + (10 + bin * BAR + 1),
                    "width",
                    "" + (BAR - 2),
                    "y",
                    Plot.number(HEIGHT + 5 - height),
                    "height",
                    Plot.number(height));
            html.element(
                            "title",
                            Numerals.count(counts[bin]) + " from " + Numerals.time(part(longest, bin)) + " to "
                                    + (bin == BINS - 1
                                            ? Numerals.time(times.quantile(1))
                                            : Numerals.time(part(longest, bin + 1))))
                    .close();
        }
        html.empty(
                "line",
                "class",
                "zero",
                "x1",
                "10",
                "x2",
                "" + (10 + BINS * BAR),
                "y1",
                "" + (HEIGHT + 5),
                "y2",
                "" + (HEIGHT + 5));
        for (var share : List.of(0.5, 0.95)) {
            var at = Plot.number(10 + Math.min(1, ratio(times.quantile(share), longest)) * BINS * BAR);
            html.empty("line", "class", "quantile", "x1", at, "x2", at, "y1", "0", "y2", "" + (HEIGHT + 5));
            html.element("text", "p" + Math.round(share * 100), "x", at, "y", "" + (HEIGHT + 20), "class", "middle");
        }
        html.element("text", "0", "x", "10", "y", "" + (HEIGHT + 36), "class", "start");
        html.element(
                "text", Numerals.time(longest), "x", "" + (10 + BINS * BAR), "y", "" + (HEIGHT + 36), "class", "end");
        html.close(2);
    }

    private static Duration part(Duration longest, int bin) {
        return Duration.ofNanos(Math.round((double) longest.toNanos() * bin / BINS));
    }

    private static double ratio(Duration one, Duration all) {
        return all.isZero() ? 0 : (double) one.toNanos() / all.toNanos();
    }

    private void stages() {
        var stages = new LinkedHashMap<String, List<Trace.Step>>();
        run.observations()
                .forEach(observation -> observation
                        .trace()
                        .steps()
                        .forEach(step -> stages.computeIfAbsent(step.stage(), name -> new ArrayList<>())
                                .add(step)));
        if (stages.isEmpty()) {
            return;
        }
        html.element("h3", "Stages").open("div", "class", "scroll").open("table", "class", "numbers narrow");
        html.element("caption", "Time of each stage", "class", "hidden")
                .open("thead")
                .open("tr");
        for (var name : List.of("stage", "ran", "p50", "p95", "share of time", "abstained", "failed")) {
            html.element("th", name, "scope", "col");
        }
        html.close(2).open("tbody");
        var all = stages.values().stream()
                .flatMap(List::stream)
                .mapToLong(step -> step.time().toNanos())
                .sum();
        stages.entrySet().stream().limit(STAGES).forEach(stage -> stage(stage.getKey(), stage.getValue(), all));
        html.close(3);
    }

    private void stage(String name, List<Trace.Step> steps, long all) {
        var nanos =
                steps.stream().mapToLong(step -> step.time().toNanos()).sorted().toArray();
        html.open("tr").element("th", name, "scope", "row").element("td", Numerals.count(steps.size()));
        for (var share : List.of(0.5, 0.95)) {
            html.element("td", Numerals.time(Duration.ofNanos(nanos[(int) Math.ceil(share * nanos.length) - 1])));
        }
        html.element(
                "td",
                all == 0 ? "" : Numerals.percent((double) Arrays.stream(nanos).sum() / all));
        html.element(
                "td",
                Numerals.count(steps.stream()
                        .filter(step -> step.outcome() instanceof Outcome.Abstained<?>)
                        .count()));
        html.element(
                "td",
                Numerals.count(steps.stream()
                        .filter(step -> step.outcome() instanceof Outcome.Failed<?>)
                        .count()));
        html.close();
    }
}
