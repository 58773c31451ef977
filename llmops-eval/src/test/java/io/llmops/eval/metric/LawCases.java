package io.llmops.eval.metric;

import io.llmops.eval.metric.agreement.Agreement;
import io.llmops.eval.metric.agreement.Scale;
import io.llmops.eval.metric.agreement.Weighting;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.LabelScores;
import io.llmops.eval.metric.clustering.Clustering;
import io.llmops.eval.metric.extraction.ExtractionLaws;
import io.llmops.eval.metric.preference.Preference;
import io.llmops.eval.metric.preference.Sampling;
import io.llmops.eval.metric.regression.Regression;
import io.llmops.eval.metric.retrieval.RetrievalLaws;
import io.llmops.eval.metric.span.SpanLaws;
import io.llmops.eval.metric.text.BleuSmoothing;
import io.llmops.eval.metric.text.BleuTokenizer;
import io.llmops.eval.metric.text.ChenCherry;
import io.llmops.eval.metric.text.RougeVariant;
import io.llmops.eval.metric.text.TextMetrics;
import io.llmops.eval.metric.text.TextScorers;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every metric there is, with data to try it on. */
public final class LawCases {

    private LawCases() {}

    public static Stream<LawCase<?, ?>> all() {
        return Stream.of(
                        Stream.of(anyTask(), classification(), text(), smoothedBleu())
                                .flatMap(metrics -> metrics)
                                .map(metric -> new LawCase<>(metric, LawData::labels)),
                        classificationOfScoresAndSets(),
                        SpanLaws.cases(),
                        ExtractionLaws.cases(),
                        RetrievalLaws.cases(),
                        numbersAndRepeats(),
                        agreement().map(metric -> new LawCase<Object, Object>(metric, LawData::ratings)))
                .flatMap(cases -> cases);
    }

    private static Stream<Metric<Object, Object>> anyTask() {
        return Stream.of(
                Scorers.exactMatch(),
                Scorers.of(
                        "length",
                        (answer, reference) -> Math.min(1, answer.toString().length() / 7.0)),
                Scorers.of(
                        new MetricDescription("gap", Direction.LOWER_IS_BETTER, Range.ANY, "made up"),
                        (answer, reference) -> Integer.signum(answer.toString().compareTo(reference.toString())) * 1.7),
                new OutcomeShares(),
                MadeUpMetrics.letterMeans(),
                MatchReport.of("letter", MadeUpMetrics::letters),
                MatchReport.of("letter", MadeUpMetrics::letters).withZeroDivision(ZeroDivision.ONE),
                MadeUpMetrics.sharedLetters(),
                MadeUpMetrics.ordered(),
                SlicedMetric.by("lang", Classification.report()),
                SlicedMetric.by("lang", SlicedMetric.by("none", Scorers.exactMatch())),
                Sampling.majority(Classification.report()),
                SlicedMetric.by("lang", Sampling.majority(Scorers.exactMatch())),
                Metric.joined(List.of(Scorers.exactMatch(), Classification.report(), MadeUpMetrics.ordered())));
    }

    private static Stream<Metric<Object, Object>> classification() {
        return Stream.of(
                Classification.report(),
                Classification.report().withBetas(0.5, 1, 2).withLabels(List.of("b", "z")),
                Classification.report().withZeroDivision(ZeroDivision.ONE),
                Classification.report().withDetails(),
                Classification.report().withDetails().withLabels(List.of("c", "a", "b", "dd", "macro")),
                Classification.baselines(),
                Clustering.report());
    }

    private static Stream<LawCase<?, ?>> classificationOfScoresAndSets() {
        return Stream.of(
                new LawCase<>(
                        Classification.multiLabel(),
                        seed -> LawData.labels(seed, LawCases::letters, LawCases::letters)),
                new LawCase<>(
                        Classification.multiLabel()
                                .withBetas(1, 2)
                                .withLabels(List.of("d", "z", "a"))
                                .withZeroDivision(ZeroDivision.ONE),
                        seed -> LawData.labels(seed, LawCases::letters, LawCases::letters)),
                new LawCase<>(
                        Classification.binaryScores("a"),
                        seed -> LawData.labels(seed, LawCases::score, reference -> reference)),
                new LawCase<>(
                        Classification.binaryScores("a"),
                        seed -> LawData.labels(seed, answer -> 10 * score(answer), reference -> reference)),
                new LawCase<>(
                        Classification.scores(1, 2),
                        seed -> LawData.labels(seed, LawCases::scores, reference -> reference)),
                new LawCase<>(
                        Classification.multiLabelScores(),
                        seed -> LawData.labels(seed, LawCases::scores, LawCases::letters)));
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

    private static Stream<Metric<Object, Object>> text() {
        return Stream.of(
                TextMetrics.bleu(),
                TextMetrics.bleu().withTokenizer(BleuTokenizer.CHARACTER).withSmoothing(BleuSmoothing.addK(1)),
                TextMetrics.bleu().withOrder(1).sentence(),
                TextMetrics.chrf(),
                TextMetrics.chrfPlusPlus().withEpsilonSmoothing(true),
                TextMetrics.chrf().sentence(),
                TextMetrics.chrfPlusPlus().sentence(),
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
                TextMetrics.perplexity(LawCases::madeUpProbabilities, Object::toString),
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
                TextScorers.lengthRatio(),
                TextScorers.jsonValidity(),
                TextScorers.jsonSchema("{}"),
                TextScorers.embeddingCosine(MadeUpMetrics.firstLetters()));
    }

    private static Stream<Metric<Object, Object>> smoothedBleu() {
        return Arrays.stream(ChenCherry.values()).map(TextScorers::bleu);
    }

    private static Stream<LawCase<?, ?>> numbersAndRepeats() {
        return Stream.of(
                new LawCase<>(Regression.report(), LawData::numbers),
                new LawCase<>(Regression.report(), LawData::ratings),
                new LawCase<>(Regression.pinball(0.9), LawData::numbers),
                new LawCase<>(Regression.correlation(), LawData::numbers),
                new LawCase<>(Regression.correlation(), LawData::ratings),
                new LawCase<>(Sampling.passAt(3, Object::equals), LawData::repeats),
                new LawCase<>(Sampling.passAll(2, Object::equals), LawData::repeats),
                new LawCase<>(Sampling.majorityAt(4, Object::equals), LawData::repeats),
                new LawCase<>(Preference.winRate("b"), LawData::games),
                new LawCase<>(Preference.bradleyTerry(), LawData::games));
    }

    private static Stream<Metric<Object, Object>> agreement() {
        var plain = Stream.of(
                Agreement.percent(),
                Agreement.daviesFleissKappa(),
                Agreement.fleissKappa(),
                Agreement.scottPi(),
                Agreement.bennettS(),
                Agreement.gwetAc1(),
                Agreement.cohenKappa().withCategories(List.of(1, 2, 3, 4, 5, 6)));
        var weighted = Arrays.stream(Weighting.values())
                .flatMap(weighting -> Stream.of(Agreement.cohenKappa(weighting), Agreement.gwetAc2(weighting)));
        var alphas = Arrays.stream(Scale.values()).map(Agreement::krippendorffAlpha);
        return Stream.of(plain, weighted, alphas).flatMap(metrics -> metrics);
    }
}
