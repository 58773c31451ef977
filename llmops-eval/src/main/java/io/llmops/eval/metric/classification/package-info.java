/**
 * One label out of several for each example: accuracy, precision, recall, F1 and around them, as scikit-learn defines
 * them, with an interval each. Start with {@link io.llmops.eval.metric.classification.Classification#report()}. An
 * abstention or failure is a prediction of no class and has its own column in the
 * {@link io.llmops.eval.metric.classification.ConfusionMatrix}; a label the references do not know is shown, never
 * dropped.
 */
@NullMarked
package io.llmops.eval.metric.classification;

import org.jspecify.annotations.NullMarked;
