package io.llmops.samples.benchmarks;

import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.Stopwords;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizers;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** Words, lower case, stopwords, Porter over 100 documents, beside the same Lucene chain called directly. */
@State(Scope.Benchmark)
public class TokenChain {

    private final List<String> documents = Documents.of(100);
    private final List<String> half = documents.subList(0, 50);
    private final List<String> tenfold = Documents.of(1_000);
    private final Analyzer chain = Tokenizers.words()
            .then(TokenFilters.lowercase())
            .then(TokenFilters.stop("en"))
            .then(TokenFilters.porter());
    private final ThreadLocal<LuceneChain> direct =
            ThreadLocal.withInitial(() -> LuceneChain.porter(Stopwords.of("en").words()));

    /** Tokens with offsets, by the library. */
    @Benchmark
    public void llmops(Blackhole sink) {
        documents.forEach(document -> sink.consume(chain.apply(document)));
    }

    /** Tokens with offsets, by Lucene. */
    @Benchmark
    public void lucene(Blackhole sink) throws IOException {
        var lucene = direct.get();
        for (var document : documents) {
            sink.consume(lucene.tokens(document));
        }
    }

    /** Strings alone, by the library. */
    @Benchmark
    public void llmopsTerms(Blackhole sink) {
        documents.forEach(document -> sink.consume(chain.terms(document)));
    }

    /** Strings alone, by Lucene. */
    @Benchmark
    public void luceneTerms(Blackhole sink) throws IOException {
        var lucene = direct.get();
        for (var document : documents) {
            sink.consume(lucene.terms(document));
        }
    }

    /** Half the documents on each of two threads. */
    @Benchmark
    @Threads(2)
    public void llmopsOnTwoThreads(Blackhole sink) {
        half.forEach(document -> sink.consume(chain.apply(document)));
    }

    /** Ten times the documents. */
    @Benchmark
    public void llmopsTenfold(Blackhole sink) {
        tenfold.forEach(document -> sink.consume(chain.apply(document)));
    }

    List<String> documents() {
        return documents;
    }

    Analyzer chain() {
        return chain;
    }

    LuceneChain direct() {
        return direct.get();
    }
}
