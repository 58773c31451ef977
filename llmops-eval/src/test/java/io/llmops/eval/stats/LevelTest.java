package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests raise false alarms no oftener than they say, and find effects as often as their power says. */
class LevelTest {

    private static final double ALPHA = 0.05;

    @Test
    void mcNemarsTestsHoldTheirLevel() {
        for (int n : new int[] {10, 25, 60, 200}) {
            double exact = 0;
            double midP = 0;
            double chiSquared = 0;
            for (int b = 0; b <= n; b++) {
                double probability = Distributions.binomialPmf(b, n, 0.5);
                exact += McNemar.exact(b, n - b).pValue() <= ALPHA ? probability : 0;
                midP += McNemar.midP(b, n - b).pValue() <= ALPHA ? probability : 0;
                chiSquared += McNemar.chiSquared(b, n - b, false).pValue() <= ALPHA ? probability : 0;
            }
            Simulation.exactly("mcnemar exact, " + n + " discordant, false alarms", exact, 0, 0.05);
            Simulation.exactly("mcnemar mid-p, " + n + " discordant, false alarms", midP, 0, 0.06);
            Simulation.exactly("mcnemar chi-squared, " + n + " discordant, false alarms", chiSquared, 0, 0.065);
        }
    }

    @Test
    void testsHoldTheirLevel() {
        levels(Simulation.over(2000));
    }

    @Test
    @Tag("simulation")
    void testsHoldTheirLevelOverManyDataSets() {
        levels(Simulation.over(40_000));
    }

    private static void levels(Simulation simulation) {
        paired(simulation, "t paired, 30 pairs", 0.055, 30, (a, b) -> PairedTests.student(a, b, Alternative.TWO_SIDED));
        paired(
                simulation,
                "wilcoxon exact, 12 pairs",
                0.05,
                12,
                (a, b) -> PairedTests.wilcoxonExact(a, b, Alternative.TWO_SIDED));
        paired(
                simulation,
                "wilcoxon normal, 20 pairs",
                0.055,
                20,
                (a, b) -> PairedTests.wilcoxon(a, b, Alternative.TWO_SIDED, PairedTests.Zeros.DROP, false));
        paired(
                simulation,
                "permutation paired exact, 9 pairs",
                0.05,
                9,
                (a, b) -> PairedTests.permutation(a, b, Alternative.TWO_SIDED, 99, 1));
        paired(
                simulation,
                "permutation paired random, 40 pairs",
                0.05,
                40,
                (a, b) -> PairedTests.permutation(a, b, Alternative.TWO_SIDED, 199, 1));
        paired(simulation, "sign exact, 15 pairs", 0.05, 15, PairedTests::sign);
        paired(
                simulation,
                "mann-whitney exact, 8 and 8",
                0.05,
                8,
                (a, b) -> IndependentTests.mannWhitneyExact(a, b, Alternative.TWO_SIDED));
        paired(
                simulation,
                "t welch, 15 and 15",
                0.055,
                15,
                (a, b) -> IndependentTests.welch(a, b, Alternative.TWO_SIDED));
        paired(simulation, "kolmogorov-smirnov exact, 12 and 12", 0.05, 12, IndependentTests::kolmogorovSmirnovExact);
        paired(simulation, "brunner-munzel, 15 and 15", 0.06, 15, IndependentTests::brunnerMunzel);
        simulation.isAtMost(0.05, "fisher exact, 20 and 20, rate 0.3", random -> {
            long a = random.nextBinomial(20, 0.3);
            long c = random.nextBinomial(20, 0.3);
            return TableTests.fisher(a, 20 - a, c, 20 - c).pValue() <= ALPHA;
        });
        simulation.isAtMost(0.055, "friedman, 20 examples, 4 systems", random -> {
            double[][] rows = new double[20][];
            Arrays.setAll(rows, i -> values(random, 4));
            return GroupTests.friedman(rows).pValue() <= ALPHA;
        });
    }

    private static void paired(
            Simulation simulation, String what, double most, int n, BiFunction<double[], double[], TestResult> test) {
        simulation.isAtMost(
                most,
                what + ", false alarms",
                random -> test.apply(values(random, n), values(random, n)).pValue() <= ALPHA);
    }

    private static double[] values(RandomStream random, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    @Test
    void correctionsHoldTheChanceOfAnyFalseAlarm() {
        Simulation simulation = Simulation.over(4000);
        simulation.isAtMost(
                0.05, "holm, 10 true of 20 dependent tests, any false alarm", random -> falseAlarm(random, true));
        simulation.isAtMost(
                0.05, "hommel, 10 true of 20 dependent tests, any false alarm", random -> falseAlarm(random, false));
    }

    private static boolean falseAlarm(RandomStream random, boolean holm) {
        double shared = random.nextGaussian();
        double[] p = new double[20];
        Arrays.setAll(p, i -> {
            double z = 0.6 * shared + 0.8 * random.nextGaussian() + (i < 10 ? 0 : 3);
            return Distributions.normalSf(z);
        });
        double[] adjusted = holm ? Corrections.holm(p) : Corrections.hommel(p);
        return Arrays.stream(adjusted, 0, 10).anyMatch(q -> q <= ALPHA);
    }

    @Test
    void effectsAreFoundAsOftenAsThePowerSays() {
        powers(Simulation.over(4000));
    }

    @Test
    @Tag("simulation")
    void effectsAreFoundAsOftenAsThePowerSaysOverManyDataSets() {
        powers(Simulation.over(100_000));
    }

    private static void powers(Simulation simulation) {
        double means = Power.pairedMeans(ALPHA).power(25, 0.6);
        simulation.isBetween(means - 0.002, means + 0.002, "power of t paired, 25 pairs, d 0.6", random -> {
            double[] a = values(random, 25);
            Arrays.setAll(a, i -> a[i] + 0.6);
            return PairedTests.student(a, new double[25], Alternative.TWO_SIDED).pValue() <= ALPHA;
        });
        double rates = Power.pairedProportions(0.2, ALPHA).power(200, 0.08);
        simulation.isBetween(rates - 0.03, rates + 0.03, "power of mcnemar mid-p, 200 pairs, 0.14 and 0.06", random -> {
            long onlyA = random.nextBinomial(200, 0.14);
            long onlyB = random.nextBinomial(200 - onlyA, 0.06 / 0.86);
            return McNemar.midP(onlyA, onlyB).pValue() <= ALPHA;
        });
        double one = Power.oneProportion(0.8, ALPHA).power(300, 0.06);
        simulation.isBetween(one - 0.03, one + 0.03, "power of wilson's bound, 300 rows, 0.86 against 0.80", random -> {
            long right = random.nextBinomial(300, 0.86);
            return !Proportions.wilson((double) right, 300, 0.95).contains(0.8);
        });
    }
}
