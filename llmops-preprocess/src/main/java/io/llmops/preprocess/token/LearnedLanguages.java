package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Languages ranked by OpenNLP; those that the shelves do not tell apart come once. Safe for use by many threads. */
record LearnedLanguages(Pool<LanguageDetectorME> detectors, Description description) implements LanguageRanking {

    private static final int LONGEST = 2_000;

    static LearnedLanguages of(LearnedModel model) {
        var loaded = model.load(LanguageDetectorModel::new);
        return new LearnedLanguages(
                new Pool<>(() -> new LanguageDetectorME(loaded)),
                Description.of("language-detector").with("sha256", model.sha256()));
    }

    @Override
    public List<RankedLanguage> rank(String text) {
        var detector = detectors.take();
        var found = detector.predictLanguages(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        detectors.giveBack(detector);
        var ranked = new ArrayList<RankedLanguage>();
        var seen = new HashSet<String>();
        for (var language : found) {
            var code = LanguageCodes.shorter(language.getLang());
            if (seen.add(code)) {
                ranked.add(new RankedLanguage(code, language.getConfidence() / found[0].getConfidence()));
            }
        }
        return ranked;
    }
}
