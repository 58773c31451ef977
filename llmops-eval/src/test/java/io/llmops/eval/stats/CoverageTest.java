package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Intervals cover the truth as often as they say, inside the region they say it for. Near its edge, with few discordant
 * pairs, the intervals of a paired difference cover more than 97 %.
 */
class CoverageTest {

    private static final double LEVEL = 0.95;

    @Test
    void intervalsOfARateCoverWhatTheySay() {
        ratesCover(new int[] {30, 100, 400}, 200);
    }

    @Test
    @Tag("simulation")
    void intervalsOfARateCoverWhatTheySayEverywhere() {
        ratesCover(new int[] {30, 50, 100, 200, 400, 1000, 3080}, 2000);
    }

    /** Summed exactly over all counts, at many rates. */
    private static void ratesCover(int[] sizes, int rates) {
        for (int n : sizes) {
            double[] clopper = coverage(n, rates, 0, (k, m) -> Proportions.clopperPearson(k, m, LEVEL));
            double[] wilson = coverage(n, rates, 10, (k, m) -> Proportions.wilson(k, m, LEVEL));
            double[] wilsonAll = coverage(n, rates, 0, (k, m) -> Proportions.wilson(k, m, LEVEL));
            double[] jeffreys = coverage(n, rates, 0, (k, m) -> Proportions.jeffreys(k, m, LEVEL));
            double[] agresti = coverage(n, rates, 10, (k, m) -> Proportions.agrestiCoull(k, m, LEVEL));
            Simulation.exactly("clopper-pearson, n " + n + ", least over rates", clopper[0], 0.95, 1);
            Simulation.exactly("wilson, n " + n + ", np and nq >= 10, least over rates", wilson[0], 0.93, 0.97);
            Simulation.exactly("wilson, n " + n + ", np and nq >= 10, most over rates", wilson[2], 0.93, 0.97);
            Simulation.exactly("wilson, n " + n + ", mean over all rates", wilsonAll[1], 0.945, 0.96);
            Simulation.exactly("jeffreys, n " + n + ", mean over all rates", jeffreys[1], 0.94, 0.96);
            Simulation.exactly("agresti-coull, n " + n + ", np and nq >= 10, least over rates", agresti[0], 0.93, 0.98);
        }
    }

    /** Returns the least, mean and greatest coverage over rates at which so many of both are expected. */
    private static double[] coverage(int n, int rates, double expected, BiFunction<Double, Double, Interval> interval) {
        Interval[] intervals = new Interval[n + 1];
        for (int k = 0; k <= n; k++) {
            intervals[k] = interval.apply((double) k, (double) n);
        }
        double least = 1;
        double most = 0;
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < rates; i++) {
            double p = (i + 0.5) / rates;
            if (n * Math.min(p, 1 - p) < expected) {
                continue;
            }
            double covered = 0;
            for (int k = 0; k <= n; k++) {
                covered += intervals[k].contains(p) ? Distributions.binomialPmf(k, n, p) : 0;
            }
            least = Math.min(least, covered);
            most = Math.max(most, covered);
            sum += covered;
            counted++;
        }
        return new double[] {least, sum / counted, most};
    }

    @Test
    void intervalsOfAPairedDifferenceCoverWhatTheySay() {
        differencesCover(new int[] {30});
    }

    @Test
    @Tag("simulation")
    void intervalsOfAPairedDifferenceCoverWhatTheySayEverywhere() {
        differencesCover(new int[] {20, 30, 50, 100});
    }

    /** Summed exactly over all tables. Newcombe's depends on the agreeing cells, taken at their likeliest split. */
    private static void differencesCover(int[] sizes) {
        double[][] shares = {{0.05, 0.05}, {0.1, 0.02}, {0.2, 0.1}, {0.1, 0.1}, {0.3, 0.05}, {0.4, 0.2}};
        for (int n : sizes) {
            for (double[] share : shares) {
                double tango = 0;
                double newcombe = 0;
                for (int b = 0; b <= n; b++) {
                    double first = Distributions.binomialPmf(b, n, share[0]);
                    for (int c = 0; b + c <= n; c++) {
                        double probability = first * Distributions.binomialPmf(c, n - b, share[1] / (1 - share[0]));
                        if (probability < 1e-10) {
                            continue;
                        }
                        int both = (n - b - c) * 3 / 4;
                        PairedCounts table = new PairedCounts(both, b, c, n - b - c - both);
                        double truth = share[0] - share[1];
                        tango += Proportions.tango(table, LEVEL).contains(truth) ? probability : 0;
                        newcombe += Proportions.newcombe(table, LEVEL).contains(truth) ? probability : 0;
                    }
                }
                String where = ", n " + n + ", only A " + share[0] + ", only B " + share[1];
                double expected = n * (share[0] + share[1]);
                Simulation.exactly("tango" + where, tango, 0.93, expected >= 5 - 1e-9 ? 0.97 : 1);
                Simulation.exactly("newcombe paired" + where, newcombe, 0.93, expected >= 6 - 1e-9 ? 0.97 : 1);
            }
        }
    }

    @Test
    void intervalsOfAMeanCoverWhatTheySay() {
        meansCover(Simulation.over(4000));
    }

    @Test
    @Tag("simulation")
    void intervalsOfAMeanCoverWhatTheySayOverManyDataSets() {
        meansCover(Simulation.over(100_000));
    }

    private static void meansCover(Simulation simulation) {
        simulation.isBetween(
                0.945,
                0.955,
                "student, 5 normal values",
                random -> Means.student(normal(random, 5), LEVEL).contains(0));
        simulation.isAbout95(
                "student, 30 uniform values",
                random -> Means.student(uniform(random, 30), LEVEL).contains(0.5));
        simulation.isAbout95("student clustered, 30 groups of 1 to 5", random -> {
            double[] values = new double[150];
            int[] groups = new int[150];
            int n = 0;
            for (int group = 0; group < 30; group++) {
                double shared = random.nextGaussian();
                for (int repeat = random.nextInt(5); repeat >= 0; repeat--) {
                    values[n] = shared + 0.5 * random.nextGaussian();
                    groups[n++] = group;
                }
            }
            return Means.clustered(Arrays.copyOf(values, n), Arrays.copyOf(groups, n), LEVEL)
                    .contains(0);
        });
        simulation.isAbout95("ratio clustered, 50 documents", random -> {
            double[] right = new double[50];
            double[] found = new double[50];
            int[] documents = new int[50];
            for (int i = 0; i < 50; i++) {
                documents[i] = i;
                found[i] = 1 + random.nextInt(8);
                right[i] = random.nextBinomial((long) found[i], 0.7);
            }
            return Means.ratio(right, found, documents, LEVEL).contains(0.7);
        });
    }

    @Test
    void theBootstrapCoversWhatItSays() {
        bootstrapCovers(Simulation.over(600), 400);
    }

    @Test
    @Tag("simulation")
    void theBootstrapCoversWhatItSaysOverManyDataSets() {
        bootstrapCovers(Simulation.over(20_000), 2000);
    }

    private static void bootstrapCovers(Simulation simulation, int replicates) {
        simulation.isAbout95("bootstrap percentile, mean of 50 uniform values", random -> {
            double[] values = uniform(random, 50);
            return Bootstrap.percentile(meanReplicates(values, replicates, random.nextLong()), LEVEL)
                    .contains(0.5);
        });
        simulation.isAbout95("bootstrap bca, mean of 50 uniform values", random -> {
            double[] values = uniform(random, 50);
            double[] jackknife = new double[50];
            double mean = Numbers.mean(values);
            Arrays.setAll(jackknife, i -> (50 * mean - values[i]) / 49);
            return Bootstrap.bca(mean, meanReplicates(values, replicates, random.nextLong()), jackknife, LEVEL)
                    .contains(0.5);
        });
        long[] truth = {160, 20, 10, 25, 140, 30, 5, 10, 100};
        simulation.isAbout95("bootstrap percentile, macro F1 of 3 classes, 500 rows", random -> {
            long[] seen = new long[9];
            Multinomial.of(truth).sample(random, seen);
            Multinomial cells = Multinomial.of(seen);
            long[] resample = new long[9];
            double[] values = Bootstrap.replicates(replicates, random.nextLong(), stream -> {
                        cells.sample(stream, resample);
                        return macroF1(resample);
                    })
                    .values();
            return Bootstrap.percentile(values, LEVEL).contains(macroF1(truth));
        });
        simulation.isAbout95("delta, macro F1 of 3 classes, 500 rows", random -> {
            long[] seen = new long[9];
            Multinomial.of(truth).sample(random, seen);
            double[] gradient = new double[9];
            for (int i = 0; i < 9; i++) {
                long[] more = seen.clone();
                more[i]++;
                gradient[i] = macroF1(more) - macroF1(seen);
            }
            return DeltaMethod.interval(macroF1(seen), seen, gradient, LEVEL).contains(macroF1(truth));
        });
    }

    private static double macroF1(long[] cells) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            long row = cells[3 * i] + cells[3 * i + 1] + cells[3 * i + 2];
            long column = cells[i] + cells[3 + i] + cells[6 + i];
            sum += 2.0 * cells[4 * i] / (row + column);
        }
        return sum / 3;
    }

    private static double[] meanReplicates(double[] values, int replicates, long seed) {
        Resampling rows = Resampling.independent(values.length);
        int[] counts = new int[values.length];
        return Bootstrap.replicates(replicates, seed, random -> {
                    rows.sample(random, counts);
                    double sum = 0;
                    for (int i = 0; i < counts.length; i++) {
                        sum += counts[i] * values[i];
                    }
                    return sum / counts.length;
                })
                .values();
    }

    @Test
    void correctedJudgesCoverWhatTheySay() {
        judgesCover(Simulation.over(4000));
    }

    @Test
    @Tag("simulation")
    void correctedJudgesCoverWhatTheySayOverManyDataSets() {
        judgesCover(Simulation.over(100_000));
    }

    private static void judgesCover(Simulation simulation) {
        for (double rate : new double[] {0.2, 0.5, 0.8}) {
            simulation.isAbout95("prediction-powered, 100 human of 1,100, rate " + rate, random -> {
                double[] human = new double[100];
                double[] judge = new double[100];
                double[] judgeOnly = new double[1000];
                for (int i = 0; i < 1100; i++) {
                    boolean truth = random.nextDouble() < rate;
                    double verdict = random.nextDouble() < (truth ? 0.85 : 0.2) ? 1 : 0;
                    if (i < 100) {
                        human[i] = truth ? 1 : 0;
                        judge[i] = verdict;
                    } else {
                        judgeOnly[i - 100] = verdict;
                    }
                }
                return JudgeCorrection.predictionPowered(human, judge, judgeOnly, LEVEL)
                        .interval()
                        .contains(rate);
            });
            simulation.isAbout95("rogan-gladen, 50 and 50 validated, rate " + rate, random -> {
                JudgeCorrection.Validation validation = new JudgeCorrection.Validation(
                        random.nextBinomial(50, 0.9), 50, random.nextBinomial(50, 0.85), 50);
                long positive = random.nextBinomial(1000, rate * 0.9 + (1 - rate) * 0.15);
                return JudgeCorrection.roganGladen(positive, 1000, validation, LEVEL)
                        .interval()
                        .contains(rate);
            });
        }
    }

    @Test
    void confidenceSequencesHoldUnderContinuousLooking() {
        sequencesHold(Simulation.over(600), 200);
    }

    @Test
    @Tag("simulation")
    void confidenceSequencesHoldUnderContinuousLookingForLong() {
        sequencesHold(Simulation.over(3000), 1000);
    }

    private static void sequencesHold(Simulation simulation, int most) {
        for (double rate : new double[] {0.05, 0.5, 0.9}) {
            simulation.isAtLeast95("betting confidence sequence, " + most + " looks, rate " + rate, random -> {
                ConfidenceSequence sequence = ConfidenceSequence.of(0, 1, LEVEL);
                for (int i = 0; i < most; i++) {
                    sequence.add(random.nextDouble() < rate ? 1 : 0);
                    if (sequence.excludes(rate)) {
                        return false;
                    }
                }
                return true;
            });
        }
        simulation.isAtLeast95("betting confidence sequence, " + most + " looks, uniform values", random -> {
            ConfidenceSequence sequence = ConfidenceSequence.of(-1, 3, LEVEL);
            for (int i = 0; i < most; i++) {
                sequence.add(4 * random.nextDouble() - 1);
                if (sequence.excludes(1)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static double[] normal(RandomStream random, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static double[] uniform(RandomStream random, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextDouble());
        return values;
    }
}
