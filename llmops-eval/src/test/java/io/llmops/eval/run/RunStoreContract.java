package io.llmops.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Stage;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.classification.Classification;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every run store keeps to; a class that tests one implements this. */
interface RunStoreContract {

    Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /** Returns a store with nothing in it. */
    RunStore emptyStore();

    /** Returns a run of ten texts of which some are answered rightly. */
    static EvaluationRun<String, String, String> run(String name, int right, Instant started) {
        var dataset = Dataset.of(
                "letters",
                IntStream.range(0, 10)
                        .mapToObj(i -> Example.of("e" + i, "text " + i, i % 2 == 0 ? "even" : "odd"))
                        .toList());
        var stage = Stage.<String, String>of(Description.of("parity").with("right", right), text -> {
            var number = Integer.parseInt(text.substring(5));
            return (number % 2 == 0) == (number < right) ? "even" : "odd";
        });
        return Evaluation.of(dataset, Pipeline.of("parity", stage))
                .metrics(Classification.report())
                .named(name)
                .clock(Clock.fixed(started, ZoneOffset.UTC))
                .run();
    }

    @Test
    default void loadsWhatWasSaved() {
        var store = emptyStore();
        var run = run("router", 7, NOON);

        var id = store.save(run).id();

        assertThat(Runs.json(store.load(id))).isEqualTo(Runs.json(run));
    }

    @Test
    default void listsWhatItNeedsToKnowWithoutLoading() {
        var store = emptyStore();
        var run = run("router", 7, NOON);
        var saved = store.save(run, Map.of("branch", "main"));

        var listed = store.list();

        assertThat(listed).containsExactly(saved);
        assertThat(listed.get(0).provenance()).isEqualTo(run.provenance());
        assertThat(listed.get(0).observations()).isEqualTo(10);
        assertThat(listed.get(0).tags()).containsExactly(Map.entry("branch", "main"));
        assertThat(listed.get(0).time().started()).isEqualTo(NOON);
        assertThat(listed.get(0).metrics()).containsOnlyKeys(run.metrics().keySet());
        assertThat(listed.get(0).metrics().get("accuracy").value()).isEqualTo(run.metric("accuracy"));
        assertThat(listed.get(0).metrics().get("accuracy").direction()).contains(Direction.HIGHER_IS_BETTER);
    }

    @Test
    default void isEmptyAtFirst() {
        var store = emptyStore();

        assertThat(store.list()).isEmpty();
        assertThat(store.unfinished()).isEmpty();
        assertThat(store.latest(RunQuery.all())).isEmpty();
        assertThat(store.best(RunQuery.all(), "accuracy")).isEmpty();
    }

    @Test
    default void keepsTwoSavesOfOneRunApart() {
        var store = emptyStore();
        var run = run("router", 7, NOON);

        assertThat(store.save(run).id()).isNotEqualTo(store.save(run).id());
        assertThat(store.list()).hasSize(2);
    }

    @Test
    default void listsTheLatestFirst() {
        var store = emptyStore();
        store.save(run("second", 7, NOON.plusSeconds(1)));
        store.save(run("third", 7, NOON.plusSeconds(2)));
        store.save(run("first", 7, NOON));

        assertThat(store.list()).extracting(RunSummary::name).containsExactly("third", "second", "first");
        assertThat(store.latest(RunQuery.all()).orElseThrow().name()).isEqualTo("third");
    }

    @Test
    default void findsByNameTagFingerprintAndTime() {
        var store = emptyStore();
        var one = store.save(run("one", 7, NOON), Map.of("branch", "main", "by", "ci"));
        var two = store.save(run("two", 8, NOON.plusSeconds(10)), Map.of("branch", "main"));
        store.save(run("two", 9, NOON.plusSeconds(20)));

        assertThat(store.find(RunQuery.named("one"))).containsExactly(one);
        assertThat(store.find(RunQuery.all().tagged("branch", "main"))).containsExactly(two, one);
        assertThat(store.find(RunQuery.all().tagged("branch", "main").tagged("by", "ci")))
                .containsExactly(one);
        assertThat(store.find(
                        RunQuery.all().ofPipeline(two.provenance().pipeline().fingerprint())))
                .containsExactly(two);
        assertThat(store.find(
                        RunQuery.all().onDataset(two.provenance().dataset().fingerprint())))
                .hasSize(3);
        assertThat(store.find(RunQuery.all().from(NOON.plusSeconds(10)).before(NOON.plusSeconds(20))))
                .containsExactly(two);
        assertThat(store.latest(RunQuery.named("three"))).isEmpty();
    }

    @Test
    default void findsTheBestInTheDirectionOfTheMetric() {
        var store = emptyStore();
        store.save(run("poor", 5, NOON));
        store.save(run("good", 9, NOON.plusSeconds(1)));
        store.save(run("fair", 7, NOON.plusSeconds(2)));

        assertThat(store.best(RunQuery.all(), "accuracy").orElseThrow().name()).isEqualTo("good");
        assertThat(store.best(RunQuery.named("fair"), "accuracy").orElseThrow().name())
                .isEqualTo("fair");
        assertThat(store.best(RunQuery.all(), "share/failed").orElseThrow().name())
                .as("of equals the latest")
                .isEqualTo("fair");
        assertThatThrownBy(() -> store.best(RunQuery.all(), "acuracy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no run has a metric 'acuracy', did you mean 'accuracy'?; there are [");
    }

    @Test
    default void deletesARunAndSaysWhetherThereWasOne() {
        var store = emptyStore();
        var gone = store.save(run("gone", 7, NOON)).id();
        var stays = store.save(run("stays", 7, NOON)).id();

        assertThat(store.delete(gone)).isTrue();
        assertThat(store.delete(gone)).isFalse();
        assertThat(store.list()).extracting(RunSummary::id).containsExactly(stays);
        assertThat(store.unfinished()).isEmpty();
        assertThatThrownBy(() -> store.load(gone))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("expected a run with the id \"" + gone + "\", found none");
    }

    @Test
    default void prunesAllButTheLatest() {
        var store = emptyStore();
        for (var i = 0; i < 5; i++) {
            store.save(run("nightly", 7, NOON.plusSeconds(i)));
        }
        store.save(run("release", 7, NOON));

        var removed = store.prune(RunQuery.named("nightly"), 2);

        assertThat(removed).hasSize(3);
        assertThat(store.list())
                .extracting(run -> run.time().started())
                .containsExactly(NOON.plusSeconds(4), NOON.plusSeconds(3), NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "C:\\windows\\x",
                "a/b",
                ".",
                "..",
                " ",
                "con",
                "\u202Eevil\u0000\n",
                "'; drop table runs; --",
                "<script>",
                "日本語"
            })
    default void takesAnyNameAndTag(String hostile) {
        var store = emptyStore();
        var saved = store.save(run(hostile, 7, NOON), Map.of(hostile, hostile));

        assertThat(store.find(RunQuery.named(hostile).tagged(hostile, hostile))).containsExactly(saved);
        assertThat(store.load(saved.id()).name()).isEqualTo(hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "/", "no-such-run", "a/b", "'", "\u0000"})
    default void knowsNoRunOfAnIdItDidNotGive(String id) {
        var store = emptyStore();
        store.save(run("router", 7, NOON));

        assertThat(store.delete(id)).isFalse();
        assertThatThrownBy(() -> store.load(id)).isInstanceOf(LlmopsException.class);
        assertThat(store.list()).hasSize(1);
    }

    @Test
    default void losesNothingWhenManySaveAtOnce() throws Exception {
        var store = emptyStore();
        var run = run("router", 7, NOON);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var saves = new ArrayList<Callable<String>>();
            for (var i = 0; i < 40; i++) {
                saves.add(() -> store.save(run).id());
            }
            var ids = new ArrayList<String>();
            for (var save : pool.invokeAll(saves)) {
                ids.add(save.get());
            }

            assertThat(ids).doesNotHaveDuplicates().hasSize(40);
            assertThat(store.list()).extracting(RunSummary::id).containsExactlyInAnyOrderElementsOf(ids);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    default void aSummaryOfAMetricIsAnEstimateWithItsInterval() {
        var store = emptyStore();
        store.save(run("router", 7, NOON));

        assertThat(store.list().get(0).metrics().get("accuracy").value())
                .isInstanceOfSatisfying(Estimate.class, estimate -> {
                    assertThat(estimate.value()).isEqualTo(0.7);
                    assertThat(estimate.interval()).isPresent();
                });
        assertThat(List.copyOf(store.list().get(0).metrics().keySet())).isSorted();
    }
}
