package io.llmops.preprocess.token;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.KeywordMarkerFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keeps from a stemmer, whose time grows with the square of a word's length, what is too long to be a word. */
final class LongWords extends KeywordMarkerFilter {

    private static final int LONGEST_WORD = 255;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    LongWords(TokenStream stream) {
        super(stream);
    }

    @Override
    protected boolean isKeyword() {
        return term.length() > LONGEST_WORD;
    }
}
