package io.llmops.samples.benchmarks;

import io.llmops.preprocess.dedup.Duplicates;
import io.llmops.preprocess.dedup.NearDuplicates;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizers;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Near duplicates among 1,000 documents by MinHash, beside what any way of finding them must do first: cut each document
 * into its set of runs of three words.
 */
@State(Scope.Benchmark)
public class Deduplication {

    private final List<String> documents = Documents.of(1_000);
    private final NearDuplicates near = Duplicates.near(0.8);
    private final Analyzer words = Analyzer.of(Tokenizers.words()).then(TokenFilters.lowercase());

    /** MinHash, banding and exact comparison. */
    @Benchmark
    public Object minHash() {
        return near.in(documents, Function.identity());
    }

    /** The sets alone. */
    @Benchmark
    public void shingles(Blackhole sink) {
        for (var document : documents) {
            var terms = words.terms(document);
            var shingles = new HashSet<String>();
            for (var i = 2; i < terms.size(); i++) {
                shingles.add(terms.get(i - 2) + ' ' + terms.get(i - 1) + ' ' + terms.get(i));
            }
            sink.consume(shingles);
        }
    }
}
