package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;
import java.util.function.IntFunction;

/** Numbers of scores of labels: what they are, and how they are computed for so many labels. Immutable. */
record ScoreFamily(List<MetricDescription> descriptions, IntFunction<RowStatistics> statistics) {}
