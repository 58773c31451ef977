package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.RowMetric;

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

    /**
     * Returns what scores of one label are worth: ROC-AUC, average precision, and, where all scores are from 0 to 1, log
     * loss, Brier score and calibration errors. Answers are {@link LabelScores}, or numbers that are the score of that
     * label; abstentions and failures are excluded and counted. Over 20,000 rows intervals are by derivatives, that of
     * ROC-AUC then being DeLong's (1988).
     *
     * @param positive the label that the scores are of
     * @return the metric
     */
    public static RowMetric<Object, Object> binaryScores(String positive) {
        return RowMetric.of(BinaryStatistics.DESCRIPTIONS, new BinaryReader(positive), new BinaryStatistics());
    }
}
