package io.llmops.eval.metric.classification;

/** What makes sums of weights effective counts, and the confidence of the intervals. Immutable. */
record IntervalScale(double factor, double level) {}
