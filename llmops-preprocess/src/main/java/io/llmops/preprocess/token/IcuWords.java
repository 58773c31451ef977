package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

/** ICU's words. Apart, so that nothing of ICU is looked for before it is asked for. */
final class IcuWords {

    private IcuWords() {}

    static Tokenizer tokenizer() {
        new ICUTokenizer(); // fails here, not in the middle of a text
        return new LuceneTokenizer("dictionary-words", Description.of("dictionary-words"), ICUTokenizer::new);
    }
}
