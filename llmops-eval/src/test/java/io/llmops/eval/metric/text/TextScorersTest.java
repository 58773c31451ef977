package io.llmops.eval.metric.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.llmops.core.dataset.Example;
import io.llmops.core.dataset.NoReference;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScorersTest {

    private static double score(Scorer<Object, Object> scorer, Object answer, Object reference) {
        return ((Score.Scored) scorer.score(answer, reference)).value();
    }

    @Test
    void takesTheBestOfSeveralReferences() {
        assertThat(score(TextScorers.contains(), "it is red", List.of("blue", "red")))
                .isEqualTo(1);
        assertThat(score(TextScorers.levenshtein(), "red", List.of("blue", "rod")))
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithAReferenceThatIsNone() {
        var expected = "expected a text or a list of texts as reference, found ";
        assertThat(TextScorers.contains().score("a", List.of()))
                .isEqualTo(new Score.Failed(expected + "an empty list"));
        assertThat(TextScorers.contains().score("a", NoReference.NONE)).isEqualTo(new Score.Failed(expected + "none"));
        assertThat(TextScorers.contains().score("a", 7)).isEqualTo(new Score.Failed(expected + "a java.lang.Integer"));
        assertThat(TextScorers.contains().score("a", List.of(7)))
                .isEqualTo(new Score.Failed(expected + "a list with a java.lang.Integer"));
    }

    @Test
    void normalisesBothTextsBeforeTheyAreCompared() {
        var scorer = TextScorers.normalizedMatch(text -> text.strip().toLowerCase(Locale.ROOT));

        assertThat(score(scorer, " Paris ", "paris")).isEqualTo(1);
        assertThat(score(scorer, "Paris!", "paris")).isZero();
    }

    @Test
    void findsAPatternAnywhere() {
        var scorer = TextScorers.pattern(Pattern.compile("\\d{4}"));

        assertThat(score(scorer, "in 1999 or 2001", NoReference.NONE)).isEqualTo(1);
        assertThat(score(scorer, "long ago", NoReference.NONE)).isZero();
    }

    @Test
    void failsWhereAPatternBacktracksWithoutEnd() {
        var scorer = TextScorers.pattern(Pattern.compile("(a|aa)+$"));
        var observation = Observation.of(Example.of("e", "in", "ref"), Outcome.answered("a".repeat(5_000) + "b"));

        assertThat(scorer.judge(observation)).isInstanceOf(Score.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"about 10.4 cm, 10, 1", "11, 10, 0", "no idea, 10, 0", "9.5, 10.0, 1"})
    void comparesTheLastNumbersWithinATolerance(String answer, String reference, double expected) {
        assertThat(score(TextScorers.numeric(0.5, 0), answer, reference)).isEqualTo(expected);
    }

    @Test
    void comparesNumbersThatAreNoTextWithinAShareOfTheReference() {
        assertThat(score(TextScorers.numeric(0, 0.01), 1009, 1000)).isEqualTo(1);
        assertThat(score(TextScorers.numeric(0, 0.01), 1011, 1000)).isZero();
        assertThat(TextScorers.numeric(0, 0).score("1", "one")).isInstanceOf(Score.Failed.class);
        assertThatThrownBy(() -> TextScorers.numeric(-1, 0))
                .hasMessage("expected tolerances of 0 or more, found -1.0 and 0.0");
    }

    @ParameterizedTest
    @CsvSource({"The answer is (B)., B, 1", "b, B, 1", "C) because, B, 0", "A dog barks, A, 0"})
    void comparesTheLettersOfChoices(String answer, String reference, double expected) {
        assertThat(score(TextScorers.choice(4), answer, reference)).isEqualTo(expected);
    }

    @Test
    void comparesCharactersByCodePoints() {
        assertThat(score(TextScorers.levenshtein(), "a\uD83D\uDE00b", "a\uD83D\uDE01b"))
                .isEqualTo(1);
        assertThat(score(TextScorers.hamming(), "abc", "axcd")).isEqualTo(2);
        assertThat(score(TextScorers.damerauLevenshtein(), "ca", "abc")).isEqualTo(2);
        assertThat(score(TextScorers.editSimilarity(), "kitten", "sitting")).isCloseTo(4 / 7.0, within(1e-12));
    }

    @Test
    void takesEqualTextsForEqualHoweverShort() {
        for (var scorer : List.of(TextScorers.jaro(), TextScorers.jaroWinkler(), TextScorers.editSimilarity())) {
            assertThat(score(scorer, "", "")).isEqualTo(1);
            assertThat(score(scorer, "x", "x")).isEqualTo(1);
            assertThat(score(scorer, "x", "")).isZero();
        }
        for (var scorer : List.of(TextScorers.jaccard(), TextScorers.dice(), TextScorers.tokenF1())) {
            assertThat(score(scorer, " ", "")).isEqualTo(1);
            assertThat(score(scorer, "x", "")).isZero();
        }
    }

    @Test
    void comparesWordsAsSetsAndAsBags() {
        assertThat(score(TextScorers.jaccard(), "a a b", "a c")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score(TextScorers.dice(), "a a b", "a c")).isCloseTo(0.5, within(1e-12));
        assertThat(score(TextScorers.tokenF1(), "a a b", "a a a")).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void comparesLengthsWithTheNearestReference() {
        assertThat(score(TextScorers.lengthRatio(), "a b c", List.of("a b c d", "a")))
                .isEqualTo(0.75);
        assertThat(TextScorers.lengthRatio().score("a", "")).isInstanceOf(Score.Abstained.class);
    }

    @Test
    void abstainsWhereASmoothingIsUndefined() {
        assertThat(TextScorers.bleu(ChenCherry.METHOD_6).score("a b c d", "a b x y"))
                .isInstanceOf(Score.Abstained.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " [1, 2] ", "\"text\"", "null", "1e3"})
    void takesAnyOneValueForJson(String answer) {
        assertThat(score(TextScorers.jsonValidity(), answer, NoReference.NONE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{'a': 1}", "```json\n{}\n```", "[1,]", "NaN"})
    void takesNothingElseForJson(String answer) {
        assertThat(score(TextScorers.jsonValidity(), answer, NoReference.NONE)).isZero();
    }

    @Test
    void takesNestingWithoutEndForNoJson() {
        assertThat(score(TextScorers.jsonValidity(), "[".repeat(100_000), NoReference.NONE))
                .isZero();
    }

    @Test
    void checksAnswersAgainstASchema() {
        var scorer = TextScorers.jsonSchema("{\"$defs\": {\"n\": {\"type\": \"integer\"}}, \"type\": \"object\","
                + " \"properties\": {\"count\": {\"$ref\": \"#/$defs/n\"}}, \"required\": [\"count\"]}");

        assertThat(score(scorer, "{\"count\": 3}", NoReference.NONE)).isEqualTo(1);
        assertThat(score(scorer, "{\"count\": \"3\"}", NoReference.NONE)).isZero();
        assertThat(score(scorer, "{}", NoReference.NONE)).isZero();
        assertThat(score(scorer, "three", NoReference.NONE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://schemas.example/count.json", "file:///etc/hostname", "classpath:draft/2020-12/schema"})
    void refusesASchemaThatRefersToAnotherDocument(String address) {
        assertThatThrownBy(
                        () -> TextScorers.jsonSchema("{\"properties\": {\"count\": {\"$ref\": \"" + address + "\"}}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected a JSON Schema without references outside itself, none are fetched")
                .hasMessageContaining(address);
    }

    @Test
    void refusesASchemaThatIsNoJson() {
        assertThatThrownBy(() -> TextScorers.jsonSchema("type: object"))
                .hasMessage("expected a JSON Schema, found what is no JSON: type: object");
    }

    /** Embeds a text as its length and number of spaces. */
    private static final class Lengths implements EmbeddingModel {

        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            calls.addAndGet(segments.size());
            return Response.from(segments.stream()
                    .map(segment -> Embedding.from(
                            new float[] {segment.text().length(), segment.text().split(" ", -1).length - 1}))
                    .toList());
        }
    }

    @Test
    void comparesEmbeddingsAndEmbedsAReferenceOnce() {
        var model = new Lengths();
        var scorer = TextScorers.embeddingCosine(model);

        // (3, 1) against (4, 0): 3 / √10
        assertThat(score(scorer, "a b", "four")).isCloseTo(3 / Math.sqrt(10), within(1e-6));
        assertThat(score(scorer, "four", "four")).isCloseTo(1, within(1e-6));
        assertThat(model.calls).hasValue(3);
        assertThat(score(scorer, " ", "four")).isZero();
        assertThat(scorer.judge(Observation.of(Example.of("e", "in", "four"), Outcome.failed("ask", "500"))))
                .isEqualTo(Score.of(0));
    }
}
