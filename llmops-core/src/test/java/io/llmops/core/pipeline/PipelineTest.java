package io.llmops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final Pipeline<String, Integer> LENGTH =
            Pipeline.<String, String>of("trim", String::strip).then("count", String::length);

    private static final Pipeline<String, Integer> NUMBER =
            Pipeline.<String, String>of("trim", String::strip).then("parse", Integer::parseInt);

    private static final Pipeline<String, Integer> SMALL = NUMBER.thenMaybe(
            "small", number -> number < 100 ? Outcome.answered(number) : Outcome.abstained("too large"));

    private static Pipeline<String, String> throwing(String stage, Throwable thrown) {
        return Pipeline.of(stage, input -> {
            throwAs(RuntimeException.class, thrown);
            return input;
        });
    }

    @SuppressWarnings("unchecked") // throws what the compiler would not let by
    private static <E extends Throwable> void throwAs(Class<E> unused, Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void takesAnInputThroughItsStages() {
        assertThat(LENGTH.run("  four ")).isEqualTo(Outcome.answered(4));
        assertThat(LENGTH.apply("  four ")).isEqualTo(4);
    }

    @Test
    void anExceptionBecomesAFailureThatNamesTheStage() {
        assertThat(NUMBER.run("many"))
                .isEqualTo(Outcome.failed("parse", "java.lang.NumberFormatException: For input string: \"many\""));
        assertThat(throwing("throw", new IllegalStateException()).run("x"))
                .isEqualTo(Outcome.failed("throw", "java.lang.IllegalStateException"));
    }

    @Test
    void aStageThatReturnsNullFails() {
        Pipeline<String, String> nothing = Pipeline.of("lookup", input -> null);
        Pipeline<String, String> nothingToo = Pipeline.ofMaybe("lookup", input -> null);

        assertThat(nothing.run("x")).isEqualTo(Outcome.failed("lookup", "returned null"));
        assertThat(nothingToo.run("x")).isEqualTo(Outcome.failed("lookup", "returned null"));
    }

    @Test
    void aStageAfterAnAbstentionOrAFailureIsNotCalled() {
        var reached = SMALL.then("never", number -> {
            throw new AssertionError("was called");
        });

        assertThat(reached.run("500")).isEqualTo(Outcome.abstained("too large"));
        assertThat(reached.run("many"))
                .matches(outcome -> outcome instanceof Outcome.Failed<Object> failed
                        && failed.stage().equals("parse"));
    }

    @Test
    void aFailureThatAStageReturnsBearsThatStagesName() {
        Pipeline<String, String> pipeline =
                Pipeline.ofMaybe("here", input -> Outcome.failed("somewhere else", "no luck"));

        assertThat(pipeline.run("x")).isEqualTo(Outcome.failed("here", "no luck"));
    }

    @Test
    void catchesAStackOverflowAndAFailedAssertionButNoOtherError() {
        assertThat(throwing("deep", new StackOverflowError()).run("x"))
                .isEqualTo(Outcome.failed("deep", "java.lang.StackOverflowError"));
        assertThat(throwing("check", new AssertionError("odd")).run("x"))
                .isEqualTo(Outcome.failed("check", "java.lang.AssertionError: odd"));
        assertThatThrownBy(() -> throwing("die", new OutOfMemoryError()).run("x"))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void leavesTheInterruptFlagSetWhenAStageIsInterrupted() {
        var pipeline = throwing("wait", new InterruptedException());

        assertThat(pipeline.run("x")).isEqualTo(Outcome.failed("wait", "java.lang.InterruptedException"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void applyThrowsAnExceptionThatNamesTheStageAndCarriesTheCause() {
        var thrown = catchThrowableOfType(StageException.class, () -> NUMBER.apply("secret"));

        assertThat(thrown).hasMessage("stage 'parse' failed with java.lang.NumberFormatException");
        assertThat(thrown).hasCauseInstanceOf(NumberFormatException.class);
        assertThat(thrown.stage()).isEqualTo("parse");
        assertThat(thrown.reason()).contains("secret");
    }

    @Test
    void applyThrowsForAnAbstentionWithoutQuotingItsReason() {
        var thrown = catchThrowableOfType(StageException.class, () -> SMALL.apply("500"));

        assertThat(thrown).hasMessage("stage 'small' abstained").hasNoCause();
        assertThat(thrown.reason()).isEqualTo("too large");
    }

    @Test
    void refusesBlankAndTakenNamesAndNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.of(" ", String::valueOf))
                .withMessage("expected a stage name, found a blank one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LENGTH.then("trim", String::valueOf))
                .withMessage("stage name 'trim' is taken; there are [trim, count]");
        assertThatNullPointerException().isThrownBy(() -> LENGTH.run(null)).withMessage("input");
        assertThatNullPointerException()
                .isThrownBy(() -> LENGTH.then("null", null))
                .withMessage("stage");
    }

    @Test
    void aLongerPipelineLeavesTheShorterOneAsItWas() {
        LENGTH.then("double", length -> length * 2);

        assertThat(LENGTH.names()).containsExactly("trim", "count");
        assertThat(LENGTH).hasToString("trim ▸ count");
    }

    @Test
    void aNestedPipelineAbstainsAndNamesItsStages() {
        var outer = Pipeline.<String, String>of("clean", text -> text.replace("#", ""))
                .then("number", SMALL)
                .then("double", number -> number * 2);

        assertThat(outer.run("#21")).isEqualTo(Outcome.answered(42));
        assertThat(outer.run("#500")).isEqualTo(Outcome.abstained("too large"));
        assertThat(outer.run("#x").<String>match(n -> "", r -> "", (stage, reason) -> stage))
                .isEqualTo("number/parse");
        assertThatThrownBy(() -> outer.apply("#x"))
                .hasMessage("stage 'number/parse' failed with java.lang.NumberFormatException")
                .hasCauseInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> outer.apply("#500")).hasMessage("stage 'number/small' abstained");
    }

    @Test
    void aTraceHasAStepForEachStageThatRan() {
        var trace = SMALL.trace(" 500 ");

        assertThat(trace.outcome()).isEqualTo(Outcome.abstained("too large"));
        assertThat(trace.steps()).extracting(Trace.Step::stage).containsExactly("trim", "parse", "small");
        assertThat(trace.steps())
                .extracting(Trace.Step::outcome)
                .isEqualTo(List.of(Outcome.answered("500"), Outcome.answered(500), Outcome.abstained("too large")));
        assertThat(trace.steps()).allMatch(step -> !step.time().isNegative());
        assertThat(trace.time())
                .isEqualTo(trace.steps().stream().map(Trace.Step::time).reduce(Duration.ZERO, Duration::plus));
        assertThat(NUMBER.trace("x").steps()).hasSize(2);
    }

    @Test
    void theFingerprintKnowsNamesOrderAndDescriptions() {
        var english = stage("stem", "language", "en");
        var one = Pipeline.of("a", english).then("b", english);

        assertThat(one.fingerprint())
                .isEqualTo(Pipeline.of("a", stage("stem", "language", "en"))
                        .then("b", english)
                        .fingerprint());
        assertThat(List.of(
                        one,
                        Pipeline.of("b", english).then("a", english),
                        Pipeline.of("a", english),
                        Pipeline.of("a", stage("stem", "language", "de")).then("b", english),
                        Pipeline.of("a", stage("lemma", "language", "en")).then("b", english),
                        Pipeline.of("a", stage("stem", "languagee", "n")).then("b", english)))
                .extracting(Pipeline::fingerprint)
                .doesNotHaveDuplicates();
    }

    @Test
    void lambdasAreMarkedAsOpaque() {
        var pipeline = Pipeline.of("stem", stage("stem", "language", "en")).then("count", String::length);

        assertThat(pipeline.opaqueStages()).containsExactly("count");
        assertThat(pipeline.describe()).isEmpty();
        assertThat(pipeline.descriptions())
                .isEqualTo(List.of(Optional.of(Description.of("stem").with("language", "en")), Optional.empty()));
    }

    @Test
    void aPipelineOfDescribedStagesDescribesItself() {
        var inner = Pipeline.of("stem", stage("stem", "language", "en"));
        var outer = Pipeline.of("words", inner).then("lower", stage("lower", "locale", "root"));

        assertThat(outer.describe())
                .contains(Description.of("pipeline")
                        .with("1.words", "pipeline")
                        .with("1.words.1.stem", "stem")
                        .with("1.words.1.stem.language", "en")
                        .with("2.lower", "lower")
                        .with("2.lower.locale", "root"));
        assertThat(outer.opaqueStages()).isEmpty();
    }

    private static Stage<String, String> stage(String kind, String setting, String value) {
        return Stage.of(Description.of(kind).with(setting, value), text -> text);
    }

    @Test
    void letsAStopThroughToWhoeverTraces() {
        var stop = new StopException("the quota of the day is used up");
        var inner = Pipeline.of("ask", (String text) -> {
            throw new IllegalStateException("wrapped", stop);
        });
        var pipeline = Pipeline.of("nested", inner);

        assertThatThrownBy(() -> pipeline.trace("hello")).isSameAs(stop);
        assertThat(pipeline.run("hello"))
                .isEqualTo(Outcome.failed("nested/ask", "java.lang.IllegalStateException: wrapped"));
        assertThatThrownBy(() -> pipeline.apply("hello")).isInstanceOf(StageException.class);
    }
}
