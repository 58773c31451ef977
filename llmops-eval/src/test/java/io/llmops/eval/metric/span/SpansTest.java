package io.llmops.eval.metric.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.ZeroDivision;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final List<EntitySpan> REFERENCE = List.of(
            new EntitySpan("PER", 0, 2),
            new EntitySpan("PER", 5, 8),
            new EntitySpan("ORG", 10, 12),
            new EntitySpan("LOC", 20, 21));

    /** One right, one of the wrong type, one of wrong boundaries, one of neither, one too many. */
    private static final List<EntitySpan> ANSWER = List.of(
            new EntitySpan("PER", 0, 2),
            new EntitySpan("ORG", 5, 8),
            new EntitySpan("ORG", 11, 14),
            new EntitySpan("PER", 20, 23),
            new EntitySpan("PER", 30, 31));

    private static double value(SpanMatch match, String name) {
        var accumulator = Spans.report(match).accumulator();
        accumulator.add(observation("a", REFERENCE, Outcome.answered(ANSWER)), 1);
        return accumulator.value(name).orElseThrow();
    }

    private static Observation<String, List<EntitySpan>, List<EntitySpan>> observation(
            String id, List<EntitySpan> reference, Outcome<List<EntitySpan>> outcome) {
        return Observation.of(Example.of(id, "text", reference), outcome);
    }

    @Test
    void countsAsTheFourWaysOfSemEvalDo() {
        // precision is credit / 5 answered, recall credit / 4 in the reference
        assertThat(value(SpanMatch.STRICT, "entity_precision/micro")).isEqualTo(1 / 5.0);
        assertThat(value(SpanMatch.BOUNDARIES, "entity_boundaries_precision/micro"))
                .isEqualTo(2 / 5.0);
        assertThat(value(SpanMatch.PARTIAL, "entity_partial_precision/micro")).isEqualTo((2 + 2 * 0.5) / 5);
        assertThat(value(SpanMatch.TYPE, "entity_type_precision/micro")).isEqualTo(2 / 5.0);
        assertThat(value(SpanMatch.PARTIAL, "entity_partial_recall/micro")).isEqualTo(3 / 4.0);
        assertThat(value(SpanMatch.PARTIAL, "entity_partial_f1/micro"))
                .isCloseTo(2 * 0.6 * 0.75 / (0.6 + 0.75), within(1e-12));
    }

    @Test
    void givesEachTypeWhatItsOwnSpansHave() {
        assertThat(value(SpanMatch.STRICT, "entity_recall/PER")).isEqualTo(1 / 2.0);
        assertThat(value(SpanMatch.STRICT, "entity_precision/PER")).isEqualTo(1 / 3.0);
        assertThat(value(SpanMatch.BOUNDARIES, "entity_boundaries_recall/PER")).isEqualTo(1);
        assertThat(value(SpanMatch.BOUNDARIES, "entity_boundaries_precision/ORG"))
                .isEqualTo(1 / 2.0);
    }

    @Test
    void pairsASpanWithOneOtherOnly() {
        var accumulator = Spans.report(SpanMatch.PARTIAL).accumulator();
        var whole = List.of(new EntitySpan("PER", 0, 10));
        var pieces = List.of(new EntitySpan("PER", 0, 3), new EntitySpan("PER", 4, 9));
        accumulator.add(observation("a", whole, Outcome.answered(pieces)), 1);

        assertThat(accumulator.value("entity_partial_recall/micro").orElseThrow())
                .isEqualTo(0.5);
        assertThat(accumulator.value("entity_partial_precision/micro").orElseThrow())
                .isEqualTo(0.25);
    }

    @Test
    void countsAFailureAsNothingFoundAndSaysHowFarItReaches() {
        var accumulator = Spans.report().accumulator();
        accumulator.add(observation("a", REFERENCE, Outcome.answered(REFERENCE)), 1);
        accumulator.add(observation("b", REFERENCE, Outcome.failed("ask", "timeout")), 1);
        accumulator.add(observation("c", REFERENCE, Outcome.abstained("no idea")), 2);

        var recall = (Estimate) accumulator.values(Uncertainty.STANDARD).get("entity_recall/micro");

        assertThat(recall.value()).isEqualTo(0.25);
        assertThat(recall.n()).isEqualTo(4);
        assertThat(recall.reach().lowest()).isEqualTo(0.25);
        assertThat(recall.reach().highest()).isEqualTo(0.5);
    }

    @Test
    void saysUndefinedWhereNothingWasAnsweredUnlessThereIsARule() {
        var report = Spans.report();
        var accumulator = report.accumulator();
        accumulator.add(observation("a", REFERENCE, Outcome.answered(List.of())), 1);
        assertThat(accumulator.values(Uncertainty.STANDARD).get("entity_precision/micro"))
                .isEqualTo(new Undefined("nothing of it is answered"));

        var ruled = report.withZeroDivision(ZeroDivision.ONE).accumulator();
        ruled.add(observation("a", REFERENCE, Outcome.answered(List.of())), 1);
        var precision = (Estimate) ruled.values(Uncertainty.STANDARD).get("entity_precision/micro");
        assertThat(precision.value()).isEqualTo(1);
        assertThat(precision.interval()).isEmpty();
    }

    @Test
    void restsARareTypeOnTheExamplesThatHaveIt() {
        var accumulator = Spans.report().accumulator();
        var common = List.of(new EntitySpan("PER", 0, 1));
        accumulator.add(observation("common", common, Outcome.answered(common)), 1_000);
        var rare = List.of(new EntitySpan("LAW", 0, 1), new EntitySpan("LAW", 3, 4));
        accumulator.add(observation("rare", rare, Outcome.answered(rare)), 2);

        var recall = (Estimate) accumulator.values(Uncertainty.STANDARD).get("entity_recall/LAW");

        assertThat(recall.n()).isEqualTo(2);
        // Wilson's lower bound of 2 out of 2: 2 / (2 + 1.96²)
        assertThat(recall.interval().orElseThrow().lower()).isCloseTo(2 / (2 + 3.8415), within(1e-4));
    }

    @Test
    void widensTheIntervalWhereWholeExamplesGoWrong() {
        var ten = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> new EntitySpan("PER", 2 * i, 2 * i + 1))
                .toList();
        var together = Spans.report().accumulator();
        var apart = Spans.report().accumulator();
        together.add(observation("right", ten, Outcome.answered(ten)), 50);
        together.add(observation("wrong", ten, Outcome.answered(List.of())), 50);
        apart.add(observation("half", ten, Outcome.answered(ten.subList(0, 5))), 50);
        apart.add(observation("other half", ten, Outcome.answered(ten.subList(4, 9))), 50);

        var byExample = (Estimate) together.values(Uncertainty.STANDARD).get("entity_recall/micro");
        var byThing = (Estimate) apart.values(Uncertainty.STANDARD).get("entity_recall/micro");

        assertThat(byExample.value()).isEqualTo(0.5).isEqualTo(byThing.value());
        // 1.96 · √(0.25 / 100), shrunk by Wilson's centre
        assertThat(byExample.interval().orElseThrow().width() / 2).isCloseTo(0.0962, within(0.001));
    }

    @Test
    void readsTokensThatTheAnswerLacksAsWrong() {
        var accumulator = Spans.tokenAccuracy().accumulator();
        accumulator.add(
                Observation.of(
                        Example.of("a", "text", List.of("O", "B-PER", "O", "O")),
                        Outcome.answered(List.of("O", "B-PER"))),
                1);

        assertThat(accumulator.value("accuracy/token").orElseThrow()).isEqualTo(0.5);
    }

    @Test
    void refusesSpansWithoutWidth() {
        assertThatThrownBy(() -> new EntitySpan("PER", 3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a span from 0 or more to beyond its start, found [3, 3)");
    }

    @Test
    void readsHostileTagsAsOutside() {
        var tags = List.of("", "-", "B", "Q-PER", "B-", "O-PER", "B-PER", "I-PER", "PER");

        assertThat(TagScheme.IOB2.spans(tags)).containsExactly(new EntitySpan("_", 2, 3), new EntitySpan("PER", 6, 8));
    }

    @Test
    void failsTheExampleWhoseAnswerHasOtherGaps() {
        var observation = Observation.of(Example.of("a", "text", "0100"), Outcome.answered("010"));

        assertThat(Segmentations.pk(2).judge(observation)).isInstanceOf(Score.Failed.class);
        assertThat(Segmentations.windowDiff(2).judge(observation)).isInstanceOf(Score.Failed.class);
    }
}
