package io.llmops.eval.report;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.OutcomeShares;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.agreement.Agreement;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.clustering.Clustering;
import io.llmops.eval.metric.preference.Preference;
import io.llmops.eval.metric.preference.Sampling;
import io.llmops.eval.metric.regression.Regression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What there is to measure: the description of every metric by the name of its value. Safe for use by many threads. */
public final class Metrics {

    /** A line a shelf; the order is that of the page. */
    private static final Map<String, List<MetricDescription>> SHELVES = new LinkedHashMap<>();

    static {
        shelf(
                "Any task",
                Metric.joined(List.of(Scorers.exactMatch(), new OutcomeShares()))
                        .describe());
        shelf("Classification", Classification.report().describe());
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
     * Returns what a value is: its direction, range and definition.
     *
     * @param name of the value, e.g. {@code f1/macro} or {@code recall/refund}; a slice in brackets after it, as in
     *     {@code accuracy[lang=de]}, is left out of account
     * @return the description; its name has a placeholder where many values share it
     * @throws IllegalArgumentException if there is none; lists the names there are
     */
    public static MetricDescription describe(String name) {
        Objects.requireNonNull(name, "name");
        var slice = name.endsWith("]") ? name.indexOf('[') : -1;
        var whole = slice > 0 ? name.substring(0, slice) : name;
        return all().stream()
                .filter(description -> description.name().equals(whole))
                .findFirst()
                .or(() -> all().stream()
                        .filter(description -> description.describes(whole))
                        .findFirst())
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
