package io.llmops.eval.metric.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtractionTest {

    private static final ToolCall SEARCH = new ToolCall("search", Map.of("query", "rain", "limit", 3));
    private static final ToolCall READ = new ToolCall("read", Map.of("page", 1));
    private static final ToolCall STOP = new ToolCall("stop", Map.of());

    private static <O, R> double value(Metric<O, R> metric, String name, Outcome<O> outcome, R reference) {
        var accumulator = metric.accumulator();
        accumulator.add(Observation.of(Example.of("a", "input", reference), outcome), 1);
        return accumulator.value(name).orElseThrow();
    }

    private static double fields(String family, Object answer, Object reference) {
        return value(KeyValues.report(), "field_" + family, Outcome.answered(answer), reference);
    }

    @Test
    void comparesFieldsByPathAndValue() {
        var reference =
                "{\"customer\": {\"name\": \"A\", \"age\": 30}, \"items\": [{\"price\": 1.50}, {\"price\": 2}]}";
        var answer =
                "{\"items\": [{\"price\": 2.0}, {\"price\": 9}], \"customer\": {\"name\": \"A\", \"city\": \"B\"}}";

        // right: the name and one price, of four answered and four in the reference
        assertThat(fields("precision/micro", answer, reference)).isEqualTo(2 / 4.0);
        assertThat(fields("recall/micro", answer, reference)).isEqualTo(2 / 4.0);
        assertThat(fields("recall/items[].price", answer, reference)).isEqualTo(1 / 2.0);
        assertThat(fields("f1/customer.name", answer, reference)).isEqualTo(1);
        assertThat(fields("recall/customer.age", answer, reference)).isZero();
    }

    @Test
    void takesMapsAndJsonForTheSame() {
        assertThat(fields(
                        "f1/micro",
                        Map.of("n", 1, "tags", List.of("x", "y")),
                        "{\"tags\": [\"y\", \"x\"], \"n\": 1.0}"))
                .isEqualTo(1);
    }

    @Test
    void takesAnAnswerThatIsNoJsonForAnEmptyOne() {
        assertThat(fields("recall/micro", "{\"n\": 1", "{\"n\": 1}")).isZero();
        assertThat(fields("recall/micro", "{\"n\": 1} I hope this helps", "{\"n\": 1}"))
                .isZero();
    }

    @Test
    void refusesAReferenceThatIsNoJson() {
        assertThatThrownBy(() -> fields("recall/micro", "{}", "{\"n\": 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a reference of JSON, found 7 characters that are none");
    }

    @Test
    void takesNullForAbsentInFields() {
        assertThat(fields("f1/micro", "{\"a\": 1, \"b\": null, \"c\": []}", "{\"a\": 1}"))
                .isEqualTo(1);
    }

    @Test
    void comparesValuesByARuleOfYourOwn() {
        var report = KeyValues.report((one, other) -> one.toString().equalsIgnoreCase(other.toString()));

        assertThat(value(report, "field_f1/micro", Outcome.answered("{\"a\": \"X\"}"), "{\"a\": \"x\"}"))
                .isEqualTo(1);
        assertThat(fields("f1/micro", "{\"a\": \"X\"}", "{\"a\": \"x\"}")).isZero();
    }

    @Test
    void wantsAllFieldsAndNoOthersForAnExactAnswer() {
        assertThat(KeyValues.exact().score("{\"a\": 1}", "{\"a\": 1.0}")).isEqualTo(Score.of(1));
        assertThat(KeyValues.exact().score("{\"a\": 1, \"b\": 2}", "{\"a\": 1}"))
                .isEqualTo(Score.of(0));
    }

    private static double trajectory(String name, List<ToolCall> answer, List<ToolCall> reference) {
        return value(ToolCalls.trajectory(), "trajectory/" + name, Outcome.answered(answer), reference);
    }

    @Test
    void tellsTheWaysInWhichCallsMatch() {
        var reference = List.of(SEARCH, READ);

        assertThat(trajectory("exact", List.of(SEARCH, READ), reference)).isEqualTo(1);
        assertThat(trajectory("exact", List.of(SEARCH, STOP, READ), reference)).isZero();
        assertThat(trajectory("in_order", List.of(SEARCH, STOP, READ), reference))
                .isEqualTo(1);
        assertThat(trajectory("in_order", List.of(READ, SEARCH), reference)).isZero();
        assertThat(trajectory("any_order", List.of(READ, SEARCH), reference)).isEqualTo(1);
        assertThat(trajectory("any_order", List.of(READ, SEARCH, STOP), reference))
                .isZero();
        assertThat(trajectory("superset", List.of(READ, SEARCH, STOP), reference))
                .isEqualTo(1);
        assertThat(trajectory("subset", List.of(READ, SEARCH, STOP), reference)).isZero();
        assertThat(trajectory("subset", List.of(READ), reference)).isEqualTo(1);
        assertThat(trajectory("superset", List.of(READ, READ), List.of(READ, READ, READ)))
                .isZero();
    }

    @Test
    void countsNamesOrderAndArgumentsApart() {
        var other = new ToolCall("search", Map.of("query", "snow", "limit", 3.0, "page", 2));
        var answer = List.of(READ, other);
        var reference = List.of(SEARCH, READ, STOP);

        assertThat(trajectory("name", answer, reference)).isEqualTo(2 / 3.0);
        assertThat(trajectory("order", answer, reference)).isEqualTo(1 / 3.0);
        // limit and page of READ are right, of query, limit, page in the reference and one page too many
        assertThat(trajectory("arguments", answer, reference)).isEqualTo(2 / 4.0);
        assertThat(value(ToolCalls.report(), "tool_call_precision/micro", Outcome.answered(answer), reference))
                .isEqualTo(1 / 2.0);
        assertThat(value(ToolCalls.report(), "tool_call_recall/search", Outcome.answered(answer), reference))
                .isZero();
    }

    @Test
    void givesNothingForAFailureEvenWhereNoCallIsRight() {
        assertThat(value(ToolCalls.trajectory(), "trajectory/exact", Outcome.failed("ask", "timeout"), List.of()))
                .isZero();
        assertThat(trajectory("exact", List.of(), List.of())).isEqualTo(1);
    }

    @Test
    void readsTheCallThatAModelAsksFor() {
        var request = ToolExecutionRequest.builder()
                .name("search")
                .arguments("{\"query\": \"rain\", \"limit\": 3, \"page\": null}")
                .build();

        assertThat(ToolCall.from(request).isSame(SEARCH)).isTrue();
        assertThatThrownBy(() -> ToolCall.of("search", "[1]"))
                .isInstanceOf(LlmopsException.class)
                .hasMessage("expected the arguments of a call of 'search' as a JSON object, found 3 characters that are"
                        + " none");
    }

    @Test
    void scoresAnUnansweredQuestionOnlyWhenItIsSaidToHaveNoAnswer() {
        var squad = QuestionAnswering.squad();

        assertThat(value(squad, "squad_exact/no_answer", Outcome.answered(""), List.of()))
                .isEqualTo(1);
        assertThat(value(squad, "squad_exact/no_answer", Outcome.failed("ask", "timeout"), List.of()))
                .isZero();
        assertThat(value(squad, "squad_f1", Outcome.answered("the red House!"), List.of("red", "a house")))
                .isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void keepsQuestionsOfOneProbabilityOnOneSideOfTheThreshold() {
        var accumulator = QuestionAnswering.bestThresholds().accumulator();
        // at 0.5 one is right and one is wrong: answering neither, or both, is equally good
        accumulator.add(answered("a", List.of("red")), 1);
        accumulator.add(answered("b", List.of()), 1);

        assertThat(accumulator.value("squad_exact/best").orElseThrow()).isEqualTo(0.5);
        assertThat(accumulator.value("squad_exact/best_threshold").orElseThrow())
                .isZero();
    }

    private static Observation<String, ExtractedAnswer, List<String>> answered(String id, List<String> references) {
        return Observation.of(
                Example.of(id, "question", references), Outcome.answered(new ExtractedAnswer("red", 0.5)));
    }
}
