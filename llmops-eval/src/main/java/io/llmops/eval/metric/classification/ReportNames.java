package io.llmops.eval.metric.classification;

import java.util.ArrayList;
import java.util.List;

/** The names of a classification report's values. */
final class ReportNames {

    static final String ACCURACY = "accuracy";
    static final String BALANCED_ACCURACY = "balanced_accuracy";
    static final String MCC = "mcc";
    static final String KAPPA = "cohen_kappa";
    static final String PRECISION = "precision";
    static final String RECALL = "recall";

    private ReportNames() {}

    static String f(double beta) {
        return beta == Math.rint(beta) && beta < Integer.MAX_VALUE ? "f" + (int) beta : "f" + beta;
    }

    /** Returns what every class has a number of. */
    static List<String> families(ClassificationReport report) {
        var families = new ArrayList<>(List.of(PRECISION, RECALL));
        report.betas().forEach(beta -> families.add(f(beta)));
        return families;
    }
}
