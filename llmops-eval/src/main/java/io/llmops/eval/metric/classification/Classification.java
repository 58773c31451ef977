package io.llmops.eval.metric.classification;

/** The shelf of classification metrics. Safe for use by many threads. */
public final class Classification {

    private Classification() {}

    /**
     * Returns accuracy, balanced accuracy, Matthews correlation and Cohen's κ, and precision, recall and F1 of every
     * class and as micro, macro and weighted averages. Answers and references of any type are labels by their
     * {@code toString}.
     *
     * @return the report
     */
    public static ClassificationReport report() {
        return new ClassificationReport(ReportSettings.STANDARD);
    }

    /**
     * Returns subset accuracy, Hamming loss, and precision, recall, Jaccard index and F1 of every label and as micro,
     * macro, weighted and samples averages, of pipelines that answer with any number of labels.
     *
     * @return the report
     */
    public static MultiLabelReport multiLabel() {
        return new MultiLabelReport(ReportSettings.STANDARD);
    }
}
