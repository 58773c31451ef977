package io.llmops.eval.metric.agreement;

import io.llmops.eval.metric.MetricDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The shelf of agreement coefficients. Those of κ's family and Krippendorff's nominal α take ratings of any type as
 * labels; weighted ones and the other α take numbers, or labels whose order is given by
 * {@link AgreementMetric#withCategories}. All but the percentage are 1 for full agreement, 0 for what chance would give.
 * Items with fewer than two ratings tell nothing and are left out. Safe for use by many threads.
 */
public final class Agreement {

    private Agreement() {}

    /** {@return the share of pairs of ratings of one item that are the same: {@code agreement/percent}} */
    public static AgreementMetric percent() {
        return new AgreementMetric(
                Coefficients.unit("percent", "pairs of ratings of an item that are the same / all pairs"),
                new ItemAgreement(Chance.NONE, Weighting.NONE),
                false);
    }

    /** {@return Cohen's κ: {@code agreement/cohen_kappa}; of more than two raters the mean of the pairs' κ (Light 1971)} */
    public static AgreementMetric cohenKappa() {
        return cohenKappa(Weighting.NONE);
    }

    /**
     * Returns Cohen's weighted κ, {@code agreement/cohen_kappa/quadratic}: categories that are near each other agree in
     * part, by their places in the order of the categories.
     *
     * @param weighting how much near categories agree
     * @return the coefficient; of more than two raters the mean of the pairs' κ
     */
    public static AgreementMetric cohenKappa(Weighting weighting) {
        return new AgreementMetric(
                Coefficients.signed(
                        "cohen_kappa" + suffix(weighting),
                        "agreement beyond what each rater's own frequencies give (Cohen 1960, 1968)"),
                new PairKappa(weighting, false),
                weighting != Weighting.NONE);
    }

    /** {@return κ of the mean agreement and chance over all pairs of raters: {@code agreement/davies_fleiss_kappa}} */
    public static AgreementMetric daviesFleissKappa() {
        return new AgreementMetric(
                Coefficients.signed(
                        "davies_fleiss_kappa",
                        "mean agreement of pairs of raters beyond their mean chance (Davies and Fleiss 1982)"),
                new PairKappa(Weighting.NONE, true),
                false);
    }

    /** {@return Fleiss' κ, whose raters need not be the same for every item: {@code agreement/fleiss_kappa}} */
    public static AgreementMetric fleissKappa() {
        return new AgreementMetric(
                Coefficients.signed(
                        "fleiss_kappa", "agreement beyond what the frequencies of all ratings give (Fleiss 1971)"),
                new ItemAgreement(Chance.FREQUENCIES, Weighting.NONE),
                false);
    }

    /** {@return Scott's π: {@code agreement/scott_pi}; of more than two raters equal to Fleiss' κ} */
    public static AgreementMetric scottPi() {
        return new AgreementMetric(
                Coefficients.signed(
                        "scott_pi", "agreement beyond what the frequencies of all ratings give (Scott 1955)"),
                new ItemAgreement(Chance.FREQUENCIES, Weighting.NONE),
                false);
    }

    /** {@return Bennett's S, also Randolph's free-marginal κ: {@code agreement/bennett_s}} */
    public static AgreementMetric bennettS() {
        return new AgreementMetric(
                Coefficients.signed(
                        "bennett_s",
                        "agreement beyond categories drawn evenly (Bennett, Alpert and Goldstein 1954; Randolph 2005)"),
                new ItemAgreement(Chance.EVEN, Weighting.NONE),
                false);
    }

    /** {@return Gwet's AC1, steady where almost all ratings are of one category: {@code agreement/gwet_ac1}} */
    public static AgreementMetric gwetAc1() {
        return new AgreementMetric(
                Coefficients.signed("gwet_ac1", "agreement beyond that of ratings made at random (Gwet 2008)"),
                new ItemAgreement(Chance.GWET, Weighting.NONE),
                false);
    }

    /**
     * Returns Gwet's AC2, {@code agreement/gwet_ac2/linear}: AC1 where near categories agree in part.
     *
     * @param weighting how much near categories agree
     * @return the coefficient
     */
    public static AgreementMetric gwetAc2(Weighting weighting) {
        return new AgreementMetric(
                Coefficients.signed(
                        "gwet_ac2" + suffix(weighting),
                        "weighted agreement beyond that of ratings made at random (Gwet 2014)"),
                new ItemAgreement(Chance.GWET, weighting),
                weighting != Weighting.NONE);
    }

    /**
     * Returns Krippendorff's α, {@code agreement/krippendorff_alpha/ordinal}: any number of raters, absent ratings, and
     * four kinds of scale.
     *
     * @param scale what differences between ratings mean
     * @return the coefficient
     */
    public static AgreementMetric krippendorffAlpha(Scale scale) {
        return new AgreementMetric(
                Coefficients.signed(
                        "krippendorff_alpha/" + scale.name().toLowerCase(Locale.ROOT),
                        "1 - disagreement observed / disagreement by chance (Krippendorff 2011)"),
                new KrippendorffAlpha(scale),
                scale != Scale.NOMINAL);
    }

    /** {@return what the metrics of this shelf are, for every setting} */
    public static List<MetricDescription> describe() {
        var all = new ArrayList<>(
                List.of(percent(), daviesFleissKappa(), fleissKappa(), scottPi(), bennettS(), gwetAc1()));
        for (var weighting : Weighting.values()) {
            all.add(cohenKappa(weighting));
            all.add(gwetAc2(weighting));
        }
        for (var scale : Scale.values()) {
            all.add(krippendorffAlpha(scale));
        }
        return all.stream().flatMap(metric -> metric.describe().stream()).toList();
    }

    private static String suffix(Weighting weighting) {
        return weighting == Weighting.NONE ? "" : "/" + weighting.name().toLowerCase(Locale.ROOT);
    }
}
