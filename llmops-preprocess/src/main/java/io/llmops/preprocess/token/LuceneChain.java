package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;

/** A Lucene tokenizer and Lucene filters behind it, run as one token stream. Safe for use by many threads. */
final class LuceneChain {

    private final Pool<Stream> pool;

    private LuceneChain(LuceneTokenizer tokenizer, List<LuceneFilter> filters) {
        this.pool = new Pool<>(() -> new Stream(tokenizer, filters));
    }

    static LuceneChain of(LuceneTokenizer tokenizer, List<LuceneFilter> filters) {
        return new LuceneChain(tokenizer, List.copyOf(filters));
    }

    List<Token> tokens(Text text) {
        var stream = pool.take();
        try {
            stream.read(text.toString());
            var tokens = stream.sink.tokens(text.isOriginal() ? TokenSink.Offsets.SAME : new Mapped(text));
            pool.giveBack(stream);
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string does not fail", e);
        }
    }

    List<String> terms(String text) {
        var stream = pool.take();
        try {
            stream.read(text);
            var terms = stream.sink.terms();
            pool.giveBack(stream);
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string does not fail", e);
        }
    }

    /** One Lucene token stream, set anew for each text. */
    private static final class Stream {

        private final LuceneTokenizer tokenizer;
        private final org.apache.lucene.analysis.Tokenizer head;
        private final StringReader reader = new StringReader();
        private final TokenSink sink;

        Stream(LuceneTokenizer tokenizer, List<LuceneFilter> filters) {
            this.tokenizer = tokenizer;
            this.head = tokenizer.create();
            TokenStream end = head;
            for (var filter : filters) {
                end = filter.wrap(end);
            }
            this.sink = new TokenSink(end);
        }

        void read(String text) {
            reader.reset(tokenizer.seen(text));
            head.setReader(reader);
        }
    }

    /** Offsets of a cleaned text. */
    private record Mapped(Text text) implements TokenSink.Offsets {

        @Override
        public int start(int start, int end) {
            return start < end
                    ? text.originalStart(start)
                    : text.originalSpan(start, end).start();
        }

        @Override
        public int end(int start, int end) {
            return start < end
                    ? text.originalEnd(end)
                    : text.originalSpan(start, end).end();
        }
    }
}
