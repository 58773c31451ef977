package io.llmops.eval.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.LawCases;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {

    /** The page is written anew with {@code -Dllmops.metrics.write=true}. */
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    @Test
    void describesAValueByItsName() {
        assertThat(Metrics.describe("f1/macro").direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(Metrics.describe("mae").range()).isEqualTo(Range.NOT_NEGATIVE);
        assertThat(Metrics.describe("agreement/krippendorff_alpha/ordinal").definition())
                .contains("Krippendorff 2011");
    }

    @Test
    void prefersTheNameItselfToAPlaceholder() {
        assertThat(Metrics.describe("recall/macro").name()).isEqualTo("recall/macro");
        assertThat(Metrics.describe("recall/refund").name()).isEqualTo("recall/{label}");
        assertThat(Metrics.describe("pass@10").name()).isEqualTo("pass@{k}");
    }

    @Test
    void leavesASliceOutOfAccount() {
        assertThat(Metrics.describe("accuracy[lang=de]").name()).isEqualTo("accuracy");
        assertThat(Metrics.describe("recall/refund[lang=de][channel=e-mail]").name())
                .isEqualTo("recall/{label}");
        assertThat(Metrics.describe("recall/[x]").name()).isEqualTo("recall/{label}");
    }

    @Test
    void listsTheNamesThereAreForOneThatIsNot() {
        assertThatThrownBy(() -> Metrics.describe("f1-macro"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no metric 'f1-macro'; there are [exact_match, share/abstained,")
                .hasMessageContaining("f1/macro");
    }

    @Test
    void describesNumbersAndNothingElseByALetter() {
        assertThat(Metrics.describe("ndcg@7").name()).isEqualTo("ndcg@{k}");
        assertThat(Metrics.describe("r_precision@0.20").name()).isEqualTo("r_precision@{x}");
        assertThat(Metrics.describe("f0.5/refund").name()).isEqualTo("f{b}/{label}");
        assertThatThrownBy(() -> Metrics.describe("ndcg@ten")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metrics.describe("foo/refund")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void describesAValueOneWayOnly() {
        assertThat(Metrics.all()).doesNotHaveDuplicates();
        var times = Metrics.all().stream().collect(groupingBy(MetricDescription::name, counting()));
        times.values().removeIf(count -> count == 1);
        assertThat(times).as("of one label, and of all").containsOnlyKeys("brier", "log_loss");
    }

    @Test
    void describesEveryMetricThatIsHeldToTheLaws() {
        var madeUp = Pattern.compile("length|gap|same|letters|ordered|letter_.*");
        assertThat(LawCases.all()
                        .flatMap(law -> law.metric().describe().stream())
                        .map(one -> one.name().replaceAll("\\{[a-z]+}", "x"))
                        .filter(name -> !madeUp.matcher(name).matches()))
                .allSatisfy(name -> assertThatCode(() -> Metrics.describe(name)).doesNotThrowAnyException());
    }

    @Test
    void holdsEveryMetricItDescribesToTheLaws() {
        var held = LawCases.all()
                .flatMap(law -> law.metric().describe().stream())
                .map(MetricDescription::name)
                .collect(toSet());
        assertThat(Metrics.all())
                .allSatisfy(one -> assertThat(held)
                        .anyMatch(
                                name -> one.name().equals(name) || (one.name().contains("{") && one.describes(name))));
    }

    @Test
    void isThePageInTheDocumentation() throws IOException {
        if (Boolean.getBoolean("llmops.metrics.write")) {
            Files.writeString(PAGE, Metrics.page());
        }

        assertThat(Files.readString(PAGE))
                .as("docs/metrics.md is old: write it anew with -Dllmops.metrics.write=true")
                .isEqualTo(Metrics.page());
    }
}
