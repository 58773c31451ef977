package io.llmops.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTextTest {

    /** A run over so many classes; every seventh answer is of the next class, some abstain, one fails. */
    private static EvaluationRun<Integer, String, String> run(int classes) {
        var dataset = Dataset.of(
                "made up",
                IntStream.range(0, classes * 20)
                        .mapToObj(i -> Example.of("e" + i, i, label(i % classes)))
                        .toList());
        var pipeline = Pipeline.<Integer, String>ofMaybe("guess", i -> {
            if (i == 5) {
                throw new IllegalStateException("no\u001B[31m luck");
            }
            return i % 31 == 0
                    ? Outcome.abstained("not sure")
                    : Outcome.answered(label((i % 7 == 0 ? i + 1 : i) % classes));
        });
        return Evaluation.of(dataset, pipeline)
                .metrics(Classification.report(), Scorers.exactMatch())
                .clock(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
                .project(Path.of("/"))
                .named("guess")
                .run();
    }

    private static String label(int number) {
        return number == 1 ? "日本語" : number == 2 ? "evil\u202Elabel\n" : "class_" + number;
    }

    @Test
    void fitsTheColumnsOfAPageFromTwoToAHundredAndFiftyClasses() {
        for (var classes : new int[] {2, 3, 77, 150}) {
            var text = Reports.text(run(classes));

            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(Shown.width(line)).isLessThanOrEqualTo(100));
            assertThat(text.lines().filter(line -> line.startsWith("class_")).count())
                    .isEqualTo(classes - (classes == 2 ? 1 : 2));
        }
    }

    @Test
    void showsWhatDoesNotPrintAsText() {
        var text = Reports.text(run(3));

        assertThat(text).contains("evil\\u{202E}label\\n").contains("no\\u{1B}[31m luck");
        assertThat(text).doesNotContain("\u001B").doesNotContain("\u202E");
    }

    @Test
    void alignsTheColumnsOfLabelsInAnyScript() {
        var lines = Reports.text(run(3))
                .lines()
                .filter(line -> line.startsWith("class_") || line.startsWith("日本語"))
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(Shown.width(lines.get(0))).isEqualTo(Shown.width(lines.get(1)));
    }

    @Test
    void showsOnlyTheWorstClassesWhenAsked() {
        var text = Reports.text(run(77), 5);

        assertThat(text).contains("the 5 of 77 classes with the lowest F-score");
        assertThat(text.lines().filter(line -> line.startsWith("class_")).count())
                .isBetween(4L, 5L);
    }

    @Test
    void countsWhatWasNotAnsweredWithTheReasons() {
        var text = Reports.text(run(3));

        assertThat(text).contains("answered 57 · abstained 2 (3.3 %) · failed 1 (1.7 %)");
        assertThat(text).contains("  abstained 2 × not sure");
        assertThat(text).contains("  failed 1 × stage 'guess': java.lang.IllegalStateException: no");
    }

    @Test
    void showsSlicesWithAWordWhereTheyAreTooSmall() {
        var dataset = Dataset.of(
                "made up",
                IntStream.range(0, 104)
                        .mapToObj(i ->
                                Example.of("e" + i, i, label(i % 2)).withTag("channel", i < 100 ? "mail" : "phone"))
                        .toList());
        var text = Reports.text(Evaluation.of(dataset, Pipeline.of("guess", (Integer i) -> label(0)))
                .metrics(Classification.report())
                .slices("channel")
                .run());

        assertThat(text.lines().filter(line -> line.startsWith("channel")))
                .singleElement()
                .asString()
                .contains("accuracy", "balanced_accuracy", "mcc", "n");
        assertThat(text.lines().filter(line -> line.startsWith("mail")))
                .singleElement()
                .asString()
                .contains("0.500 [0.404, 0.596]", "100")
                .doesNotContain("too few");
        assertThat(text.lines().filter(line -> line.startsWith("phone")))
                .singleElement()
                .asString()
                .contains("too few to tell");
        assertThat(text).doesNotContain("[channel=");
    }

    @Test
    void writesNumbersTheSameWayInEveryLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            var root = Numerals.of(0.5) + Numerals.count(1_000_000) + Numerals.percent(0.25);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Numerals.of(0.5) + Numerals.count(1_000_000) + Numerals.percent(0.25))
                    .isEqualTo(root);
            assertThat(root).isEqualTo("0.5001,000,00025.0 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysWhatAlwaysTheSameAnswerWouldReach() {
        assertThat(Reports.text(run(4))).contains("\naccuracy of always '" + label(0) + "': 0.250\n");
    }
}
