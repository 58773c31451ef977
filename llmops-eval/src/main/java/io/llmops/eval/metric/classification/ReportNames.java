package io.llmops.eval.metric.classification;

/** The names of a classification report's values. */
final class ReportNames {

    static final String ACCURACY = "accuracy";
    static final String BALANCED_ACCURACY = "balanced_accuracy";
    static final String ADJUSTED_BALANCED_ACCURACY = "balanced_accuracy_adjusted";
    static final String ZERO_ONE_LOSS = "zero_one_loss";
    static final String MCC = "mcc";
    static final String KAPPA = "cohen_kappa";
    static final String LINEAR_KAPPA = "cohen_kappa_linear";
    static final String QUADRATIC_KAPPA = "cohen_kappa_quadratic";
    static final String POSITIVE_RATIO = "likelihood_ratio_positive";
    static final String NEGATIVE_RATIO = "likelihood_ratio_negative";

    private ReportNames() {}
}
