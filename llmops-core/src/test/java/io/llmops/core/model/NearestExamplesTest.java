package io.llmops.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.embedding.Embedding;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestExamplesTest {

    /** Numbers on a line, the more alike the nearer. */
    private static final NearestExamples<Double> LINE = NearestExamples.of(
            Dataset.of(
                    "line",
                    List.of(
                            Example.of("a", 0.0, "low"),
                            Example.of("b", 0.2, "low"),
                            Example.of("c", 0.9, "high"),
                            Example.of("d", 1.0, "high"),
                            Example.of("e", 5.0, "far"))),
            (left, right) -> 1 - Math.abs(left - right));

    @Test
    void sumsTheSimilaritiesOfTheNearestAndDividesByK() {
        var votes = LINE.withK(3).votes().apply(0.4);

        // by hand: b 0.8, a 0.6, c 0.5; low (0.8 + 0.6) / 3, high 0.5 / 3
        assertThat(votes.neighbours()).extracting(Votes.Neighbour::id).containsExactly("b", "a", "c");
        assertThat(votes.neighbours().get(0).similarity()).isCloseTo(0.8, within(1e-12));
        assertThat(votes.classes()).extracting(Votes.Vote::label).containsExactly("low", "high");
        assertThat(votes.classes().get(0).score()).isCloseTo(1.4 / 3, within(1e-12));
        assertThat(votes.classes().get(1).score()).isCloseTo(0.5 / 3, within(1e-12));
        assertThat(votes.best()).contains(votes.classes().get(0));
    }

    @Test
    void answersWithTheBestClass() {
        assertThat(LINE.withK(3).apply(0.4)).isEqualTo(Outcome.answered("low"));
        assertThat(LINE.withK(1).apply(0.94)).isEqualTo(Outcome.answered("high"));
    }

    @Test
    void abstainsUnderTheFloor() {
        assertThat(LINE.withK(3).withFloor(0.46).apply(0.4)).isEqualTo(Outcome.answered("low"));
        assertThat(LINE.withK(1).withFloor(1).apply(1.0)).isEqualTo(Outcome.answered("high"));
        assertThat(LINE.withK(3).withFloor(0.47).apply(0.4))
                .isEqualTo(Outcome.abstained("the best class, 'low', scores 0.4667, under the floor of 0.47"));
    }

    @Test
    void abstainsWhenNothingHasAnythingInCommon() {
        var far = LINE.withK(3);

        assertThat(far.apply(-40.0))
                .isEqualTo(Outcome.abstained("no labelled example has anything in common with the input"));
        assertThat(far.votes().apply(-40.0)).isEqualTo(new Votes(List.of(), List.of()));
        assertThat(far.votes().apply(-40.0).best()).isEmpty();
    }

    @Test
    void breaksTiesByTheOrderOfTheExamples() {
        var nearest = NearestExamples.of(
                Dataset.of(
                        "ties",
                        List.of(
                                Example.of("a", 1.0, "first"),
                                Example.of("b", 1.0, "second"),
                                Example.of("c", 1.0, "second"),
                                Example.of("d", 1.0, "first"))),
                (left, right) -> left.equals(right) ? 1 : 0);

        assertThat(nearest.withK(1).apply(1.0)).isEqualTo(Outcome.answered("first"));
        assertThat(nearest.withK(3).votes().apply(1.0).neighbours())
                .extracting(Votes.Neighbour::id)
                .containsExactly("a", "b", "c");
        assertThat(nearest.withK(3).apply(1.0)).isEqualTo(Outcome.answered("second"));
        assertThat(nearest.withK(4).apply(1.0)).isEqualTo(Outcome.answered("first"));
    }

    @Test
    void asksAllWhenThereAreFewerThanK() {
        var votes = LINE.withK(1000).votes().apply(0.4);

        assertThat(votes.neighbours()).hasSize(4); // the fifth has nothing in common
        assertThat(votes.classes().get(0).score()).isCloseTo(1.4 / 5, within(1e-12));
    }

    @Test
    void findsTheSameSparseNeighboursAsComparingWithEach() {
        var seed = 11L;
        var random = new Random(seed);
        var examples = IntStream.range(0, 400)
                .mapToObj(i -> Example.of("e" + i, sparse(random), "label " + random.nextInt(9)))
                .toList();
        var dataset = Dataset.of("sparse", examples);
        var indexed = NearestExamples.sparse(dataset).withK(7).votes();
        var scanned = NearestExamples.of(dataset, SparseVector::cosine).withK(7).votes();

        for (var round = 0; round < 300; round++) {
            var query = sparse(random);
            var expected = scanned.apply(query);
            var actual = indexed.apply(query);
            assertThat(ids(actual)).as("seed %d, round %d", seed, round).isEqualTo(ids(expected));
            for (var i = 0; i < expected.neighbours().size(); i++) {
                assertThat(actual.neighbours().get(i).similarity())
                        .isCloseTo(expected.neighbours().get(i).similarity(), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 30})
    void findsTheSameDenseNeighboursAsComparingWithEach(int dimension) {
        var seed = 13L;
        var random = new Random(seed);
        var examples = IntStream.range(0, 2100) // two full blocks and a part
                .mapToObj(i -> Example.of("e" + i, dense(random, dimension), "label " + random.nextInt(9)))
                .toList();
        var dataset = Dataset.of("dense", examples);
        var indexed = NearestExamples.dense(dataset).withK(5).votes();

        for (var round = 0; round < 20; round++) {
            var query = dense(random, dimension);
            var exact = examples.stream()
                    .map(example -> cosine(query.vector(), example.input().vector()))
                    .filter(similarity -> similarity > 0)
                    .sorted(Comparator.reverseOrder())
                    .limit(5)
                    .toList();
            var actual = indexed.apply(query).neighbours();
            assertThat(actual).as("seed %d, round %d", seed, round).hasSize(exact.size());
            for (var i = 0; i < exact.size(); i++) {
                assertThat(actual.get(i).similarity()).isCloseTo(exact.get(i), within(1e-5));
                var found = examples.get(Integer.parseInt(actual.get(i).id().substring(1)));
                assertThat(cosine(query.vector(), found.input().vector()))
                        .as("similarity of the neighbour named, seed %d, round %d", seed, round)
                        .isCloseTo(exact.get(i), within(1e-5));
            }
        }
    }

    @Test
    void readsInAPipeline() {
        var train = Dataset.of(
                "train",
                List.of(
                        Example.of("1", Embedding.from(new float[] {1, 0}), "east"),
                        Example.of("2", Embedding.from(new float[] {0, 2}), "north")));
        var pipeline = Pipeline.ofMaybe(
                "nearest", NearestExamples.dense(train).withK(1).withFloor(0.5));

        assertThat(pipeline.apply(Embedding.from(new float[] {9, 1}))).isEqualTo("east");
        assertThat(pipeline.apply(Embedding.from(new float[] {1, 9}))).isEqualTo("north");
        assertThat(pipeline.run(Embedding.from(new float[] {-1, -1}))).isInstanceOf(Outcome.Abstained.class);
        assertThat(pipeline.run(Embedding.from(new float[] {0, 0}))).isInstanceOf(Outcome.Abstained.class);
        assertThat(pipeline.opaqueStages()).isEmpty();
    }

    @Test
    void describesItsSettingsAndItsExamples() {
        var vector = SparseVector.of(new int[] {1}, new double[] {1});
        var other = SparseVector.of(new int[] {2}, new double[] {1});
        var nearest = NearestExamples.sparse(Dataset.of("d", List.of(Example.of("1", vector, "x"))));
        var settings = nearest.withK(3).withFloor(0.25).describe().orElseThrow().settings();

        assertThat(settings)
                .containsEntry("k", "3")
                .containsEntry("floor", "0.25")
                .containsEntry("similarity", "cosine")
                .containsEntry("examples", "1")
                .containsKey("content");
        assertThat(NearestExamples.sparse(Dataset.of("renamed", List.of(Example.of("1", vector, "x"))))
                        .describe())
                .isEqualTo(nearest.describe());
        assertThat(NearestExamples.sparse(Dataset.of("d", List.of(Example.of("1", other, "x"))))
                        .describe())
                .isNotEqualTo(nearest.describe());
        assertThat(NearestExamples.sparse(Dataset.of("d", List.of(Example.of("1", vector, "y"))))
                        .describe())
                .isNotEqualTo(nearest.describe());
        assertThat(nearest.votes().describe()).isPresent().isNotEqualTo(nearest.describe());
        assertThat(LINE.describe()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeCompared() {
        var flat = NearestExamples.dense(Dataset.of(
                "flat", List.of(Example.of("1", Embedding.from(new float[] {1, 0}), "x"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> flat.apply(Embedding.from(new float[] {1, 0, 0})))
                .withMessage("expected an embedding of 2 dimensions, found one of 3 as input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flat.apply(Embedding.from(new float[] {Float.NaN, 0})))
                .withMessage("expected an embedding of finite values, found one that is not as input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestExamples.dense(Dataset.of(
                        "mixed",
                        List.of(
                                Example.of("1", Embedding.from(new float[] {1, 0}), "x"),
                                Example.of("2", Embedding.from(new float[] {1}), "x")))))
                .withMessage("expected an embedding of 2 dimensions, found one of 1 as example number 2");
        assertThatIllegalStateException()
                .isThrownBy(() -> NearestExamples.of(
                                Dataset.of("odd", List.of(Example.of("1", 1.0, "x"))), (left, right) -> Double.NaN)
                        .apply(1.0))
                .withMessage("expected a similarity of magnitude 1.0E150 at most, found NaN with example number 1");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LINE.withK(0))
                .withMessage("expected a k of 1 or more, found 0");
        assertThatIllegalArgumentException().isThrownBy(() -> LINE.withFloor(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> LINE.withFloor(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> LINE.withFloor(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestExamples.sparse(Dataset.of("none", new ArrayList<>())))
                .withMessage("expected labelled examples, found none in 'none'");
    }

    private static List<String> ids(Votes votes) {
        return votes.neighbours().stream().map(Votes.Neighbour::id).toList();
    }

    private static SparseVector sparse(Random random) {
        var indices = random.ints(5, 0, 60).distinct().sorted().toArray();
        return SparseVector.of(indices, random.doubles(indices.length, -0.2, 1).toArray());
    }

    private static Embedding dense(Random random, int dimension) {
        var vector = new float[dimension];
        for (var d = 0; d < dimension; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return Embedding.from(vector);
    }

    private static double cosine(float[] left, float[] right) {
        var dot = 0.0;
        var leftSquares = 0.0;
        var rightSquares = 0.0;
        for (var d = 0; d < left.length; d++) {
            dot += (double) left[d] * right[d];
            leftSquares += (double) left[d] * left[d];
            rightSquares += (double) right[d] * right[d];
        }
        return dot / Math.sqrt(leftSquares) / Math.sqrt(rightSquares);
    }
}
