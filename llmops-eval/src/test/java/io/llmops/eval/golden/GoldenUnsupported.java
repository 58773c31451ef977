package io.llmops.eval.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What we do not compute of what the reference programs give, and why: the one place. */
final class GoldenUnsupported {

    /** From "file/group or case/path of keys" as a regular expression to the reason. */
    private static final Map<String, String> REASONS = reasons();

    private GoldenUnsupported() {}

    static Optional<String> reason(String file, String groupOrCase, String key) {
        String path = file + "/" + groupOrCase + "/" + key;
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
                "classification_multiclass/(edge|random)/balanced_accuracy_adjusted",
                "of one class it divides by nothing: scikit-learn has minus infinity, we say undefined");
        reasons.put(
                "classification_multilabel/(random|sample_weight)/average_precision_macro",
                "where a label has no example the file has no number; we have the mean over the other labels");
        reasons.put("text_overlap_nltk/.*/(corpus_)?ribes", "RIBES is not offered: hardly anyone reports it");
        reasons.put(
                "stemmer_porter_nltk/words/(porter_original|lancaster)",
                "ROUGE and METEOR need NLTK's form and Porter's own later one; stemming for users is preprocessing's");
        reasons.put("string_distance/sets/(masi_distance|overlap)", "no scorer is made of it");
        reasons.put(
                "string_distance/(word_pair-0061|edge-empty_both)/jaro.*",
                "NLTK's window is negative for texts of one character, and it has no number for empty ones; ours are 1");
        reasons.put(
                "retrieval_trec_eval/random/all/num_rel",
                "with -c, trec_eval counts relevant documents from grade 1 on, whatever -l says");
        reasons.put("agreement/edge/nltk_error", "the name of NLTK's exception, no number");
        return reasons;
    }
}
