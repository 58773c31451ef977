package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.pipeline.Usage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Usage USED = new Usage(120, 48_000, 1_250, 0);

    private static Progress progress(long done, long resumed, Duration elapsed) {
        return new Progress(done, OptionalLong.of(2_000), resumed, 0, 0, USED, elapsed);
    }

    @Test
    void reckonsTheRestFromWhatThisRunHasDone() {
        var resumed = progress(1_000, 900, Duration.ofSeconds(10));

        assertThat(resumed.rate()).isEqualTo(10);
        assertThat(resumed.remaining()).contains(Duration.ofSeconds(100));
    }

    @Test
    void doesNotReckonFromNothing() {
        assertThat(progress(900, 900, Duration.ofSeconds(1)).remaining()).isEmpty();
        assertThat(progress(0, 0, Duration.ZERO).rate()).isZero();
        assertThat(new Progress(5, OptionalLong.empty(), 0, 0, 0, Usage.NONE, Duration.ofSeconds(1)).remaining())
                .isEmpty();
    }

    @Test
    void tellsRateRestTokensCostAndWhatWentWrong() {
        var line = TerminalProgress.line(
                new Progress(120, OptionalLong.of(2_000), 0, 3, 1, USED, Duration.ofSeconds(12)),
                Optional.of(new BigDecimal("0.00795")));

        assertThat(line)
                .isEqualTo("120 / 2000  10/s  3 min 8 s left  tokens 48,000 in 1,250 out  cost 0.0080  abstained 3"
                        + "  failed 1");
    }

    @Test
    void tellsOnlyWhatIsKnown() {
        assertThat(TerminalProgress.line(
                        new Progress(5, OptionalLong.empty(), 0, 0, 0, Usage.NONE, Duration.ofSeconds(2)),
                        Optional.empty()))
                .isEqualTo("5  2.5/s");
        assertThat(TerminalProgress.line(progress(1, 0, Duration.ofHours(1)), Optional.empty()))
                .startsWith("1 / 2000  0.0/s  1999 h 0 min left");
    }

    @Test
    void showsTheLineAFewTimesASecondAndClearsItAtTheEnd() {
        var shown = new StringWriter();
        var terminal = new TerminalProgress(new PrintWriter(shown), Optional::empty);

        terminal.onProgress(progress(100, 0, Duration.ofMillis(10)));
        assertThat(shown.toString()).isEmpty();
        terminal.onProgress(progress(200, 0, Duration.ofMillis(250)));
        assertThat(shown.toString()).startsWith("\r200 / 2000").endsWith("\u001B[K");
        terminal.onProgress(progress(300, 0, Duration.ofMillis(300)));
        assertThat(shown.toString()).doesNotContain("300");
        terminal.onProgress(progress(2_000, 0, Duration.ofMillis(310)));
        assertThat(shown.toString()).endsWith("\r\u001B[K");
    }
}
