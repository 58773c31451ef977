package io.llmops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageMeterTest {

    private static final Usage ONE_CALL = new Usage(1, 10, 2, 0);

    private static final Pipeline<String, String> ASKS_TWICE =
            Pipeline.<String, String>of("ask", UsageMeterTest::ask).then("ask again", UsageMeterTest::ask);

    private static String ask(String question) {
        UsageMeter.record(ONE_CALL);
        return question;
    }

    @Test
    void aTraceSumsUpWhatItsStagesUsed() {
        assertThat(ASKS_TWICE.trace("why").usage()).isEqualTo(new Usage(2, 20, 4, 0));
        assertThat(Pipeline.of("trim", String::strip).trace("why").usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void whatWasUsedBeforeAFailureCounts() {
        var pipeline = ASKS_TWICE.then("throw", answer -> {
            throw new IllegalStateException("no");
        });

        assertThat(pipeline.trace("why").usage().calls()).isEqualTo(2);
    }

    @Test
    void anOuterTraceCountsAnInnerOne() {
        var outer = Pipeline.<String, String>of("ask", UsageMeterTest::ask)
                .then("inner", question -> ASKS_TWICE.trace(question).usage());

        var trace = outer.trace("why");

        assertThat(trace.outcome()).isEqualTo(Outcome.answered(new Usage(2, 20, 4, 0)));
        assertThat(trace.usage().calls()).isEqualTo(3);
    }

    @Test
    void recordsNothingOutsideOfATrace() {
        UsageMeter.record(ONE_CALL);

        assertThat(ASKS_TWICE.run("why")).isEqualTo(Outcome.answered("why"));
        assertThat(ASKS_TWICE.trace("why").usage().calls()).isEqualTo(2);
    }

    @Test
    void isClearedAfterAnErrorThatIsNotCaught() {
        var broken = Pipeline.<String, String>of("ask", UsageMeterTest::ask).then("die", answer -> {
            throw new LinkageError("gone");
        });

        assertThatThrownBy(() -> broken.trace("why")).isInstanceOf(LinkageError.class);
        assertThat(ASKS_TWICE.trace("why").usage().calls()).isEqualTo(2);
    }

    @Test
    void threadsDoNotMix() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var runs = IntStream.range(0, 200)
                    .<Callable<Trace<String>>>mapToObj(i -> () -> ASKS_TWICE.trace("q" + i))
                    .toList();
            for (var run : pool.invokeAll(runs)) {
                assertThat(run.get().usage()).isEqualTo(new Usage(2, 20, 4, 0));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void usageAddsUpAndIsNeverNegative() {
        assertThat(new Usage(1, 2, 3, 4).plus(new Usage(10, 20, 30, 40))).isEqualTo(new Usage(11, 22, 33, 44));
        assertThat(Usage.NONE.plus(ONE_CALL)).isEqualTo(ONE_CALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Usage(1, -1, 0, 0))
                .withMessageContaining("input tokens -1");
    }
}
