package io.llmops.core.model;

import dev.langchain4j.data.embedding.Embedding;
import io.llmops.core.Fingerprint;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A classifier that answers with the label of the labelled examples most like the input. The k nearest vote, each with
 * its similarity; a class's score is the sum of its votes divided by k. It abstains when nothing has anything in common
 * with the input, or when the best class scores under the floor.
 *
 * <pre>{@code
 * var embed = EmbeddingModelAdapter.of(model);
 * var nearest = NearestExamples.dense(embed.embedAll(train)).withK(5).withFloor(0.3);
 * var router = Pipeline.of("embed", embed).thenMaybe("label", nearest);
 * }</pre>
 *
 * <p>Of examples equally near, the one that comes first in the dataset is nearer; of classes with equal scores, the one
 * with the nearest example is better. Only similarities above 0 vote. With fewer than k examples, k is their number.
 *
 * <p>Immutable; safe for use by many threads.
 *
 * @param <V> what is compared, e.g. {@link Embedding} or {@link SparseVector}
 */
public final class NearestExamples<V> implements Stage<V, Outcome<String>> {

    private static final int DEFAULT_K = 5;

    private final NeighbourIndex<V> index;
    private final List<Labelled> examples;
    private final int k;
    private final double floor;

    private NearestExamples(NeighbourIndex<V> index, List<Labelled> examples, int k, double floor) {
        this.index = index;
        this.examples = examples;
        this.k = k;
        this.floor = floor;
    }

    /**
     * Returns a classifier over embeddings, by cosine; k is 5, the floor 0. Sums are of single precision.
     *
     * @param examples the labelled examples
     * @return the classifier
     * @throws IllegalArgumentException if there are none, or the embeddings differ in dimension or are not finite
     */
    public static NearestExamples<Embedding> dense(Dataset<Embedding, String> examples) {
        return over(examples, DenseIndex::new);
    }

    /**
     * Returns a classifier over sparse vectors, by cosine; k is 5, the floor 0.
     *
     * @param examples the labelled examples
     * @return the classifier
     * @throws IllegalArgumentException if there are none
     */
    public static NearestExamples<SparseVector> sparse(Dataset<SparseVector, String> examples) {
        return over(examples, SparseIndex::new);
    }

    /**
     * Returns a classifier over anything, by a similarity of the caller's; k is 5, the floor 0. It compares with every
     * example, and is opaque in a pipeline's fingerprint.
     *
     * @param examples the labelled examples
     * @param similarity how alike two inputs are
     * @param <V> what is compared
     * @return the classifier
     * @throws IllegalArgumentException if there are no examples
     */
    public static <V> NearestExamples<V> of(Dataset<V, String> examples, Similarity<? super V> similarity) {
        return over(examples, vectors -> new ScanIndex<>(vectors, similarity));
    }

    private static <V> NearestExamples<V> over(
            Dataset<V, String> dataset, Function<List<V>, NeighbourIndex<V>> indexing) {
        List<Example<V, String>> examples;
        try (var stream = dataset.stream()) {
            examples = stream.toList();
        }
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("expected labelled examples, found none in '" + dataset.name() + "'");
        }
        var index = indexing.apply(examples.stream().map(Example::input).toList());
        var labelled = examples.stream()
                .map(example -> new Labelled(example.id(), example.reference()))
                .toList();
        return new NearestExamples<>(index, labelled, DEFAULT_K, 0);
    }

    /**
     * Returns this classifier with another number of examples that vote.
     *
     * @param newK how many, 1 or more
     * @return the changed copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public NearestExamples<V> withK(int newK) {
        if (newK < 1) {
            throw new IllegalArgumentException("expected a k of 1 or more, found " + newK);
        }
        return new NearestExamples<>(index, examples, newK, floor);
    }

    /**
     * Returns this classifier with another floor.
     *
     * @param newFloor the least score of the best class to be an answer; 0 for any
     * @return the changed copy
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public NearestExamples<V> withFloor(double newFloor) {
        if (!(newFloor >= 0 && newFloor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a floor of 0 or more, found " + newFloor);
        }
        return new NearestExamples<>(index, examples, k, newFloor);
    }

    /**
     * Classifies an input.
     *
     * @param input the input
     * @return the label of the best class, or an abstention
     * @throws IllegalArgumentException if the input cannot be compared, e.g. has another dimension
     */
    @Override
    public Outcome<String> apply(V input) {
        return vote(input)
                .best()
                .map(best -> best.score() >= floor
                        ? Outcome.answered(best.label())
                        : Outcome.<String>abstained(String.format(
                                Locale.ROOT,
                                "the best class, '%s', scores %.4f, under the floor of %s",
                                best.label(),
                                best.score(),
                                floor)))
                .orElseGet(() -> Outcome.abstained("no labelled example has anything in common with the input"));
    }

    /** {@return this classifier as a stage that gives every class's score and the examples that voted, whatever the floor} */
    public Stage<V, Votes> votes() {
        return new Stage<>() {
            @Override
            public Votes apply(V input) {
                return vote(input);
            }

            @Override
            public Optional<Description> describe() {
                return NearestExamples.this.describe().map(it -> it.with("output", "votes"));
            }
        };
    }

    /** Describes k, the floor, the similarity, and the labelled examples by a hash; empty with a caller's similarity. */
    @Override
    public Optional<Description> describe() {
        return index.content()
                .map(content -> Description.of("nearest-examples")
                        .with("k", k)
                        .with("floor", floor)
                        .with("similarity", content.similarity())
                        .with("examples", examples.size())
                        .with("content", fingerprint(content)));
    }

    private Fingerprint fingerprint(NeighbourIndex.Content content) {
        var hasher = Fingerprint.hasher().add(content.fingerprint().sha256());
        examples.forEach(example -> hasher.add(example.id()).add(example.label()));
        return hasher.finish();
    }

    private Votes vote(V input) {
        var asked = Math.min(k, index.size());
        var neighbours = new ArrayList<Votes.Neighbour>(asked);
        var sums = new LinkedHashMap<String, Double>();
        for (var hit : index.nearest(input, asked)) {
            var example = examples.get(hit.position());
            neighbours.add(new Votes.Neighbour(example.id(), example.label(), hit.similarity()));
            sums.merge(example.label(), hit.similarity(), Double::sum);
        }
        var classes = sums.entrySet().stream()
                .map(sum -> new Votes.Vote(sum.getKey(), sum.getValue() / asked))
                .sorted(Comparator.comparingDouble(Votes.Vote::score).reversed())
                .toList();
        return new Votes(classes, neighbours);
    }

    private record Labelled(String id, String label) {}
}
