package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"refund\"}",
                "```json\n{\"label\": \"refund\", \"why\": \"}{\"}\n```",
                "Here it is:\n```\n{\"label\":\"refund\"}\n```\nHope this helps {smile}",
                "Sure! {\"label\": \"refund\", \"a\": {\"label\": \"x\"}} is my answer.",
                "```json\n{\"label\": \"refund\"}",
                "{ {\"label\": \"refund\"}",
                "<think>{\"label\": \"x\"}</think>{\"label\": \"refund\"}"
            })
    void readsATextField(String answer) {
        assertThat(AnswerParsers.jsonText("label").apply(answer)).isEqualTo(Outcome.answered("refund"));
    }

    @Test
    void followsAPointer() {
        var answer = "{\"a\": [{\"b/c\": 7}], \"ok\": true, \"\": 1}";

        assertThat(AnswerParsers.jsonNumber("/a/0/b~1c").apply(answer)).isEqualTo(Outcome.answered(7.0));
        assertThat(AnswerParsers.jsonBoolean("/ok").apply(answer)).isEqualTo(Outcome.answered(true));
        assertThat(AnswerParsers.jsonNumber("").apply(answer)).isEqualTo(Outcome.answered(1.0));
        assertThat(AnswerParsers.jsonText("/a/9").apply(answer)).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void abstainsFromAFieldOfAnotherType() {
        assertThat(AnswerParsers.jsonText("n").apply("{\"n\": 5}"))
                .isEqualTo(Outcome.abstained("expected a text at 'n', found the number '5' in '{\"n\": 5}'"));
        assertThat(AnswerParsers.jsonNumber("n").apply("{\"n\": \"5\"}"))
                .isEqualTo(Outcome.abstained("expected a number at 'n', found string in '{\"n\": \"5\"}'"));
        assertThat(AnswerParsers.jsonText("n").apply("{\"n\": null}")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.jsonBoolean("n").apply("{\"n\": \"true\"}")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.jsonNumber("n").apply("{\"n\": 1e999}")).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void listsTheFieldsThereAre() {
        assertThat(AnswerParsers.jsonText("label").apply("{\"Label\": 1, \"x\": 2}"))
                .isEqualTo(
                        Outcome.abstained("no field 'label' is in '{\"Label\": 1, \"x\": 2}'; there are 'Label', 'x'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"a\", \"label\": \"b\"}",
                "{\"x\": {\"y\": 1, \"y\": 2}, \"label\": \"a\"}",
                "```json\n{\"label\": \"a\"} trailing\n```",
                "{\"label\": \"a\"} {\"label\": \"b\"}",
                "```\n{\"label\": \"a\"}\n```\n```\n{\"label\": \"b\"}\n```",
                "{label: 'a'}",
                "{\"label\": \"a\"",
                "{\"label\": \"a",
                "[\"a\"]",
                "\"label\"",
                "label: a",
                "",
                "{}",
                "{\"label\": NaN}",
                "\ud800{\"label\"}"
            })
    void abstainsFromWhatIsNotOneWholeObject(String answer) {
        assertThat(AnswerParsers.jsonText("label").apply(answer)).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void abstainsFromObjectsWithoutEnd() {
        assertThat(AnswerParsers.jsonText("a").apply("{\"a\":".repeat(50_000))).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.jsonText("a").apply("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000)))
                .isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.jsonNumber("a").apply("{\"a\":" + "1".repeat(500_000) + "}"))
                .isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void chainsIntoAnotherParser() {
        var label = AnswerParsers.jsonText("label");
        var pipeline =
                Pipeline.ofMaybe("json", label).thenMaybe("label", AnswerParsers.oneOf(List.of("refund", "delivery")));

        assertThat(pipeline.apply("{\"label\": \"Refund\"}")).isEqualTo("refund");
    }
}
