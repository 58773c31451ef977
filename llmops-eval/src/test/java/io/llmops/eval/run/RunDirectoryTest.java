package io.llmops.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest implements RunStoreContract {

    @TempDir
    private Path folder;

    @Override
    public RunStore emptyStore() {
        return RunStores.directory(folder.resolve("deep/runs"));
    }

    private Path inStore(String name) {
        return folder.resolve("deep/runs").resolve(name);
    }

    @Test
    void aRunIsAFolderWithTwoReadableFiles() throws IOException {
        var run = RunStoreContract.run("My router, v2!", 7, NOON);
        var id = emptyStore().save(run).id();

        assertThat(id).matches("20261125T120000000Z-my-router-v2-[0-9a-f]{12}");
        assertThat(inStore(id).toFile().list()).containsExactlyInAnyOrder("run.json", "summary.json");
        assertThat(Files.readString(inStore(id).resolve("run.json"))).isEqualTo(Runs.json(run));
        assertThat(Files.readString(inStore(id).resolve("summary.json")))
                .startsWith("{\n\"id\": \"" + id + "\",\n\"metrics\": {\n\"accuracy\": {")
                .contains("\"direction\":\"higher_is_better\"")
                .endsWith("}\n");
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(path -> path.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoWholeRunIsListedAsSuch() throws IOException {
        var store = emptyStore();
        var whole = store.save(RunStoreContract.run("whole", 7, NOON)).id();
        var torn = store.save(RunStoreContract.run("torn", 7, NOON)).id();
        var noRows = store.save(RunStoreContract.run("norows", 7, NOON)).id();
        Files.createDirectories(inStore(".unfinished-abandoned"));
        Files.writeString(inStore(".unfinished-abandoned").resolve("run.json"), "{");
        Files.createDirectories(inStore("notes"));
        Files.createDirectories(inStore(".git"));
        Files.writeString(inStore("README.md"), "ours");
        var summary = inStore(torn).resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).substring(0, 200));
        Files.delete(inStore(noRows).resolve("run.json"));

        assertThat(store.list()).extracting(RunSummary::id).containsExactly(whole);
        assertThat(store.unfinished())
                .extracting(RunStore.Unfinished::note)
                .containsExactlyInAnyOrder(
                        inStore(".unfinished-abandoned")
                                + ": half-written: by a process that died, or one that is at it now",
                        inStore("notes") + ": expected run.json and summary.json, found no such file",
                        inStore(noRows) + ": expected run.json and summary.json, found no such file",
                        summary + ": expected the summary of a run, found what is none");

        store.unfinished().forEach(each -> assertThat(store.delete(each.id())).isTrue());

        assertThat(store.unfinished()).isEmpty();
        assertThat(store.list()).extracting(RunSummary::id).containsExactly(whole);
    }

    @Test
    void aFailedSaveLeavesNothingBehind() {
        var store = emptyStore();
        var observation =
                Observation.<Object, String, String>of(Example.of("e", new Object(), "a"), Outcome.answered("a"));
        var made = RunStoreContract.run("x", 7, NOON);
        var run = EvaluationRun.of(made.provenance(), made.timing(), List.of(observation), List.of());

        assertThatThrownBy(() -> store.save(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example 'e': the input");
        assertThat(store.list()).isEmpty();
        assertThat(store.unfinished()).isEmpty();
    }

    @Test
    void twoProcessesAtOnceLoseNothing() throws Exception {
        var processes = new ArrayList<Process>();
        for (var i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, ""),
                            Saver.class.getName(),
                            folder.resolve("deep/runs").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out" + i).toFile())
                    .start());
        }
        for (var process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(folder.resolve("out0"))).isEmpty();
        assertThat(Files.readString(folder.resolve("out1"))).isEmpty();
        assertThat(emptyStore().list()).hasSize(2 * Saver.RUNS);
        assertThat(emptyStore().unfinished()).isEmpty();
        for (var saved : emptyStore().list()) {
            assertThat(emptyStore().load(saved.id()).observations()).hasSize(10);
        }
    }

    /** Saves some runs; a process of its own. */
    static final class Saver {

        static final int RUNS = 25;

        private Saver() {}

        public static void main(String[] arguments) {
            var store = RunStores.directory(Path.of(arguments[0]));
            var run = RunStoreContract.run("router", 7, NOON);
            for (var i = 0; i < RUNS; i++) {
                store.save(run);
            }
        }
    }
}
