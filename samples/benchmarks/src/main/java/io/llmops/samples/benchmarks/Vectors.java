package io.llmops.samples.benchmarks;

import io.llmops.preprocess.Analyzers;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.vector.FittedVectorizer;
import io.llmops.preprocess.vector.Vectorizer;
import java.util.HashMap;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** TF-IDF over 200 documents, beside the same terms counted in one map a document, which is the least it has to do. */
@State(Scope.Benchmark)
public class Vectors {

    private final List<String> documents = Documents.of(200);
    private final Analyzer terms = Analyzers.english();
    private final Vectorizer vectorizer = Vectorizer.tfidf(terms);
    private final FittedVectorizer fitted = vectorizer.fit(documents);

    /** Learns the vocabulary. */
    @Benchmark
    public FittedVectorizer fit() {
        return vectorizer.fit(documents);
    }

    /** Makes vectors. */
    @Benchmark
    public void transform(Blackhole sink) {
        documents.forEach(document -> sink.consume(fitted.apply(document)));
    }

    /** Counts terms. */
    @Benchmark
    public void count(Blackhole sink) {
        for (var document : documents) {
            var counts = new HashMap<String, Integer>();
            for (var term : terms.terms(document)) {
                counts.merge(term, 1, Integer::sum);
            }
            sink.consume(counts);
        }
    }
}
