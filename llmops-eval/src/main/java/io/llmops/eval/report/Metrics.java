package io.llmops.eval.report;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.OutcomeShares;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.agreement.Agreement;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.clustering.Clustering;
import io.llmops.eval.metric.extraction.KeyValues;
import io.llmops.eval.metric.extraction.QuestionAnswering;
import io.llmops.eval.metric.extraction.ToolCalls;
import io.llmops.eval.metric.preference.Preference;
import io.llmops.eval.metric.preference.Sampling;
import io.llmops.eval.metric.regression.Regression;
import io.llmops.eval.metric.retrieval.Retrieval;
import io.llmops.eval.metric.span.Segmentations;
import io.llmops.eval.metric.span.Spans;
import io.llmops.eval.metric.text.TextMetrics;
import io.llmops.eval.metric.text.TextScorers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What there is to measure: the description of every metric by the name of its value. Safe for use by many threads. */
public final class Metrics {

    /** Slices after a name, e.g. {@code [lang=de]}. */
    private static final Pattern SLICE = Pattern.compile("(?s)\\[[^\\[\\]=]+=.*\\]\\z");

    /** Before the names of values over the answer most repeats of an example give. */
    private static final String MAJORITY = "majority/";

    /** A line a shelf; the order is that of the page. */
    private static final Map<String, List<MetricDescription>> SHELVES = new LinkedHashMap<>();

    static {
        shelf(
                "Any task",
                Metric.joined(List.of(Scorers.exactMatch(), new OutcomeShares()))
                        .describe());
        shelf("Classification", Classification.describe());
        shelf("Texts: one answer", TextScorers.describe());
        shelf("Texts: all answers", TextMetrics.describe());
        shelf("Spans", Spans.describe());
        shelf("Where a text is cut", Segmentations.describe());
        shelf("Extracted answers", QuestionAnswering.describe());
        shelf("Extracted fields", KeyValues.describe());
        shelf("Tool calls", ToolCalls.describe());
        shelf("Retrieval", Retrieval.describe());
        shelf("Regression and correlation", Regression.describe());
        shelf("Agreement", Agreement.describe());
        shelf("Repeats of an example", Sampling.describe());
        shelf("Games and preferences", Preference.describe());
        shelf("Clustering", Clustering.describe());
    }

    private Metrics() {}

    private static void shelf(String title, List<MetricDescription> descriptions) {
        SHELVES.put(title, List.copyOf(descriptions));
    }

    /**
     * Returns what a value is: its direction, range and definition. Of several descriptions that fit it is the one most of
     * whose name is fixed, and of those the first of the page: {@code brier} is that of scores of one label.
     *
     * @param name of the value, e.g. {@code f1/macro} or {@code recall/refund}; a slice in brackets after it, as in
     *     {@code accuracy[lang=de]}, and {@code majority/} before it are left out of account
     * @return the description; its name has a placeholder where many values share it
     * @throws IllegalArgumentException if there is none; lists the names there are
     */
    public static MetricDescription describe(String name) {
        Objects.requireNonNull(name, "name");
        var slice = SLICE.matcher(name);
        var whole = slice.find() ? name.substring(0, slice.start()) : name;
        var one = whole.startsWith(MAJORITY) ? whole.substring(MAJORITY.length()) : whole;
        return all().stream()
                .filter(description -> description.describes(one))
                .reduce((a, b) -> b.fixedLength() > a.fixedLength() ? b : a)
                .orElseThrow(() -> new IllegalArgumentException("no metric '" + name + "'; there are "
                        + all().stream().map(MetricDescription::name).toList()));
    }

    /** {@return every description, shelf by shelf} */
    public static List<MetricDescription> all() {
        return SHELVES.values().stream().flatMap(List::stream).toList();
    }

    /** {@return all of it as a page of Markdown, with the exceptions from the laws of metrics} */
    public static String page() {
        return MetricsPage.of(SHELVES);
    }
}
