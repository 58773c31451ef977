package io.llmops.eval.golden;

import io.llmops.eval.metric.classification.BinaryGolden;
import io.llmops.eval.metric.classification.CalibrationGolden;
import io.llmops.eval.metric.classification.MultiLabelGolden;
import io.llmops.eval.metric.classification.MulticlassGolden;
import io.llmops.eval.metric.classification.ScoresBinaryGolden;
import io.llmops.eval.metric.classification.ScoresMulticlassGolden;
import io.llmops.eval.metric.extraction.SquadGolden;
import io.llmops.eval.metric.retrieval.RankingNdcgGolden;
import io.llmops.eval.metric.retrieval.TrecEvalGolden;
import io.llmops.eval.metric.span.NerSpansGolden;
import io.llmops.eval.metric.span.NerSystemsGolden;
import io.llmops.eval.metric.span.SegmentationGolden;
import io.llmops.eval.metric.text.BleuGolden;
import io.llmops.eval.metric.text.ChrfGolden;
import io.llmops.eval.metric.text.MeteorGolden;
import io.llmops.eval.metric.text.MtTokenizersGolden;
import io.llmops.eval.metric.text.PorterGolden;
import io.llmops.eval.metric.text.RougeGolden;
import io.llmops.eval.metric.text.StringDistanceGolden;
import io.llmops.eval.metric.text.TerGolden;
import io.llmops.eval.metric.text.TextOverlapGolden;
import io.llmops.eval.stats.CorrelationGolden;
import io.llmops.eval.stats.DistributionsGolden;
import io.llmops.eval.stats.IntervalsGolden;
import io.llmops.eval.stats.SignificanceGolden;
import java.util.Map;
import java.util.Optional;

/** Which checker answers for which file. A file without one is counted as unsupported, all of it. */
final class GoldenRegistry {

    private static final Map<String, GoldenChecker> CHECKERS = Map.ofEntries(
            Map.entry("calibration", new CalibrationGolden()),
            Map.entry("classification_binary", new BinaryGolden()),
            Map.entry("classification_multilabel", new MultiLabelGolden()),
            Map.entry("classification_multiclass", new MulticlassGolden()),
            Map.entry("correlation", new CorrelationGolden()),
            Map.entry("distributions", new DistributionsGolden()),
            Map.entry("end_to_end_real_data", new EndToEndGolden()),
            Map.entry("intervals_and_corrections", new IntervalsGolden()),
            Map.entry("llm_formulas", new LlmFormulasGolden()),
            Map.entry("meteor_exact_stem", new MeteorGolden()),
            Map.entry("mt_bleu", new BleuGolden()),
            Map.entry("mt_chrf", new ChrfGolden()),
            Map.entry("mt_ter", new TerGolden()),
            Map.entry("ner_spans", new NerSpansGolden()),
            Map.entry("ner_wnut17_systems", new NerSystemsGolden()),
            Map.entry("qa_squad", new SquadGolden()),
            Map.entry("ranking_ndcg", new RankingNdcgGolden()),
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

    static Optional<GoldenChecker> checker(String file) {
        return Optional.ofNullable(CHECKERS.get(file));
    }
}
