package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.List;

/** Ranks languages for a text that has letters. Apart from OpenNLP, so that nothing of it is looked for too early. */
interface LanguageRanking {

    List<RankedLanguage> rank(String text);

    Description description();
}
