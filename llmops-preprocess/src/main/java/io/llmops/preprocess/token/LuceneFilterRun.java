package io.llmops.preprocess.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Lucene filters in a row over tokens that something else made. Safe for use by many threads. */
final class LuceneFilterRun implements TokenFilter {

    private final Pool<Run> pool;

    LuceneFilterRun(List<LuceneFilter> filters) {
        var copy = List.copyOf(filters);
        this.pool = new Pool<>(() -> new Run(copy));
    }

    @Override
    public List<Token> apply(List<Token> tokens) {
        var run = pool.take();
        try {
            run.source.tokens = tokens;
            var filtered = run.sink.tokens(TokenSink.Offsets.SAME);
            run.source.tokens = List.of();
            pool.giveBack(run);
            return filtered;
        } catch (IOException e) {
            throw new UncheckedIOException("reading a list does not fail", e);
        }
    }

    private static final class Run {

        private final ListStream source = new ListStream();
        private final TokenSink sink;

        Run(List<LuceneFilter> filters) {
            TokenStream end = source;
            for (var filter : filters) {
                end = filter.wrap(end);
            }
            this.sink = new TokenSink(end);
        }
    }

    /** A list of tokens as Lucene reads them. */
    private static final class ListStream extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final TypeAttribute type = addAttribute(TypeAttribute.class);
        private List<Token> tokens = List.of();
        private int index;
        private int position;

        @Override
        public void reset() throws IOException {
            super.reset();
            index = 0;
            position = -1;
        }

        @Override
        public boolean incrementToken() {
            if (index == tokens.size()) {
                return false;
            }
            clearAttributes();
            var token = tokens.get(index++);
            term.append(token.text());
            offset.setOffset(token.start(), token.end());
            increment.setPositionIncrement(token.position() - position);
            type.setType(LuceneTypes.name(token.type()));
            position = token.position();
            return true;
        }
    }
}
