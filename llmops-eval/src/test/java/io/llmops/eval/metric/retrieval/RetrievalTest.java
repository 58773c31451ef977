package io.llmops.eval.metric.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalTest {

    private static final Judgements JUDGED = new Judgements(Map.of("a", 2, "b", 1, "c", 0));

    @TempDir
    private Path directory;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }

    @Test
    void ordersEqualScoresByTheLastIdFirstAsBytesAreOrdered() {
        var scores = new LinkedHashMap<String, Double>();
        List.of("a", "\uFFFD", "b", "\uD83D\uDE00", "z").forEach(id -> scores.put(id, 1.0));
        scores.put("top", 2.0);

        // U+1F600 is above U+FFFD in UTF-8, and below it in UTF-16
        assertThat(Ranking.of(scores).documents()).containsExactly("top", "\uD83D\uDE00", "\uFFFD", "z", "b", "a");
    }

    @Test
    void keepsTheOrderOfDocumentsWithoutScores() {
        assertThat(Ranking.of(List.of("a", "c", "b")).documents()).containsExactly("a", "c", "b");
        assertThat(RetrievalMeasures.mrr().of(Ranking.of(List.of("c", "x", "b")), JUDGED))
                .isEqualTo(1 / 3.0);
    }

    @Test
    void averagesTheGainsOfTiesOnlyWhereAskedTo() {
        var tied = Ranking.of(Map.of("a", 1.0, "c", 1.0));
        var ideal = 2 + 1 / (Math.log(3) / Math.log(2));

        assertThat(RetrievalMeasures.ndcg().of(tied, JUDGED)).isEqualTo(2 / (Math.log(3) / Math.log(2)) / ideal);
        assertThat(RetrievalMeasures.tieAveragedNdcg(Integer.MAX_VALUE).of(tied, JUDGED))
                .isEqualTo((1 + 1 / (Math.log(3) / Math.log(2))) / ideal);
        assertThat(RetrievalMeasures.tieAveragedNdcg(1).of(tied, JUDGED)).isEqualTo(1 / 2.0);
    }

    @Test
    void countsAFailureAsAnEmptyRanking() {
        var values = Retrieval.report()
                .values(
                        List.of(
                                observation("q1", Outcome.answered(Ranking.of(List.of("a", "b")))),
                                observation("q2", Outcome.failed("search", "timeout"))),
                        Uncertainty.STANDARD);
        var map = (Estimate) values.get("map");

        assertThat(map.value()).isEqualTo(0.5);
        assertThat(map.n()).isEqualTo(2);
        assertThat(map.reach().highest()).isEqualTo(1);
        assertThat(((Estimate) values.get("recall@1")).value()).isEqualTo(0.25);
    }

    private static Observation<String, Ranking, Judgements> observation(String query, Outcome<Ranking> outcome) {
        return Observation.of(Example.of(query, query, JUDGED), outcome);
    }

    @Test
    void readsFilesAndPutsThemTogether() throws IOException {
        var judgements = TrecFiles.judgements(file("qrels", "q1 0 a 1", "q1 0 b 0", "", "q2\t0\ta\t2"));
        var run = TrecFiles.run(file("run", "q1 Q0 b 1 0.5 mine", "q1 Q0 a 2 0.5 mine", "q9 Q0 a 1 1 mine"));

        assertThat(run.get("q1").documents()).containsExactly("b", "a");
        assertThat(TrecFiles.observations(judgements, run))
                .extracting(Observation::id)
                .containsExactly("q1", "q2");
        assertThat(TrecFiles.observationsWithResults(judgements, run))
                .extracting(Observation::id)
                .containsExactly("q1");
        assertThat(TrecFiles.dataset(directory.resolve("qrels"))
                        .examples()
                        .get(1)
                        .reference())
                .isEqualTo(new Judgements(Map.of("a", 2)));
    }

    @Test
    void measuresASearchInARunThatReadsBack() throws IOException {
        var queries = TrecFiles.dataset(file("qrels", "q1 0 a 1", "q2 0 b 1", "q3 0 c 1"));
        var results = TrecFiles.run(file("run", "q1 Q0 a 1 0.5 mine", "q2 Q0 a 1 0.9 mine", "q2 Q0 b 2 0.5 mine"));
        var search = Pipeline.<String, Ranking>ofMaybe(
                "search",
                query -> Optional.ofNullable(results.get(query))
                        .map(Outcome::answered)
                        .orElse(Outcome.abstained("nothing found")));

        var run = Evaluation.of(queries, search).metrics(Retrieval.report()).run();
        Runs.write(run, directory.resolve("run.json"));
        var read = Runs.read(directory.resolve("run.json"), String.class, Ranking.class, Judgements.class);

        assertThat(run.metric("mrr").estimate().orElseThrow().value()).isEqualTo((1 + 1 / 2.0) / 3);
        assertThat(Retrieval.report().values(read.observations(), Uncertainty.STANDARD))
                .containsAllEntriesOf(Retrieval.report().values(run.observations(), Uncertainty.STANDARD));
    }

    @Test
    void namesTheLineThatIsNotAsItShouldBe() throws IOException {
        var columns = file("columns", "q1 0 a 1", "q1 0 b");
        var grade = file("grade", "q1 0 a high");
        var twice = file("twice", "q1 Q0 a 1 0.5 mine", "q1 Q0 a 2 0.4 mine");
        var score = file("score", "q1 Q0 a 1 NaN mine");

        assertThatThrownBy(() -> TrecFiles.judgements(columns))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(columns + ":2: expected 4 columns, found '3 in q1 0 b'");
        assertThatThrownBy(() -> TrecFiles.judgements(grade))
                .hasMessage(grade + ":1: expected a whole number in column 4, found 'high'");
        assertThatThrownBy(() -> TrecFiles.run(twice))
                .hasMessage(twice + ":2: expected every document of a query once, found 'a'");
        assertThatThrownBy(() -> TrecFiles.run(score))
                .hasMessage(score + ":1: expected a finite 32-bit number in column 5, found 'NaN'");
        assertThatThrownBy(() -> TrecFiles.run(directory.resolve("absent")))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("expected a readable file in UTF-8");
    }

    @Test
    void refusesADocumentThatComesTwice() {
        assertThatThrownBy(() -> Ranking.of(List.of("a", "b", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected every document once, found 'a' twice");
    }

    @Test
    void refusesMeasuresOfNothing() {
        assertThatThrownBy(() -> RetrievalMeasures.precision(0))
                .hasMessage("expected a number of documents above 0, found 0");
        assertThatThrownBy(() -> Retrieval.of(0, List.of(RetrievalMeasures.map())))
                .hasMessage("expected a grade above 0 and measures, found grade 0 and 1 measures");
    }
}
