package io.llmops.eval.golden;

import io.llmops.eval.metric.agreement.AgreementGolden;
import io.llmops.eval.metric.agreement.RealAgreementGolden;
import io.llmops.eval.metric.classification.BinaryGolden;
import io.llmops.eval.metric.classification.CalibrationGolden;
import io.llmops.eval.metric.classification.MultiLabelGolden;
import io.llmops.eval.metric.classification.MulticlassGolden;
import io.llmops.eval.metric.classification.RealDataGolden;
import io.llmops.eval.metric.classification.ScoresBinaryGolden;
import io.llmops.eval.metric.classification.ScoresMulticlassGolden;
import io.llmops.eval.metric.clustering.ClusteringGolden;
import io.llmops.eval.metric.extraction.MathAnswersGolden;
import io.llmops.eval.metric.extraction.SquadGolden;
import io.llmops.eval.metric.preference.RatingGolden;
import io.llmops.eval.metric.preference.SamplingGolden;
import io.llmops.eval.metric.regression.PairCorrelationsGolden;
import io.llmops.eval.metric.regression.RealCorrelationGolden;
import io.llmops.eval.metric.regression.RegressionGolden;
import io.llmops.eval.metric.retrieval.RankingNdcgGolden;
import io.llmops.eval.metric.retrieval.TrecEvalGolden;
import io.llmops.eval.metric.span.NerSpansGolden;
import io.llmops.eval.metric.span.NerSystemsGolden;
import io.llmops.eval.metric.span.SegmentationGolden;
import io.llmops.eval.metric.text.BleuGolden;
import io.llmops.eval.metric.text.ChrfGolden;
import io.llmops.eval.metric.text.LlmFormulasTextGolden;
import io.llmops.eval.metric.text.MeteorGolden;
import io.llmops.eval.metric.text.MtTokenizersGolden;
import io.llmops.eval.metric.text.PorterGolden;
import io.llmops.eval.metric.text.RougeGolden;
import io.llmops.eval.metric.text.StringDistanceGolden;
import io.llmops.eval.metric.text.TerGolden;
import io.llmops.eval.metric.text.TextOverlapGolden;
import io.llmops.eval.metric.text.TranslationGolden;
import io.llmops.eval.stats.CorrelationGolden;
import io.llmops.eval.stats.DistributionsGolden;
import io.llmops.eval.stats.IntervalsGolden;
import io.llmops.eval.stats.SignificanceGolden;
import java.util.Map;
import java.util.Optional;

/**
 * Which checker answers for which file, or for which group of a file. What has none is counted as unsupported, all of it;
 * so is a case about data sets that are not there.
 */
final class GoldenRegistry {

    private static final Map<String, GoldenChecker> CHECKERS = Map.ofEntries(
            Map.entry("agreement", new AgreementGolden()),
            Map.entry("calibration", new CalibrationGolden()),
            Map.entry("classification_binary", new BinaryGolden()),
            Map.entry("classification_multiclass", new MulticlassGolden()),
            Map.entry("classification_multilabel", new MultiLabelGolden()),
            Map.entry("clustering", new ClusteringGolden()),
            Map.entry("correlation", new CorrelationGolden().and(new PairCorrelationsGolden())),
            Map.entry("distributions", new DistributionsGolden()),
            Map.entry("end_to_end_real_data/agreement", new RealAgreementGolden()),
            Map.entry("end_to_end_real_data/classification", new RealDataGolden()),
            Map.entry("end_to_end_real_data/correlation", new RealCorrelationGolden()),
            Map.entry("end_to_end_real_data/gsm8k_answers", new MathAnswersGolden()),
            Map.entry("end_to_end_real_data/mt", new TranslationGolden()),
            Map.entry("end_to_end_real_data/multilabel", new RealDataGolden()),
            Map.entry("end_to_end_real_data/retrieval", new TrecEvalGolden()),
            Map.entry("intervals_and_corrections", new IntervalsGolden()),
            Map.entry("llm_formulas/distinct_n", new LlmFormulasTextGolden()),
            Map.entry("llm_formulas/pairwise_rating", new RatingGolden()),
            Map.entry("llm_formulas/pass_at_k", new SamplingGolden()),
            Map.entry("llm_formulas/perplexity", new LlmFormulasTextGolden()),
            Map.entry("meteor_exact_stem", new MeteorGolden()),
            Map.entry("mt_bleu", new BleuGolden()),
            Map.entry("mt_chrf", new ChrfGolden()),
            Map.entry("mt_ter", new TerGolden()),
            Map.entry("ner_spans", new NerSpansGolden()),
            Map.entry("ner_wnut17_systems", new NerSystemsGolden()),
            Map.entry("qa_squad", new SquadGolden()),
            Map.entry("ranking_ndcg", new RankingNdcgGolden()),
            Map.entry("regression", new RegressionGolden()),
            Map.entry("retrieval_trec_eval", new TrecEvalGolden()),
            Map.entry("rouge", new RougeGolden(false)),
            Map.entry("rouge155_perl", new RougeGolden(true)),
            Map.entry("scores_binary", new ScoresBinaryGolden()),
            Map.entry("scores_multiclass", new ScoresMulticlassGolden()),
            Map.entry("segmentation", new SegmentationGolden()),
            Map.entry("significance_tests", new SignificanceGolden()),
            Map.entry("stemmer_porter_nltk", new PorterGolden()),
            Map.entry("string_distance", new StringDistanceGolden()),
            Map.entry("text_overlap_nltk", new TextOverlapGolden()),
            Map.entry("tokenizers_mt", new MtTokenizersGolden()));

    private GoldenRegistry() {}

    static Optional<GoldenChecker> checker(String file, GoldenCase golden) {
        if (golden.namesFiles() && !DatasetFiles.exist()) {
            return Optional.empty();
        }
        return Optional.ofNullable(CHECKERS.getOrDefault(file + "/" + golden.group(), CHECKERS.get(file)));
    }
}
