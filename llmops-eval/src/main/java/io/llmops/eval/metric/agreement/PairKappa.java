package io.llmops.eval.metric.agreement;

import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.KappaTable;
import java.util.Optional;

/** Cohen's κ of two raters; of more, the mean over the pairs of raters, of κ or of what it is made of. */
record PairKappa(Weighting weighting, boolean pooled) implements Coefficient {

    @Override
    public RowStatistics.Computation over(Ratings ratings) {
        var categories = ratings.categories();
        var agreement = new double[categories][categories];
        for (var one = 0; one < categories; one++) {
            for (var other = 0; other < categories; other++) {
                agreement[one][other] = weighting.agreement(one, other, categories);
            }
        }
        return new Over(ratings, agreement, pooled);
    }

    private static final class Over implements RowStatistics.Computation {

        private final Ratings ratings;
        private final double[][] agreement;
        private final boolean pooled;

        Over(Ratings ratings, double[][] agreement, boolean pooled) {
            this.ratings = ratings;
            this.agreement = agreement;
            this.pooled = pooled;
        }

        @Override
        public void compute(double[] weights, double[] into) {
            var observed = 0.0;
            var chance = 0.0;
            var kappa = 0.0;
            var pairs = 0;
            for (var one = 0; one < ratings.raters(); one++) {
                for (var other = one + 1; other < ratings.raters(); other++) {
                    var table = table(one, other, weights);
                    if (table.isPresent()) {
                        observed += table.get().observed();
                        chance += table.get().chance();
                        kappa += pooled
                                ? 0
                                : Coefficients.beyond(
                                        table.get().chance(), table.get().observed());
                        pairs++;
                    }
                }
            }
            into[0] = pooled ? Coefficients.beyond(chance / pairs, observed / pairs) : kappa / pairs;
        }

        private Optional<KappaTable> table(int one, int other, double[] weights) {
            var counts = new double[agreement.length][agreement.length];
            var any = false;
            for (var item = 0; item < ratings.items(); item++) {
                var first = ratings.code(item, one);
                var second = ratings.code(item, other);
                if (weights[item] > 0 && first != Ratings.ABSENT && second != Ratings.ABSENT) {
                    counts[first][second] += weights[item];
                    any = true;
                }
            }
            return any ? Optional.of(KappaTable.of(counts, agreement)) : Optional.empty();
        }

        @Override
        public Optional<Interval> interval(int statistic, double[] weights, double level) {
            return ratings.raters() == 2 ? table(0, 1, weights).map(table -> table.interval(level)) : Optional.empty();
        }
    }
}
