package io.llmops.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.run.EvaluationRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; runs with {@code -Pbrowser} where a Chromium is on the path. */
@Tag("browser")
class PageInBrowserTest {

    private static final String FIRST = "document.querySelector('#rows tbody th').textContent";
    private static final String COUNT = "parseInt(document.getElementById('count').textContent.replace(/,/g, ''))";

    @TempDir(cleanup = CleanupMode.NEVER) // the browser may still write to it while it ends
    Path folder;

    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        var program = Browser.program();
        assumeTrue(program.isPresent(), "skipped: no chromium, chromium-browser or google-chrome on the path");
        browser = new Browser(program.orElseThrow(), folder.resolve("profile"));
        browser.window(1280, 900, "light");
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.stop();
        }
    }

    private double open(String name, Report report) throws Exception {
        report.write(folder.resolve(name + ".html"));
        return browser.open(folder.resolve(name + ".html"));
    }

    private static Report compared() {
        var old = SampleRuns.labels("old", 900, 12, 0.86);
        var now = SampleRuns.labels("now " + SampleRuns.HOSTILE, 900, 12, 0.8);
        return Report.of(now)
                .comparedWith(Comparison.of(old, now))
                .decidedBy(Gate.atLeast("accuracy", 0.7).check(now));
    }

    private void requireSilence() {
        assertThat(browser.events(
                        "Page.javascriptDialogOpening",
                        "Runtime.exceptionThrown",
                        "Runtime.consoleAPICalled",
                        "Log.entryAdded"))
                .isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .extracting(event -> event.at("/params/request/url").asText())
                .allMatch(url -> url.startsWith("file:") && url.endsWith(".html"))
                .hasSize(1);
    }

    @Test
    void searchesFiltersSortsAndOpensAnExample() throws Exception {
        open("compared", compared());

        assertThat(browser.run(COUNT).asInt()).isEqualTo(900);
        browser.run("document.getElementById('search').value = 'CASE 77,';"
                + "document.getElementById('search').dispatchEvent(new Event('input'));"
                + "new Promise(done => setTimeout(done, 300))");
        assertThat(browser.run(COUNT).asInt()).isEqualTo(1);
        assertThat(browser.run(FIRST).asText()).isEqualTo("e77");

        browser.run("document.getElementById('search').value = '';"
                + "document.getElementById('status').value = 'not';"
                + "document.getElementById('status').dispatchEvent(new Event('change'))");
        var wrong = SampleRuns.labels("now " + SampleRuns.HOSTILE, 900, 12, 0.8).observations().stream()
                .filter(one -> !one.isRight())
                .count();
        assertThat(browser.run(COUNT).asLong()).isEqualTo(wrong);

        browser.run("document.querySelectorAll('#rows thead th button')[1].click();"
                + "document.querySelectorAll('#rows thead th button')[1].click()");
        assertThat(browser.run("document.querySelectorAll('#rows thead th')[1].getAttribute('aria-sort')")
                        .asText())
                .isEqualTo("ascending");
        browser.run("document.querySelector('#rows tbody th button').click()");
        assertThat(browser.run("document.getElementById('example').open").asBoolean())
                .isTrue();
        assertThat(browser.run("document.getElementById('example').textContent").asText())
                .contains("clean", "prompt", "ask", "You route messages of a bank's customers.");
        requireSilence();
    }

    @Test
    void turnsTabsByClickAndByKey() throws Exception {
        open("compared", compared());
        var hidden = "document.getElementById('panel-broken').hidden";

        assertThat(browser.run(hidden).asBoolean()).isFalse();
        browser.run("document.getElementById('tab-fixed').click()");
        assertThat(browser.run(hidden).asBoolean()).isTrue();
        browser.run(
                "document.getElementById('tab-fixed').dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft'}))");
        assertThat(browser.run(hidden).asBoolean()).isFalse();
        assertThat(browser.run("document.activeElement.id").asText()).isEqualTo("tab-broken");
        requireSilence();
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        open("hostile", compared());
        browser.run("document.getElementById('search').value = 'onerror=alert';"
                + "document.getElementById('search').dispatchEvent(new Event('input'));"
                + "new Promise(done => setTimeout(done, 300))");
        browser.run("document.querySelector('#rows tbody th button').click()");

        assertThat(browser.run("document.getElementById('example').textContent").asText())
                .contains(
                        "</script><script>alert(1)</script><img src=x onerror=alert(2)><!-- {{7*7}} ${7*7} \\u{202E}gnp.exe");
        assertThat(browser.run("document.images.length").asInt()).isZero();
        assertThat(browser.run("document.scripts.length").asInt()).isEqualTo(2);
        requireSilence();
    }

    @Test
    void goesFromACellOfTheConfusionToItsExamples() throws Exception {
        open("many", Report.of(SampleRuns.labels("many", 6_000, 150, 0.78)));
        var expected = browser.run("parseInt(document.querySelector('#confusion tbody td:nth-child(3)').textContent)");
        browser.run("document.querySelector('#confusion button[data-pair]').click()");

        assertThat(browser.run(COUNT).asInt()).isEqualTo(expected.asInt()).isPositive();
        requireSilence();
    }

    @Test
    void isInteractiveWithin3SecondsWith100000Examples() throws Exception {
        EvaluationRun<?, ?, ?> run = SampleRuns.labels("large", 100_000, 20, 0.9);
        var start = open("large", Report.of(run));
        var rows = browser.run("document.querySelectorAll('#rows tbody tr').length");
        var search = browser.run("(async () => { const start = performance.now();"
                + "document.getElementById('search').value = 'case 99999,';"
                + "document.getElementById('search').dispatchEvent(new Event('input'));"
                + "while (!document.getElementById('count').textContent.startsWith('1 of'))"
                + " await new Promise(done => setTimeout(done, 5)); return performance.now() - start; })()");

        System.out.printf("100,000 examples: loaded in %.0f ms, searched in %.0f ms%n", start, search.asDouble());
        assertThat(rows.asInt()).isEqualTo(50);
        assertThat(start).isLessThan(3_000);
        assertThat(search.asDouble()).isLessThan(2_000);
        requireSilence();
    }
}
