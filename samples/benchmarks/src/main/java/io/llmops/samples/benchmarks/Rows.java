package io.llmops.samples.benchmarks;

import java.util.List;

/** The rows of the table, in its order. */
final class Rows {

    static final List<Row> ALL = List.of(
            new Row(
                    "words ▸ lowercase ▸ stop ▸ Porter: tokens",
                    "TokenChain.llmops",
                    "TokenChain.lucene",
                    "Lucene",
                    Budget.of(12_000, "document", 100)),
            new Row(
                    "… terms alone",
                    "TokenChain.llmopsTerms",
                    "TokenChain.luceneTerms",
                    "Lucene",
                    Budget.of(8_000, "document", 100)),
            new Row(
                    "… on two threads",
                    "TokenChain.llmopsOnTwoThreads",
                    "TokenChain.llmops",
                    "one thread, half the work each",
                    Budget.of(6_000, "document", 100)),
            new Row(
                    "… ten times the documents",
                    "TokenChain.llmopsTenfold",
                    "TokenChain.llmops",
                    "a tenth of them",
                    Budget.of(12_000, "document", 1000)),
            new Row(
                    "words",
                    "TokenStages.words",
                    "TokenStages.wordsByLucene",
                    "Lucene",
                    Budget.of(22_000, "document", 100)),
            new Row(
                    "words ▸ lowercase",
                    "TokenStages.lowercase",
                    "TokenStages.lowercaseByLucene",
                    "Lucene",
                    Budget.of(22_000, "document", 100)),
            new Row(
                    "words ▸ lowercase ▸ stop",
                    "TokenStages.stop",
                    "TokenStages.stopByLucene",
                    "Lucene",
                    Budget.of(12_000, "document", 100)),
            new Row(
                    "standard cleaning, with offsets",
                    "TokenStages.clean",
                    "TokenStages.cleanByHand",
                    "NFC and a regex",
                    Budget.of(8_000, "document", 100)),
            new Row(
                    "cards, IBANs, national ids in clean text",
                    "Redaction.llmops",
                    "Redaction.loop",
                    "a bare loop",
                    Budget.of(500, "document", 100)),
            new Row(
                    "… every kind of personal data",
                    "Redaction.standard",
                    "Redaction.loop",
                    "a bare loop",
                    Budget.of(16_000, "document", 100)),
            new Row(
                    "near duplicates of 1,000 documents",
                    "Deduplication.minHash",
                    "Deduplication.shingles",
                    "their sets of shingles",
                    Budget.of(20_000, "document", 1000)),
            new Row(
                    "TF-IDF: fit",
                    "Vectors.fit",
                    "Vectors.count",
                    "terms counted in maps",
                    Budget.of(18_000, "document", 200)),
            new Row(
                    "TF-IDF: transform",
                    "Vectors.transform",
                    "Vectors.count",
                    "terms counted in maps",
                    Budget.of(24_000, "document", 200)),
            new Row(
                    "a CSV file",
                    "Reading.csv",
                    "Reading.csvByJackson",
                    "Jackson, maps",
                    Budget.growing(4, "byte read", 20 << 20)),
            new Row(
                    "a JSONL file",
                    "Reading.jsonl",
                    "Reading.jsonlByJackson",
                    "Jackson, nodes",
                    Budget.growing(4, "byte read", 20 << 20)),
            new Row(
                    "report on 10 million labels",
                    "LabelReport.report",
                    "LabelReport.count",
                    "a counting loop",
                    Budget.of(1, "label", 10_000_000)),
            new Row(
                    "ROC-AUC with interval on 10 million",
                    "RocCurve.area",
                    "RocCurve.sort",
                    "a sort of doubles",
                    Budget.of(32, "score", 10_000_000)),
            new Row(
                    "report with 1,000 resamples of 3,080 rows",
                    "MacroF1Bootstrap.report",
                    "MacroF1Bootstrap.rows",
                    "rows drawn, macro F1 alone",
                    Budget.of(2_000, "resample", 1_000)),
            new Row(
                    "BLEU of 1,000 segments",
                    "TextScores.bleu",
                    "TextScores.words",
                    "words counted",
                    Budget.of(20_000, "segment", 1_000)),
            new Row(
                    "chrF of 1,000 segments",
                    "TextScores.chrf",
                    "TextScores.characters",
                    "runs of 6 counted",
                    Budget.of(48_000, "segment", 1_000)),
            new Row(
                    "ROUGE-1, -2, -L of 1,000 segments",
                    "TextScores.rouge",
                    "TextScores.words",
                    "words counted",
                    Budget.of(20_000, "segment", 1_000)),
            new Row(
                    "nine measures of rankings",
                    "Rankings.measures",
                    "Rankings.grades",
                    "each grade looked up",
                    Budget.growing(10_000, "query", 1_000)));

    private Rows() {}
}
