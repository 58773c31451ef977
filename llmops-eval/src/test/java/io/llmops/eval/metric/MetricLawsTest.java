package io.llmops.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.LabelScores;
import io.llmops.eval.metric.classification.ZeroDivision;
import io.llmops.eval.metric.text.BleuSmoothing;
import io.llmops.eval.metric.text.BleuTokenizer;
import io.llmops.eval.metric.text.ChenCherry;
import io.llmops.eval.metric.text.RougeVariant;
import io.llmops.eval.metric.text.TextMetrics;
import io.llmops.eval.metric.text.TextScorers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every metric keeps, see {@link Metric}. A metric that is added to the shelf is added here. */
class MetricLawsTest {

    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(200);
    private static final int DATA_SETS = 20;

    static Stream<Metric<Object, Object>> metrics() {
        return Stream.of(
                Classification.report(),
                Classification.report().withBetas(0.5, 1, 2).withLabels(List.of("b", "z")),
                Classification.report().withZeroDivision(ZeroDivision.ONE),
                Classification.report().withDetails(),
                Classification.report().withDetails().withLabels(List.of("c", "a", "b", "dd", "macro")),
                Scorers.exactMatch(),
                Scorers.of(
                        "length",
                        (answer, reference) -> Math.min(1, answer.toString().length() / 7.0)),
                Scorers.of(
                        new MetricDescription("gap", Direction.LOWER_IS_BETTER, Range.ANY, "made up"),
                        (answer, reference) -> Integer.signum(answer.toString().compareTo(reference.toString())) * 1.7),
                new OutcomeShares(),
                TextMetrics.bleu(),
                TextMetrics.bleu().withTokenizer(BleuTokenizer.CHARACTER).withSmoothing(BleuSmoothing.addK(1)),
                TextMetrics.bleu().withOrder(1).sentence(),
                TextMetrics.chrf(),
                TextMetrics.chrfPlusPlus().withEpsilonSmoothing(true),
                TextMetrics.chrf().sentence(),
                TextMetrics.ter(),
                TextMetrics.rouge().withVariants(RougeVariant.values()).asPerlScript(),
                TextMetrics.rouge().withStemming(true),
                TextMetrics.rouge().scorer(RougeVariant.ROUGE_L),
                TextMetrics.nist(),
                TextMetrics.gleu(),
                TextMetrics.wordErrorRate(),
                TextMetrics.characterErrorRate(),
                TextMetrics.distinct(),
                TextMetrics.lengths(),
                TextMetrics.perplexity(MetricLawsTest::madeUpProbabilities, Object::toString),
                TextScorers.normalizedMatch(text -> text.substring(0, 1)),
                TextScorers.contains(),
                TextScorers.pattern(Pattern.compile("[ab]")),
                TextScorers.numeric(0, 0.1),
                TextScorers.choice(4),
                TextScorers.levenshtein(),
                TextScorers.damerauLevenshtein(),
                TextScorers.hamming(),
                TextScorers.editSimilarity(),
                TextScorers.jaro(),
                TextScorers.jaroWinkler(),
                TextScorers.jaccard(),
                TextScorers.dice(),
                TextScorers.tokenF1(),
                TextScorers.meteor(),
                TextScorers.gleu(),
                TextScorers.bleu(ChenCherry.METHOD_1),
                TextScorers.lengthRatio(),
                TextScorers.jsonValidity(),
                sharedLetters(),
                ordered(),
                SlicedMetric.by("lang", Classification.report()),
                SlicedMetric.by("lang", SlicedMetric.by("none", Scorers.exactMatch())),
                MajorityMetric.of(Classification.report()),
                SlicedMetric.by("lang", MajorityMetric.of(Scorers.exactMatch())),
                Classification.baselines(),
                Adapted.of(Classification.multiLabel(), MetricLawsTest::letters, MetricLawsTest::letters),
                Adapted.of(
                        Classification.multiLabel()
                                .withBetas(1, 2)
                                .withLabels(List.of("d", "z", "a"))
                                .withZeroDivision(ZeroDivision.ONE),
                        MetricLawsTest::letters,
                        MetricLawsTest::letters),
                Adapted.of(Classification.binaryScores("a"), MetricLawsTest::score, reference -> reference),
                Adapted.of(Classification.binaryScores("a"), answer -> 10 * score(answer), reference -> reference),
                Adapted.of(Classification.scores(1, 2), MetricLawsTest::scores, reference -> reference),
                Adapted.of(Classification.multiLabelScores(), MetricLawsTest::scores, MetricLawsTest::letters));
    }

    private static Collection<?> letters(String text) {
        return text.equals("b")
                ? List.of()
                : text.chars().mapToObj(Character::toString).toList();
    }

    private static double score(String answer) {
        return answer.hashCode() % 7 / 7.0;
    }

    private static LabelScores scores(String answer) {
        var scores = new TreeMap<String, Double>();
        for (var label : List.of("a", "b", "c", "dd")) {
            scores.put(label, (label.charAt(0) * 5 + answer.charAt(0)) % 4 / 4.0);
        }
        return new LabelScores(scores);
    }

    private static double[] madeUpProbabilities(Object answer) {
        return answer.toString().chars().mapToDouble(letter -> -letter / 100.0).toArray();
    }

    /** A function of sums, with a failed answer counting as an empty one. */
    private static Metric<Object, Object> sharedLetters() {
        RowReader<Object, Object> letters = (observation, into) -> {
            var answer = observation.outcome().match(Object::toString, reason -> "", (stage, reason) -> "");
            into[0] = answer.chars()
                    .filter(letter -> observation.reference().toString().indexOf(letter) >= 0)
                    .count();
            into[1] = answer.length() + observation.reference().toString().length();
            return true;
        };
        return RowMetric.of(
                List.of(new MetricDescription("letters", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up")),
                letters,
                RowStatistics.ofSums(2, (sums, into) -> into[0] = sums[1] == 0 ? Double.NaN : sums[0] / sums[1]));
    }

    /** A function of all rows: the share of pairs of different references whose answers are in the same order. */
    private static Metric<Object, Object> ordered() {
        RowReader<Object, Object> lengths = (observation, into) -> {
            into[0] = observation.reference().toString().charAt(0);
            into[1] = observation
                    .outcome()
                    .match(answer -> (double) answer.toString().charAt(0), no -> 0.0, (s, no) -> 0.0);
            return into[1] > 0;
        };
        return RowMetric.of(
                List.of(new MetricDescription("ordered", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up")),
                lengths,
                new RowStatistics() {
                    @Override
                    public int width() {
                        return 2;
                    }

                    @Override
                    public Computation over(RowTable rows) {
                        return (weights, into) -> into[0] = share(rows, weights);
                    }
                });
    }

    private static double share(RowTable rows, double[] weights) {
        var right = 0.0;
        var all = 0.0;
        for (var i = 0; i < rows.size(); i++) {
            for (var j = 0; j < rows.size(); j++) {
                if (rows.at(i, 0) < rows.at(j, 0)) {
                    all += weights[i] * weights[j];
                    right += rows.at(i, 1) < rows.at(j, 1) ? weights[i] * weights[j] : 0;
                }
            }
        }
        return all == 0 ? Double.NaN : right / all;
    }

    private static List<Observation<String, String, String>> observations(long seed) {
        var random = new Random(seed);
        var labels = List.of("a", "b", "c", "dd", "macro", "?", "!");
        var pairs = new ArrayList<String>();
        for (var i = 0; i < 5 + random.nextInt(60); i++) {
            var reference = labels.get(random.nextInt(5));
            pairs.add(reference + ">" + (random.nextInt(3) > 0 ? reference : labels.get(random.nextInt(7))));
        }
        return Observed.pairs(pairs.toArray(String[]::new)).stream()
                .map(one -> one.id().endsWith("7") ? one : tagged(one))
                .toList();
    }

    private static Observation<String, String, String> tagged(Observation<String, String, String> one) {
        var language = List.of("de", "en", "[x]").get(one.id().hashCode() % 3);
        return Observation.of(one.example().withTag("lang", language), one.trace());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void doesNotDependOnTheOrder(Metric<Object, Object> metric) {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var shuffled = new ArrayList<>(observations(seed));
            Collections.shuffle(shuffled, new Random(seed));

            same(seed, values(metric, shuffled), values(metric, observations(seed)));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void mergesPartsToTheWhole(Metric<Object, Object> metric) {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var all = observations(seed);
            var merged = metric.accumulator();
            for (var part : List.of(all.subList(0, 2), all.subList(2, 2), all.subList(2, all.size()))) {
                merged.merge(Observed.sum(metric.accumulator(), part), 1);
            }

            same(seed, merged.values(QUICK), values(metric, all));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void takesWeightTwoForTwice(Metric<Object, Object> metric) {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var weighted = metric.accumulator();
            var twice = metric.accumulator();
            var merged = metric.accumulator();
            for (var observation : observations(seed)) {
                weighted.add(observation, 2);
                twice.add(observation, 1);
                twice.add(observation, 1);
                merged.merge(Observed.sum(metric.accumulator(), List.of(observation)), 2);
            }

            same(seed, weighted.values(QUICK), twice.values(QUICK));
            same(seed, merged.values(QUICK), twice.values(QUICK));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void givesTheQuickValueThatItReports(Metric<Object, Object> metric) {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var at = "seed " + seed;
            var accumulator = Observed.sum(metric.accumulator(), observations(seed));
            accumulator.values(QUICK).forEach((name, value) -> {
                var quick = accumulator.value(name);
                assertThat(quick.isPresent())
                        .as("%s %s", at, name)
                        .isEqualTo(value.estimate().isPresent());
                value.estimate()
                        .ifPresent(estimate -> assertThat(quick.getAsDouble())
                                .as("%s %s", at, name)
                                .isCloseTo(estimate.value(), within(1e-12)));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void hasIntervalsOfSomeWidthAroundEveryValueInItsRange(Metric<Object, Object> metric) {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var at = "seed " + seed;
            values(metric, observations(seed))
                    .forEach((name, value) -> value.estimate().ifPresent(estimate -> {
                        var range = metric.describe().stream()
                                .filter(description -> description.describes(name))
                                .findFirst()
                                .orElseThrow()
                                .range();
                        assertThat(range.contains(estimate.value()))
                                .as("%s %s", at, name)
                                .isTrue();
                        assertThat(estimate.reach().lowest())
                                .as("%s %s", at, name)
                                .isLessThanOrEqualTo(estimate.value());
                        assertThat(estimate.reach().highest())
                                .as("%s %s", at, name)
                                .isGreaterThanOrEqualTo(estimate.value());
                        estimate.interval().ifPresent(interval -> {
                            assertThat(interval.width()).as("%s %s", at, name).isPositive();
                            assertThat(interval.contains(estimate.value()))
                                    .as("%s %s %s", at, name, estimate)
                                    .isTrue();
                        });
                    }));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isUndefinedOverNothing(Metric<Object, Object> metric) {
        assertThat(metric.accumulator().values(QUICK))
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(value).isInstanceOf(MetricValue.Undefined.class));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void refusesWeightsThatAreNone(Metric<Object, Object> metric) {
        var observation = Observed.of("e", "a", "a");
        for (var weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> metric.accumulator().add(observation, weight))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected a finite weight of 0 or more, found " + weight);
        }
    }

    private static Map<String, MetricValue> values(
            Metric<Object, Object> metric, List<Observation<String, String, String>> observations) {
        return Observed.sum(metric.accumulator(), observations).values(QUICK);
    }

    private static void same(long seed, Map<String, MetricValue> found, Map<String, MetricValue> expected) {
        assertThat(found.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        found.forEach((name, value) -> {
            var other = expected.get(name);
            if (value instanceof Estimate one && other instanceof Estimate two) {
                assertThat(one.value()).as("seed %d %s", seed, name).isCloseTo(two.value(), within(1e-12));
                assertThat(one.n()).as("seed %d %s", seed, name).isEqualTo(two.n());
                assertThat(one.excluded()).as("seed %d %s", seed, name).isEqualTo(two.excluded());
                assertThat(one.interval().isPresent())
                        .as("seed %d %s", seed, name)
                        .isEqualTo(two.interval().isPresent());
                one.interval().ifPresent(interval -> {
                    var bounds = two.interval().orElseThrow();
                    assertThat(interval.lower()).as("seed %d %s", seed, name).isCloseTo(bounds.lower(), within(1e-9));
                    assertThat(interval.upper()).as("seed %d %s", seed, name).isCloseTo(bounds.upper(), within(1e-9));
                });
            } else {
                assertThat(value).as("seed %d %s", seed, name).isEqualTo(other);
            }
        });
    }
}
