package io.llmops.eval.junit;

import static io.llmops.eval.junit.Launched.message;
import static io.llmops.eval.junit.LlmopsExtensionTest.assertFitsOnAScreen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** A test with a baseline, through the life of a project. */
class BaselinesTest {

    private static final String COMMAND =
            "mvn test -Dtest='Suites$AgainstABaseline#isNoWorse' -Dllmops.baseline=update";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("baselines/Suites.AgainstABaseline/isNoWorse.json");
    }

    private TestExecutionResult test(int size, int everySoMany, String mode) {
        return test(new Launched(folder), size, everySoMany, mode);
    }

    private static TestExecutionResult test(Launched launched, int size, int everySoMany, String mode) {
        Suites.AgainstABaseline.size = size;
        Suites.AgainstABaseline.everySoMany = everySoMany;
        return launched.with("llmops.baseline", mode).test(Suites.AgainstABaseline.class, "isNoWorse");
    }

    @Test
    void withoutABaselineItSaysHowToMakeOne() {
        var result = test(400, 40, "");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        assertThat(message(result))
                .startsWith("FAIL, there is no baseline: Suites$AgainstABaseline.isNoWorse, router on tickets")
                .contains("expected one at ", "isNoWorse.json, found none")
                .contains("make it, look at it and commit it:  " + COMMAND);
        assertThat(file).doesNotExist();
    }

    @Test
    void updateMakesItTheSameBytesEachTimeAndThenTheTestIsGreen() throws IOException {
        assertThat(test(400, 40, "update").getStatus()).isEqualTo(SUCCESSFUL);
        var bytes = Files.readString(file);
        assertThat(test(400, 40, "update").getStatus()).isEqualTo(SUCCESSFUL);

        assertThat(Files.readString(file)).isEqualTo(bytes);
        assertThat(test(400, 40, "").getStatus()).isEqualTo(SUCCESSFUL);
        assertThat(test(400, 40, "check").getStatus()).isEqualTo(SUCCESSFUL);
    }

    @Test
    void aRegressionIsRedOnOneScreenWhatChangedFirst() throws IOException {
        test(400, 40, "update");
        var bytes = Files.readString(file);

        var result = test(400, 8, "");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        var message = message(result);
        assertThat(message)
                .startsWith("FAIL: Suites$AgainstABaseline.isNoWorse, router on tickets (400 observations)\n\n"
                        + "since the baseline (")
                .contains("  stage route: every 40 → 8\n", "  other answers: 40 (t103, t111, t127, t135, t143, …)\n")
                .contains("f1/macro no worse than 'baseline' by more than 0.02")
                .containsPattern("accuracy +0\\.9750 +0\\.8750 +-0\\.1000 \\[-0\\.1")
                .contains("right in the baseline and not now: 40 of 400, the first 2:\n")
                .contains("  t7\n    input      ticket 7 \\u{202E}<script>\\n\\u{7}xxx")
                .contains("    reference  order\n    before     order\n    now        refund\n")
                .contains("accept:  " + COMMAND + "\n")
                .containsPattern("\\nreport:  .*reports/Suites\\.AgainstABaseline/isNoWorse\\.html\\n");
        assertThat(message.indexOf("stage route")).isLessThan(message.indexOf("f1/macro"));
        assertFitsOnAScreen(message);
        assertThat(Files.readString(file)).isEqualTo(bytes);
    }

    @Test
    void theReportHasTheComparisonAndTheVerdict() throws IOException {
        test(400, 40, "update");
        assertThat(report("md")).doesNotContain("**Baseline**");

        test(400, 8, "");

        for (var format : List.of("html", "md", "txt")) {
            assertThat(report(format)).as(format).contains("f1/macro no worse than", "FAIL", "stage route: every 40");
        }
        assertThat(report("html"))
                .contains("Against the baseline", "id=\"panel-broken\"")
                .doesNotContain("unknown");
        assertThat(report("md")).startsWith("### ❌ FAIL\n").contains("Broken");

        test(400, 40, "");

        assertThat(report("md")).contains("**Baseline**").doesNotContain("changed: ", "warning: ");
    }

    @Test
    void theReportOfACheckHasTheComparison() throws IOException {
        test(400, 8, "update");
        test(400, 0, "check");

        assertThat(report("md")).contains("**Baseline**", "stage route: every 8 → 0", "Fixed");
    }

    private String report(String format) throws IOException {
        return Files.readString(folder.resolve("reports/Suites.AgainstABaseline/isNoWorse." + format));
    }

    @Test
    void ofAScoreTheExamplesThatLostMostComeFirst() {
        Suites.Scored.lost = 0;
        var update = new Launched(folder).with("llmops.baseline", "update");
        update.test(Suites.Scored.class, "isNoWorse");
        Suites.Scored.lost = 4;

        var result = new Launched(folder).test(Suites.Scored.class, "isNoWorse");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        assertThat(message(result))
                .contains("worse by length than in the baseline: 100 of 200, the first 2:\n  t3\n")
                .contains("    now        xxxxx\n");
    }

    @Test
    void anImprovementIsGreen() {
        test(400, 8, "update");

        assertThat(test(400, 0, "").getStatus()).isEqualTo(SUCCESSFUL);
    }

    @Test
    void aChangeThatTheExamplesCannotJudgeIsAborted() {
        test(40, 8, "update");

        var result = test(40, 7, "");

        assertThat(result.getStatus()).isEqualTo(ABORTED);
        assertThat(message(result)).startsWith("INCONCLUSIVE: ").contains("stage route: every 8 → 7", COMMAND);
    }

    @Test
    void checkIsRedForWhateverAnUpdateWouldChange() {
        test(400, 8, "update");

        var result = test(400, 0, "check");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        assertThat(message(result))
                .startsWith("FAIL, the baseline is not what the run would make it: ")
                .contains("stage route: every 8 → 0", "other answers: 50 (", "accept:  " + COMMAND);
    }

    @Test
    void newExamplesAreSaidAndTheOthersCompared() {
        test(400, 40, "update");

        var result = test(420, 8, "");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        assertThat(message(result))
                .contains("examples added: 20 (t400, t401, t402, t403, t404, …)", "of 400, the first");
    }

    @Test
    void aSmokeSubsetIsComparedWithItsPartOfTheBaselineButMakesNone() {
        var smoke = new Launched(folder).with("llmops.sample", "200");
        test(400, 40, "update");

        assertThat(test(smoke, 400, 40, "").getStatus()).isEqualTo(SUCCESSFUL);
        var red = test(smoke, 400, 4, "");
        assertThat(red.getStatus()).isEqualTo(FAILED);
        assertThat(message(red)).contains("a subset: llmops.sample=200").doesNotContain("removed");
        var update = test(smoke, 400, 4, "update");
        assertThat(update.getStatus()).isEqualTo(FAILED);
        assertThat(message(update)).startsWith("expected all examples for a baseline, found a subset");
    }

    @Test
    void aBaselineOfALaterLlmopsIsRefused() throws IOException {
        test(400, 40, "update");
        Files.writeString(file, Files.readString(file).replace("llmops-baseline/1", "llmops-baseline/7"));

        var result = test(400, 40, "");

        assertThat(result.getStatus()).isEqualTo(FAILED);
        assertThat(message(result)).contains("found llmops-baseline/7");
    }

    @Test
    void whateverTheTextsItFitsOnAScreenAndStaysInItsFolder() throws IOException {
        Suites.Hostile.isRight = true;
        var update = new Launched(folder).with("llmops.baseline", "update");
        assertThat(update.test(Suites.Hostile.class, "doesNotRegress").getStatus())
                .isEqualTo(SUCCESSFUL);
        Suites.Hostile.isRight = false;

        for (var test : List.of("doesNotRegress", "passes")) {
            var result = new Launched(folder).test(Suites.Hostile.class, test);

            assertThat(result.getStatus()).isEqualTo(FAILED);
            assertThat(message(result)).contains("\nreport:  ");
            assertFitsOnAScreen(message(result).replace(folder.toString(), ""));
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).allMatch(file -> file.startsWith(folder));
        }
        assertThat(folder.resolve("baselines/Suites.Hostile").toFile().list()).containsExactly("doesNotRegress.json");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("baselines", "reports", "runs");
    }
}
