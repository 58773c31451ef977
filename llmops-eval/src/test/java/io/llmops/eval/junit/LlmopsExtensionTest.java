package io.llmops.eval.junit;

import static io.llmops.eval.junit.Launched.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import io.llmops.eval.gate.Gate;
import io.llmops.eval.run.RunQuery;
import io.llmops.eval.run.RunStores;
import io.llmops.eval.run.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Real suites, launched through the JUnit platform. */
class LlmopsExtensionTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void bindTheFolders() {
        launched = new Launched(folder);
    }

    @Test
    void aTestWhoseRequirementsAreMetIsGreenAndLeavesARunAndAReport() throws IOException {
        var result = launched.test(Suites.Green.class, "holds");

        assertThat(result.getStatus()).isEqualTo(SUCCESSFUL);
        var runs = RunStores.directory(folder.resolve("runs"));
        assertThat(runs.find(RunQuery.named("router").tagged("test", "Suites$Green.holds")))
                .hasSize(1);
        assertThat(runs.unfinished()).isEmpty();
        assertThat(Files.readString(folder.resolve("reports/Suites.Green/holds.txt")))
                .contains("router", "balanced_accuracy");
        try (var logs = Files.list(folder.resolve("runs/.logs/Suites.Green"))) {
            assertThat(logs).as("the log is gone when the run is kept").isEmpty();
        }
    }

    @Test
    void aTestWhoseRequirementIsNotMetIsRedWithTheNumbersAndTheExamples() {
        var result = launched.test(Suites.Red.class, "fails");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        assertThat(result.getThrowable()).containsInstanceOf(AssertionFailedError.class);
        assertThat(message(result))
                .startsWith("FAIL: Suites$Red.fails, router on tickets (400 observations)\n")
                .contains("FAIL          accuracy at least 0.9")
                .contains("  accuracy                                0.5000  [")
                .contains(
                        "not right: 200 of 400, the first 2:",
                        "  t1\n",
                        "    reference  order\n",
                        "    answer     refund\n")
                .containsPattern("\\nreport:  .*reports/Suites\\.Red/fails\\.html\\n")
                .doesNotContain("llmops.baseline");
        assertFitsOnAScreen(message(result));
    }

    @Test
    void theReportHasWhatAllAssertionsSaidOfTheRun() throws IOException {
        launched.test(Suites.Undecided.class, "failsLater");

        for (var format : List.of("html", "md", "txt")) {
            assertThat(Files.readString(folder.resolve("reports/Suites.Undecided/failsLater." + format)))
                    .as(format)
                    .contains("accuracy at least 0.9", "accuracy at most 0.1", "INCONCLUSIVE", "FAIL");
        }
        assertThat(Files.readString(folder.resolve("reports/Suites.Undecided/failsLater.txt")))
                .startsWith("FAIL\n  INCONCLUSIVE  accuracy at least 0.9\n");
    }

    @Test
    void anUndecidedTestSaysHowManyMoreExamplesWouldDecideIt() {
        var result = launched.test(Suites.TooFew.class, "needsMore");

        var store = RunStores.directory(folder.resolve("runs"));
        var verdict = Gate.atLeast("accuracy", 0.8)
                .check(store.load(store.list().get(0).id()));
        var more = verdict.findings().get(0).moreExamples().orElseThrow();
        assertThat(more).isPositive();
        assertThat(message(result)).contains("about " + more + " more examples would decide it");
        assertThat(Heard.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("WARN Suites$TooFew.needsMore is skipped, which is not passed: ")
                        .endsWith("; about " + more + " more examples would decide it"));
    }

    @Test
    void anUndecidedTestIsAbortedAtItsEndAndSaysSo() {
        var result = launched.test(Suites.Undecided.class, "isNotDecided");

        assertThat(result.getStatus()).isEqualTo(ABORTED);
        assertThat(result.getThrowable()).containsInstanceOf(TestAbortedException.class);
        assertThat(message(result)).startsWith("INCONCLUSIVE: ").contains("accuracy at least 0.9", "n 20");
        assertFitsOnAScreen(message(result));
    }

    @Test
    void aFailureAfterAnUndecidedAssertionIsSeen() {
        var result = launched.test(Suites.Undecided.class, "failsLater");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        assertThat(message(result)).contains("accuracy at most 0.1");
        assertThat(result.getThrowable().orElseThrow().getSuppressed())
                .singleElement()
                .isInstanceOf(TestAbortedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "update"})
    void aTestWhoseEveryExampleFailedIsRedAndNotUndecided(String mode) {
        var baseline = launched.with("llmops.baseline", mode);
        for (var test : List.of("passes", "doesNotRegress")) {
            var result = baseline.test(Suites.AllFail.class, test);

            assertThat(result.getStatus()).isEqualTo(FAILED);
            assertThat(message(result))
                    .startsWith("FAIL, every example failed: Suites$AllFail." + test)
                    .contains("20 of 20 at stage 'ask':\n    java.lang.IllegalStateException: no key");
        }
        assertThat(folder.resolve("baselines")).doesNotExist();
    }

    @Test
    void anUndecidedTestFailsOrPassesByChoice() {
        assertThat(launched.test(Suites.Undecided.class, "wantsEvidence").getStatus())
                .isEqualTo(FAILED);
        assertThat(launched.test(Suites.Undecided.class, "doesNotMind").getStatus())
                .isEqualTo(SUCCESSFUL);
    }

    @Test
    void thePropertyOverrulesTheAnnotation() {
        var fail = launched.with("llmops.inconclusive", "fail");
        assertThat(fail.test(Suites.Undecided.class, "isNotDecided").getStatus())
                .isEqualTo(FAILED);
        assertThat(fail.test(Suites.Undecided.class, "doesNotMind").getStatus()).isEqualTo(FAILED);
        assertThat(launched.with("llmops.inconclusive", "pass")
                        .test(Suites.Undecided.class, "wantsEvidence")
                        .getStatus())
                .isEqualTo(SUCCESSFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"llmops.inconclusive", "llmops.baseline", "llmops.sample", "llmops.tags"})
    void aMisspeltPropertyFailsTheTestAndNamesWhatThereIs(String property) {
        var result = launched.with(property, "nonsense").test(Suites.Green.class, "holds");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        assertThat(message(result)).contains("expected " + property + " to be");
    }

    @Test
    void aRunMadeBeforeAllTestsServesThemAll() {
        var events = launched.suite(Suites.RunsOnce.class).testEvents();

        events.assertStatistics(statistics -> statistics.started(4).succeeded(3).failed(1));
        assertThat(RunStores.directory(folder.resolve("runs"))
                        .find(RunQuery.all().tagged("test", "Suites$RunsOnce")))
                .hasSize(1);
        assertThat(folder.resolve("reports/Suites.RunsOnce.Inside").toFile().list())
                .containsExactlyInAnyOrder(Stream.of("runsAgain-1", "runsAgain-1-2", "runsAgain-2", "runsAgain-2-2")
                        .flatMap(name -> Stream.of(name + ".html", name + ".md", name + ".txt"))
                        .toArray(String[]::new));
    }

    @Test
    void testsInParallelKeepTheirOwn() {
        var parallel = launched.with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

        parallel.suite(Suites.Undecided.class)
                .testEvents()
                .assertStatistics(statistics ->
                        statistics.started(4).succeeded(1).failed(2).aborted(1));

        var runs = RunStores.directory(folder.resolve("runs"));
        assertThat(runs.list())
                .extracting(run -> run.tags().get("test"))
                .containsExactlyInAnyOrder(
                        "Suites$Undecided.isNotDecided",
                        "Suites$Undecided.failsLater",
                        "Suites$Undecided.wantsEvidence",
                        "Suites$Undecided.doesNotMind");
    }

    @Test
    void aSmokeTestTriesASampleThatIsTheSameEveryTime() {
        var smoke = launched.with("llmops.sample", "50").with("llmops.tags", "channel=mail, channel=phone");
        smoke.test(Suites.Green.class, "holds");
        smoke.test(Suites.Green.class, "holds");

        var runs = RunStores.directory(folder.resolve("runs"));
        assertThat(runs.list()).hasSize(2).extracting(RunSummary::observations).containsOnly(50L);
        assertThat(runs.list().get(0).tags())
                .containsEntry("subset", "llmops.sample=50 llmops.tags={channel=[mail, phone]}");
        var ids = runs.list().stream()
                .map(run -> runs.load(run.id()).observations().stream()
                        .map(observation -> observation.id())
                        .toList())
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(List.of());
        assertThat(ids.get(0))
                .allMatch(id -> Integer.parseInt(id.substring(1)) % 3 == 0)
                .isNotEqualTo(List.of("t0", "t3"));
    }

    @Test
    void anEvaluationThatStoppedGoesOnWhereItWas() throws IOException {
        Suites.Stops.CALLS.set(0);
        Suites.Stops.broken = true;
        assertThat(launched.test(Suites.Stops.class, "goesOn").getStatus()).isEqualTo(FAILED);
        var before = Suites.Stops.CALLS.getAndSet(0);
        Suites.Stops.broken = false;

        assertThat(launched.test(Suites.Stops.class, "goesOn").getStatus()).isEqualTo(SUCCESSFUL);

        assertThat(before).isEqualTo(31);
        assertThat(Suites.Stops.CALLS)
                .as("30 of 100 were answered, one had failed")
                .hasValue(70);
        try (var logs = Files.list(folder.resolve("runs/.logs/Suites.Stops"))) {
            assertThat(logs).isEmpty();
        }
    }

    static void assertFitsOnAScreen(String message) {
        assertThat(message.lines().count()).as(message).isLessThanOrEqualTo(40);
        assertThat(message.lines()).as(message).allMatch(line -> line.codePointCount(0, line.length()) <= 120);
        assertThat(message.chars()).as(message).noneMatch(c -> c == 7 || c == 0x202E);
    }
}
