package io.llmops.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    }

    @Test
    void listsTheNamesThereAreForOneThatIsNot() {
        assertThatThrownBy(() -> Metrics.describe("f1-macro"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no metric 'f1-macro'; there are [exact_match, share/abstained,")
                .hasMessageContaining("f1/macro");
    }

    @Test
    void describesEveryNameOnce() {
        assertThat(Metrics.all()).extracting(MetricDescription::name).doesNotHaveDuplicates();
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
