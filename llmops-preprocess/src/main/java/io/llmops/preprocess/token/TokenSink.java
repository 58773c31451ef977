package io.llmops.preprocess.token;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** The end of a Lucene token stream, where its tokens are read. Not safe for use by many threads. */
final class TokenSink {

    private final TokenStream stream;
    private final CharTermAttribute term;
    private final OffsetAttribute offset;
    private final PositionIncrementAttribute increment;
    private final TypeAttribute type;
    private String lastName = "word";
    private TokenType lastType = TokenType.WORD;

    TokenSink(TokenStream stream) {
        this.stream = stream;
        this.term = stream.addAttribute(CharTermAttribute.class);
        this.offset = stream.addAttribute(OffsetAttribute.class);
        this.increment = stream.addAttribute(PositionIncrementAttribute.class);
        this.type = stream.addAttribute(TypeAttribute.class);
    }

    /** Where a range of the characters the stream read stands in the original. */
    interface Offsets {

        Offsets SAME = new Offsets() {
            @Override
            public int start(int start, int end) {
                return start;
            }

            @Override
            public int end(int start, int end) {
                return end;
            }
        };

        int start(int start, int end);

        int end(int start, int end);
    }

    List<Token> tokens(Offsets offsets) throws IOException {
        var tokens = new ArrayList<Token>();
        var position = -1;
        stream.reset();
        while (stream.incrementToken()) {
            position += increment.getPositionIncrement();
            var start = offset.startOffset();
            var end = offset.endOffset();
            tokens.add(new Token(
                    term.toString(),
                    offsets.start(start, end),
                    offsets.end(start, end),
                    type(type.type()),
                    Math.max(0, position)));
        }
        finish();
        return tokens;
    }

    List<String> terms() throws IOException {
        var terms = new ArrayList<String>();
        stream.reset();
        while (stream.incrementToken()) {
            terms.add(term.toString());
        }
        finish();
        return terms;
    }

    private void finish() throws IOException {
        stream.end();
        stream.close();
    }

    @SuppressWarnings(
            "ReferenceEquality") // the same name is nearly always the same object, and a miss only looks it up
    private TokenType type(String name) {
        if (name != lastName) {
            lastName = name;
            lastType = LuceneTypes.type(name);
        }
        return lastType;
    }
}
