package io.llmops.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.llmops.eval.compare.Comparison;
import io.llmops.eval.gate.Decision;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.text.TextScorers;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class ReportFormatsTest {

    private static final Report REPORT = report();

    private static Report report() {
        var old = SampleRuns.labels("old", 400, 5, 0.9);
        var now = SampleRuns.labels("now " + SampleRuns.HOSTILE, 400, 5, 0.8);
        var gate = Gate.atLeast("accuracy", 0.2)
                .and(Gate.atLeast("f1/macro", 0.99))
                .and(Gate.noWorseThan(old, "accuracy", 0.1));
        return Report.of(now).comparedWith(Comparison.of(old, now)).decidedBy(gate.check(now));
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void writesTheSameBytesAgainAndNothingThatDoesNotEncode(ReportFormat format, @TempDir Path folder)
            throws Exception {
        var file = folder.resolve("a/report." + format.extension());
        REPORT.write(file);

        assertThat(Files.readString(file)).isEqualTo(report().as(format));
    }

    @Test
    void namesTheEndingsThereAre() {
        assertThatThrownBy(() -> REPORT.write(Path.of("report.pdf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "expected a file that ends in one of .txt, .md, .json, .csv, .xml, .html, found 'report.pdf'");
    }

    @Test
    void refusesTheComparisonOfAnotherRun() {
        var one = SampleRuns.labels("one", 20, 2, 1);
        var other = SampleRuns.labels("other", 20, 2, 1);

        assertThatThrownBy(() -> Report.of(one).comparedWith(Comparison.of(one, other)))
                .hasMessage("expected a comparison of 'one' with a baseline, found one of 'other'");
    }

    @Test
    void keepsMarkdownShortAndUsersTextInCodeSpans() {
        var markdown = REPORT.as(ReportFormat.MARKDOWN);
        var outside = markdown.replaceAll("(`+) .*? \\1", "");

        assertThat(markdown).hasSizeLessThan(65_000).startsWith("### ").contains("<summary>Broken: ");
        assertThat(outside).doesNotContain("@everyone", "x.invalid", "<script", "onerror", "{{7*7}}", "\u202E", "tick");
        assertThat(outside.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(line -> assertThat(line).endsWith("|"));
        assertThat(MarkdownReport.code("a`b``c|d", 50)).isEqualTo("``` a`b``c\\u{7C}d ```");
    }

    @Test
    void writesJsonThatFitsItsSchema() throws Exception {
        var json = REPORT.as(ReportFormat.JSON);
        var schema = HtmlReport.resource("report-schema.json");
        var scorer = TextScorers.jsonSchema(schema);

        assertThat(scorer.score(json, "")).isEqualTo(Score.of(true));
        assertThat(scorer.score(json.replace("\"INCONCLUSIVE\"", "\"PERHAPS\"").replace("\"PASS\"", "\"PERHAPS\""), ""))
                .isEqualTo(Score.of(false));
        assertThat(json).matches(Pattern.compile("\\p{ASCII}*"));
        assertThat(new ObjectMapper()
                        .readTree(json)
                        .at("/outcomes/observations")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void writesCsvWithoutFormulas() {
        assertThat(CsvReport.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvReport.cell("＠sum")).isEqualTo("'＠sum");
        assertThat(CsvReport.cell("say \"a, b\"")).isEqualTo("\"say \"\"a, b\"\"\"");
        assertThat(CsvReport.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(CsvReport.cell("plain")).isEqualTo("plain");
        assertThat(REPORT.as(ReportFormat.CSV).split("\r\n", -1)).hasSize(402);
    }

    @Test
    void writesATestCaseACondition() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var suite = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(REPORT.as(ReportFormat.JUNIT))))
                .getDocumentElement();
        var findings = REPORT.verdict().orElseThrow().findings();

        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat((long) suite.getElementsByTagName("failure").getLength())
                .isEqualTo(findings.stream()
                        .filter(one -> one.decision() == Decision.FAIL)
                        .count())
                .isPositive();
        assertThat((long) suite.getElementsByTagName("skipped").getLength())
                .isEqualTo(findings.stream()
                        .filter(one -> one.decision() == Decision.INCONCLUSIVE)
                        .count());
    }

    @Test
    void keepsThePageClosedToWhatUsersWrote() {
        var page = REPORT.as(ReportFormat.HTML);

        assertThat(page.split("<script", -1))
                .as("the data and the page's own script")
                .hasSize(3);
        assertThat(page.split("</script>", -1)).hasSize(3);
        assertThat(page).doesNotContain("<img", "<!--", "\u202E", "\u0000", "\u001B", "src=\"", "<link");
        assertThat(page).contains("default-src 'none'").contains("\\u003C/script\\u003E");
        assertThat(HtmlReport.resource("page.js"))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(");
    }

    @Test
    void cutsTextsWithANoteWhereTheyWouldNotFit() {
        var rows = new PageRows(Report.of(SampleRuns.labels("many", 2_000, 5, 0.9)));
        var cut = rows.fit(List.of(), 250_000);
        var few = rows.fit(List.of(), 50_000);

        assertThat(cut.length()).isLessThan(100);
        assertThat(cut.rows()).isEqualTo(2_000);
        assertThat(few.rows()).isLessThan(2_000).isPositive();
        assertThat(few.json().length()).isLessThan(60_000);
    }
}
