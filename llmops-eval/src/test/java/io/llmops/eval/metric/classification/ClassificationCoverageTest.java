package io.llmops.eval.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the intervals of a classification report hold the truth of the population, over seeded data sets: references
 * with shares 1, ½, ⅓ …, answers right at a given rate and otherwise any other label alike.
 */
class ClassificationCoverageTest {

    private static final List<String> NAMES = List.of(
            "accuracy",
            "balanced_accuracy",
            "f1/macro",
            "f1/weighted",
            "mcc",
            "cohen_kappa",
            "precision/0",
            "recall/0",
            "f1/0");
    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(400);

    @Test
    void coversInTheMiddleOfTheRegion() {
        holds(200, 4, 0.8, 200);
    }

    @Test
    @Tag("simulation")
    void coversInTheStatedRegion() {
        for (var n : new int[] {100, 300, 1000}) {
            for (var classes : new int[] {2, 4, 10}) {
                for (var accuracy : new double[] {0.6, 0.8, 0.95}) {
                    holds(n, classes, accuracy, 600);
                }
            }
        }
    }

    /** Held to 93–97 %, give or take three standard errors of the simulation. */
    private static void holds(int n, int classes, double accuracy, int datasets) {
        var shares = shares(classes);
        var truth = truth(shares, accuracy);
        var covered = new LinkedHashMap<String, Integer>();
        for (var seed = 0; seed < datasets; seed++) {
            var values = counts(n, shares, accuracy, new Random(seed)).values(QUICK.withSeed(seed));
            for (var name : NAMES) {
                var holds = values.get(name) instanceof Estimate estimate
                        && estimate.interval()
                                .map(interval -> holds(interval, truth.get(name)))
                                .orElse(false);
                covered.merge(name, holds ? 1 : 0, Integer::sum);
            }
        }
        covered.forEach((name, count) -> {
            var share = (double) count / datasets;
            write(String.format(
                    Locale.ROOT,
                    "%s, n %d, %d classes, accuracy %.2f\t%d data sets\t%.4f\t0.9300\t0.9700%n",
                    name,
                    n,
                    classes,
                    accuracy,
                    datasets,
                    share));
            assertThat(share)
                    .as("%s, n %d, %d classes, accuracy %s, seeds 0 to %d", name, n, classes, accuracy, datasets)
                    .isBetween(
                            0.93 - 3 * Math.sqrt(0.93 * 0.07 / datasets), 0.97 + 3 * Math.sqrt(0.97 * 0.03 / datasets));
        });
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.contains(truth);
    }

    private static double[] shares(int classes) {
        var shares = new double[classes];
        var sum = 0.0;
        for (var c = 0; c < classes; c++) {
            shares[c] = 1.0 / (c + 1);
            sum += shares[c];
        }
        for (var c = 0; c < classes; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    /** The numbers of the whole population: those of its expected cells. */
    private static Map<String, Double> truth(double[] shares, double accuracy) {
        var k = shares.length;
        var scale = 1_000_000.0;
        var counts = Classification.report().accumulator();
        for (var r = 0; r < k; r++) {
            for (var p = 0; p < k; p++) {
                counts.add(
                        Observed.of("cell", "" + r, "" + p),
                        Math.rint(scale * shares[r] * (r == p ? accuracy : (1 - accuracy) / (k - 1))));
            }
        }
        var truth = new LinkedHashMap<String, Double>();
        NAMES.forEach(name -> truth.put(name, counts.value(name).orElseThrow()));
        return truth;
    }

    private static ClassificationCounts counts(int n, double[] shares, double accuracy, Random random) {
        var counts = Classification.report().accumulator();
        for (var i = 0; i < n; i++) {
            var at = random.nextDouble();
            var reference = 0;
            while (reference < shares.length - 1 && at >= shares[reference]) {
                at -= shares[reference++];
            }
            var prediction = random.nextDouble() < accuracy
                    ? reference
                    : (reference + 1 + random.nextInt(shares.length - 1)) % shares.length;
            counts.add("" + reference, "" + prediction);
        }
        return counts;
    }

    private static void write(String line) {
        try {
            Files.writeString(
                    Path.of("target", "simulation.tsv"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
