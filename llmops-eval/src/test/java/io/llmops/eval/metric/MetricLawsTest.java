package io.llmops.eval.metric;

import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.LabelScores;
import io.llmops.eval.metric.text.BleuSmoothing;
import io.llmops.eval.metric.text.BleuTokenizer;
import io.llmops.eval.metric.text.ChenCherry;
import io.llmops.eval.metric.text.RougeVariant;
import io.llmops.eval.metric.text.TextMetrics;
import io.llmops.eval.metric.text.TextScorers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every metric keeps, see {@link Metric}. A metric that is added to the shelf is added here. */
class MetricLawsTest {

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
                letterMeans(),
                MatchReport.of("letter", MetricLawsTest::letters),
                MatchReport.of("letter", MetricLawsTest::letters).withZeroDivision(ZeroDivision.ONE),
                sharedLetters(),
                ordered(),
                SlicedMetric.by("lang", Classification.report()),
                SlicedMetric.by("lang", SlicedMetric.by("none", Scorers.exactMatch())),
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

    /** Two means, of which the second is about some references only. */
    private static Metric<Object, Object> letterMeans() {
        return MeanMetric.of(
                List.of(
                        new MetricDescription("same", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up"),
                        new MetricDescription("length", Direction.NEITHER, Range.NOT_NEGATIVE, "made up")),
                (observation, into) -> {
                    var answer = observation.outcome().match(Object::toString, reason -> "", (stage, reason) -> "");
                    into[0] = answer.equals(observation.reference()) ? 1 : 0;
                    into[1] = observation.reference().equals("a") ? Double.NaN : answer.length();
                    return !answer.equals("macro");
                });
    }

    private static void letters(Optional<?> answer, Object reference, MatchTally into) {
        reference.toString().chars().forEach(letter -> into.reference(Character.toString(letter)));
        answer.ifPresent(given -> {
            given.toString().chars().forEach(letter -> into.answer(Character.toString(letter)));
            if (given.toString().charAt(0) == reference.toString().charAt(0)) {
                into.match(
                        given.toString().substring(0, 1), reference.toString().substring(0, 1), 0.5);
            }
        });
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

    @TestFactory
    Stream<DynamicTest> everyMetricKeepsTheLaws() {
        return metrics().flatMap(metric -> MetricLaws.of(metric, MetricLawsTest::observations));
    }
}
