package io.llmops.eval.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What we do not compute of what the reference programs give, and why: the one place. */
final class GoldenUnsupported {

    /** From "file/group/path of keys" as a regular expression to the reason. */
    private static final Map<String, String> REASONS = reasons();

    private GoldenUnsupported() {}

    static Optional<String> reason(String file, String group, String key) {
        String path = file + "/" + group + "/" + key;
        return REASONS.entrySet().stream()
                .filter(entry -> path.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(
                "intervals_and_corrections/proportion/confidence_[0-9.]+/normal",
                "Wald's interval has zero width at 0 and 1 and covers less than it says");
        reasons.put(
                "intervals_and_corrections/proportion/confidence_[0-9.]+/wilson_continuity",
                "Clopper-Pearson is there for a guarantee, Wilson without correction for the rest");
        reasons.put(
                "distributions/student_t/quantile",
                "scipy 1.10 solves for the quantile of fractional degrees of freedom to 1e-9 only; ours is held to its own"
                        + " cdf in DistributionsTest");
        reasons.put(
                "classification_(binary|multiclass)/.*/(.*jaccard|balanced_accuracy_adjusted|cohen_kappa_.*|.*_loss|likelihood.*)",
                "under construction");
        reasons.put("agreement/edge/nltk_error", "the name of NLTK's exception, no number");
        return reasons;
    }
}
