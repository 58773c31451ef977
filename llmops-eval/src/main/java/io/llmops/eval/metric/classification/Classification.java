package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.RowMetric;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * Returns what scores of all labels are worth where one label is right: top-k accuracy, ROC-AUC of each label against
     * the rest and of all pairs; and, where all scores are from 0 to 1, log loss, Brier score and the calibration errors of the top
     * label. References of any type are labels by their {@code toString}.
     *
     * @param topK how many labels an answer may name to be right, each 1 or more, e.g. 3 for {@code accuracy@3}
     * @return the metric
     * @throws IllegalArgumentException if a number is not 1 or more
     */
    public static LabelScoreMetric<Object> scores(int... topK) {
        var ks = IntStream.of(topK).distinct().boxed().toList();
        if (ks.stream().anyMatch(k -> k < 1)) {
            throw new IllegalArgumentException("expected numbers of labels of 1 or more, found " + ks);
        }
        return new LabelScoreMetric<>("scores of labels", List::of, MulticlassScores.family(ks));
    }

    /**
     * Returns what scores of all labels are worth where any number of labels is right: ranking average precision, coverage
     * error and ranking loss, ROC-AUC and average precision.
     *
     * @return the metric
     */
    public static LabelScoreMetric<Collection<?>> multiLabelScores() {
        return new LabelScoreMetric<>("scores of labels, many right", labels -> labels, MultiLabelScores.FAMILY);
    }

    /**
     * Returns what answers without looking would reach on the same references, to read a report beside: always the most
     * frequent label, labels drawn as often as they come, and labels drawn alike. Nothing is drawn: of the last two the
     * accuracy is the expected one, and F1 that of the expected counts. Labels are those of the references.
     *
     * @return the metric, its values named like {@code baseline/majority/accuracy}
     */
    public static Metric<Object, Object> baselines() {
        return new BaselineMetric();
    }

    /**
     * Returns what the metrics of this shelf are, for every setting. A name comes twice where it means one thing for
     * scores of one label and another for scores of all.
     *
     * @return the descriptions
     */
    public static List<MetricDescription> describe() {
        return ClassificationDescriptions.all();
    }
}
