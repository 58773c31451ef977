package io.llmops.eval.metric.agreement;

import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.Arrays;
import java.util.Optional;

/** The mean share of agreeing pairs of ratings of an item, beyond a chance that does not know the raters apart. */
record ItemAgreement(Chance chance, Weighting weighting) implements Coefficient {

    @Override
    public RowStatistics.Computation over(Ratings ratings) {
        var agreement = new double[ratings.items()];
        Arrays.setAll(agreement, item -> agreement(ratings.present(item), ratings.categories()));
        return new Over(this, ratings, agreement);
    }

    /** Returns the share of agreeing pairs, NaN if there is no pair. */
    private double agreement(int[] codes, int categories) {
        var sum = 0.0;
        for (var i = 0; i < codes.length; i++) {
            for (var j = 0; j < i; j++) {
                sum += weighting.agreement(codes[i], codes[j], categories);
            }
        }
        return 2 * sum / codes.length / (codes.length - 1);
    }

    private static final class Over implements RowStatistics.Computation {

        private final ItemAgreement coefficient;
        private final Ratings ratings;
        private final double[] agreement;

        Over(ItemAgreement coefficient, Ratings ratings, double[] agreement) {
            this.coefficient = coefficient;
            this.ratings = ratings;
            this.agreement = agreement;
        }

        @Override
        public void compute(double[] weights, double[] into) {
            var sum = 0.0;
            var all = 0.0;
            for (var item = 0; item < agreement.length; item++) {
                if (weights[item] > 0 && !Double.isNaN(agreement[item])) {
                    sum += weights[item] * agreement[item];
                    all += weights[item];
                }
            }
            into[0] = all == 0 ? Double.NaN : beyondChance(weights, sum / all);
        }

        private double beyondChance(double[] weights, double observed) {
            var categories = ratings.categories();
            return switch (coefficient.chance()) {
                case NONE -> observed;
                case EVEN -> Coefficients.beyond(1.0 / categories, observed);
                case FREQUENCIES ->
                    Coefficients.beyond(
                            Arrays.stream(shares(weights))
                                    .map(share -> share * share)
                                    .sum(),
                            observed);
                case GWET ->
                    Coefficients.beyond(
                            categories < 2
                                    ? 0
                                    : total()
                                            * Arrays.stream(shares(weights))
                                                    .map(share -> share * (1 - share))
                                                    .sum()
                                            / categories
                                            / (categories - 1),
                            observed);
            };
        }

        private double total() {
            var sum = 0.0;
            for (var one = 0; one < ratings.categories(); one++) {
                for (var other = 0; other < ratings.categories(); other++) {
                    sum += coefficient.weighting().agreement(one, other, ratings.categories());
                }
            }
            return sum;
        }

        private double[] shares(double[] weights) {
            var frequencies = ratings.frequencies(weights);
            var all = Arrays.stream(frequencies).sum();
            return Arrays.stream(frequencies).map(frequency -> frequency / all).toArray();
        }

        /** The percentage of two raters is a rate. */
        @Override
        public Optional<Interval> interval(int statistic, double[] weights, double level) {
            if (coefficient.chance() != Chance.NONE || ratings.raters() != 2) {
                return Optional.empty();
            }
            var agreeing = 0.0;
            var all = 0.0;
            for (var item = 0; item < agreement.length; item++) {
                agreeing += agreement[item] == 1 ? weights[item] : 0;
                all += Double.isNaN(agreement[item]) ? 0 : weights[item];
            }
            return Optional.of(Proportions.wilson(agreeing, all, level));
        }
    }
}
