package io.llmops.samples.benchmarks;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.retrieval.Judgements;
import io.llmops.eval.metric.retrieval.Ranking;
import io.llmops.eval.metric.retrieval.Retrieval;
import io.llmops.eval.metric.retrieval.RetrievalMeasures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Nine measures of rankings of 1,000 documents for 1,000 queries, in the full run 10,000, beside what none of them can do
 * without: each document's grade looked up.
 */
@State(Scope.Benchmark)
public class Rankings {

    /** How many queries there are. */
    static final String QUERIES = "benchmarks.queries";

    private static final int DEPTH = 1_000;

    private final List<Observation<String, Ranking, Judgements>> queries = queries();

    private static List<Observation<String, Ranking, Judgements>> queries() {
        var random = new SplittableRandom(11);
        var documents = IntStream.range(0, 20_000).mapToObj(i -> "doc" + i).toList();
        var scores = IntStream.range(0, DEPTH).mapToObj(i -> 20.0 - i * 0.01).toList();
        var queries = new ArrayList<Observation<String, Ranking, Judgements>>();
        for (var query = 0; query < Integer.getInteger(QUERIES, 1_000); query++) {
            var from = random.nextInt(documents.size() - DEPTH);
            var ranking = new Ranking(documents.subList(from, from + DEPTH), scores);
            var grades = new HashMap<String, Integer>();
            for (var i = 0; i < 50; i++) {
                grades.put(documents.get((from + random.nextInt(2 * DEPTH)) % documents.size()), random.nextInt(3));
            }
            queries.add(Observation.of(Example.of("q" + query, "", new Judgements(grades)), Outcome.answered(ranking)));
        }
        return queries;
    }

    /** Precision, recall, success, MAP, MRR, nDCG, R-precision, bpref. */
    @Benchmark
    public List<OptionalDouble> measures() {
        Metric<Ranking, Judgements> metric = Retrieval.of(
                RetrievalMeasures.precision(10),
                RetrievalMeasures.recall(100),
                RetrievalMeasures.success(5),
                RetrievalMeasures.map(),
                RetrievalMeasures.mrr(),
                RetrievalMeasures.ndcg(),
                RetrievalMeasures.ndcg(10),
                RetrievalMeasures.rPrecision(),
                RetrievalMeasures.bpref());
        var accumulator = metric.accumulator();
        queries.forEach(query -> accumulator.add(query, 1));
        return accumulator.values(List.of("map", "ndcg@10"));
    }

    /** Grades looked up. */
    @Benchmark
    public long grades() {
        var sum = 0L;
        for (var query : queries) {
            var grades = query.reference().grades();
            for (var document : query.outcome().answer().orElseThrow().documents()) {
                sum += grades.getOrDefault(document, 0);
            }
        }
        return sum;
    }
}
