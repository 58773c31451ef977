package io.llmops.eval.stats;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Intervals of correlations, of κ and of strengths cover the truth as often as they say. */
class AssociationCoverageTest {

    private static final double LEVEL = 0.95;
    private static final int DATA_SETS = 2_000;
    /** Of a pair of normal values. */
    private static final double R = 0.6;

    private static final double[] ONES = new double[50];

    static {
        Arrays.fill(ONES, 1);
    }

    @Test
    void intervalsOfCorrelationsCoverWhatTheySayForNormalPairs() {
        Simulation.over(DATA_SETS)
                .isAbout95(
                        "pearson by fisher z, r 0.6, n 50",
                        random -> Correlations.fisherZ(
                                        pairs(random).pearson(ONES).orElseThrow(), 50, LEVEL)
                                .contains(R));
        // of a normal pair Spearman's is 6 / π asin(r / 2), Kendall's 2 / π asin(r)
        var spearman = 6 / Math.PI * Math.asin(R / 2);
        Simulation.over(DATA_SETS)
                .isAbout95(
                        "spearman by bonett-wright, r 0.6, n 50",
                        random -> Correlations.bonettWright(
                                        pairs(random).spearman(ONES).orElseThrow(), 50, LEVEL)
                                .contains(spearman));
        var kendall = 2 / Math.PI * Math.asin(R);
        Simulation.over(DATA_SETS)
                .isAbout95(
                        "kendall by fieller, r 0.6, n 50",
                        random -> Correlations.fieller(
                                        pairs(random).kendallB(ONES).orElseThrow(), 50, LEVEL)
                                .contains(kendall));
    }

    private static WeightedPairs pairs(RandomStream random) {
        var x = new double[ONES.length];
        var y = new double[ONES.length];
        for (var i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
            y[i] = R * x[i] + Math.sqrt(1 - R * R) * random.nextGaussian();
        }
        return WeightedPairs.of(x, y);
    }

    @Test
    void theIntervalOfKappaCoversWhatItSays() {
        // both say yes 0.4, both no 0.35: the shares of yes are 0.5 and 0.55, chance 0.5, κ 0.5
        var same = new double[][] {{1, 0}, {0, 1}};
        Simulation.over(DATA_SETS).isAbout95("kappa by fleiss-cohen-everitt, kappa 0.5, n 100", random -> {
            var counts = new double[2][2];
            for (var i = 0; i < 100; i++) {
                var u = random.nextDouble();
                counts[u < 0.5 ? 0 : 1][u < 0.4 || (u >= 0.5 && u < 0.65) ? 0 : 1]++;
            }
            return KappaTable.of(counts, same).interval(LEVEL).contains(0.5);
        });
    }

    @Test
    void theIntervalOfAStrengthCoversWhatItSays() {
        var strengths = new double[] {0.5, 0, -0.5};
        Simulation.over(DATA_SETS).isAbout95("bradley-terry by information, 3 players, 40 games a pair", random -> {
            var wins = new double[3][3];
            for (var i = 0; i < 3; i++) {
                for (var j = 0; j < i; j++) {
                    var won = random.nextBinomial(40, 1 / (1 + Math.exp(strengths[j] - strengths[i])));
                    wins[i][j] = won;
                    wins[j][i] = 40 - won;
                }
            }
            return PairedStrengths.fit(wins)
                    .map(fit -> fit.interval(0, LEVEL).contains(0.5))
                    .orElse(false);
        });
    }
}
