package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;

/** What calibration errors are. */
final class CalibrationDescriptions {

    static final MetricDescription ECE =
            of("ece", "mean over 15 bins of equal width of |accuracy − confidence| (Naeini and others 2015)");
    static final MetricDescription MCE =
            of("mce", "the largest |accuracy − confidence| of 15 bins of equal width (Naeini and others 2015)");
    static final MetricDescription ADAPTIVE =
            of("ece_adaptive", "mean over 15 bins of equal mass of |accuracy − confidence| (Nixon and others 2019)");

    private CalibrationDescriptions() {}

    private static MetricDescription of(String name, String definition) {
        return new MetricDescription(name, Direction.LOWER_IS_BETTER, Range.UNIT, definition);
    }
}
