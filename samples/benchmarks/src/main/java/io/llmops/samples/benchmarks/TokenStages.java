package io.llmops.samples.benchmarks;

import io.llmops.preprocess.TextCleaner;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.Stopwords;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizers;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The chain of {@link TokenChain} stage by stage, each time beside Lucene's to the same stage; and cleaning. */
@State(Scope.Benchmark)
public class TokenStages {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<String> documents = Documents.of(100);
    private final Analyzer words = Analyzer.of(Tokenizers.words());
    private final Analyzer lowercase = words.then(TokenFilters.lowercase());
    private final Analyzer stop = lowercase.then(TokenFilters.stop("en"));
    private final TextCleaner cleaner = TextCleaner.standard();
    private final LuceneChain luceneWords = LuceneChain.words();
    private final LuceneChain luceneLowercase = LuceneChain.lowercase();
    private final LuceneChain luceneStop = LuceneChain.stop(Stopwords.of("en").words());

    /** Words. */
    @Benchmark
    public void words(Blackhole sink) {
        documents.forEach(document -> sink.consume(words.apply(document)));
    }

    /** Words, by Lucene. */
    @Benchmark
    public void wordsByLucene(Blackhole sink) throws IOException {
        byLucene(luceneWords, sink);
    }

    /** Words in lower case. */
    @Benchmark
    public void lowercase(Blackhole sink) {
        documents.forEach(document -> sink.consume(lowercase.apply(document)));
    }

    /** Words in lower case, by Lucene. */
    @Benchmark
    public void lowercaseByLucene(Blackhole sink) throws IOException {
        byLucene(luceneLowercase, sink);
    }

    /** Words in lower case without stopwords. */
    @Benchmark
    public void stop(Blackhole sink) {
        documents.forEach(document -> sink.consume(stop.apply(document)));
    }

    /** Words in lower case without stopwords, by Lucene. */
    @Benchmark
    public void stopByLucene(Blackhole sink) throws IOException {
        byLucene(luceneStop, sink);
    }

    /** Standard cleaning. */
    @Benchmark
    public void clean(Blackhole sink) {
        documents.forEach(document -> sink.consume(cleaner.apply(document)));
    }

    /** NFC and single spaces, as one writes them with the JDK, without offsets. */
    @Benchmark
    public void cleanByHand(Blackhole sink) {
        for (var document : documents) {
            sink.consume(SPACES.matcher(Normalizer.normalize(document, Normalizer.Form.NFC))
                    .replaceAll(" "));
        }
    }

    private void byLucene(LuceneChain chain, Blackhole sink) throws IOException {
        for (var document : documents) {
            sink.consume(chain.tokens(document));
        }
    }
}
