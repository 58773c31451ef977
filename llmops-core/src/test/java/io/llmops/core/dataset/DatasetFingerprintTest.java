package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.data.message.UserMessage;
import io.llmops.core.Fingerprint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DatasetFingerprintTest {

    private record Question(String text, List<String> choices, double weight) {}

    private record Loose(Object weight, Object choices, Object text) {}

    private static Fingerprint of(Object input) {
        return Dataset.of("x", List.of(Example.of("1", input))).fingerprint();
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Computed with Python's hashlib over: id, "text", input, "text", reference, the number of tags, the tags. */
    @Test
    void isTheSha256OfFramedParts() {
        var dataset = Dataset.of(
                "any name", List.of(Example.of("1", "Grüße", "hi").withTag("lang", "de"), Example.of("2", "", "x")));

        assertThat(dataset.fingerprint().sha256())
                .isEqualTo("89bf07dddc00a9f89425d07b351bed6dafdf016d555567ed0c96a588c8178ba6");
        assertThat(dataset.withName("another").fingerprint()).isEqualTo(dataset.fingerprint());
    }

    @Test
    void everyPartOfAnExampleAndTheOrderCount() {
        var one = Example.of("1", "a", "b").withTag("t", "v");
        var two = Example.of("2", "a", "b");

        assertThat(List.of(
                        List.of(one, two),
                        List.of(two, one),
                        List.of(one),
                        List.of(one.withId("3"), two),
                        List.of(one.withInput("A"), two),
                        List.of(one.withReference("B"), two),
                        List.of(one.withTags(Map.of()), two),
                        List.of(one.withTag("t", "w"), two),
                        List.of(one.withTag("u", "v"), two)))
                .extracting(examples -> Dataset.of("x", examples).fingerprint())
                .doesNotHaveDuplicates();
    }

    @Test
    void objectsCountByTheirContentAndNotByTheOrderOfTheirKeys() {
        var question = of(new Question("why", List.of("a", "b"), 0.5));
        var map = new LinkedHashMap<String, Object>();
        map.put("weight", 0.5f);
        map.put("text", "why");
        map.put("choices", new String[] {"a", "b"});

        assertThat(question)
                .isEqualTo(of(map))
                .isEqualTo(of(new Loose(new BigDecimal("0.500"), List.of("a", "b"), "why")))
                .isEqualTo(of(json("{\"choices\":[\"a\",\"b\"],\"text\":\"why\",\"weight\":5e-1}")))
                .isNotEqualTo(of(new Question("why", List.of("b", "a"), 0.5)));
    }

    @Test
    void setsCountWithoutOrder() {
        var set = new LinkedHashSet<>(List.of("b", "a", "c"));

        assertThat(of(set))
                .isEqualTo(of(Set.of("a", "b", "c")))
                .isEqualTo(of(new TreeSet<>(set)))
                .isNotEqualTo(of(Set.of("a", "b")));
        assertThat(of(Map.of("labels", set))).isEqualTo(of(Map.of("labels", Set.of("c", "b", "a"))));
    }

    @Test
    void numbersCountByTheirValue() {
        for (var same : List.of(
                List.<Object>of(
                        1, 1L, 1.0, 1f, BigInteger.ONE, new BigDecimal("1.00"), json("1"), json("1.0"), json("1e0")),
                List.<Object>of(0.1, new BigDecimal("0.1"), json("0.10"), json("1e-1")),
                List.<Object>of(100, 1e2, new BigDecimal("1E+2"), json("1e2")),
                List.<Object>of(0, 0.0, -0.0, json("-0.0")),
                List.<Object>of(1e300, new BigDecimal("1e300"), json("10e299")),
                List.<Object>of(9e18, new BigDecimal("9e18"), 9_000_000_000_000_000_000L))) {
            assertThat(same)
                    .extracting(DatasetFingerprintTest::of)
                    .as("%s", same)
                    .containsOnly(of(same.get(0)));
        }
        assertThat(List.<Object>of(
                        0,
                        1,
                        10,
                        "1",
                        "text",
                        0.1,
                        0.1f,
                        0.1 + Math.ulp(0.1),
                        new BigDecimal("0.1000000000000000000000000000001"),
                        new BigDecimal("0.1000000000000000000000000000002"),
                        new BigDecimal("1e-400"),
                        new BigDecimal("2e-400"),
                        new BigDecimal("1e400"),
                        new BigDecimal("1e401"),
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE - 1,
                        true,
                        List.of(),
                        List.of(1),
                        List.of(List.of(1)),
                        Map.of(),
                        Map.of("a", 1),
                        Map.of("a", "1"),
                        Map.of("a\":1,\"b", "1"),
                        Map.of("a", 1, "b", 1)))
                .extracting(DatasetFingerprintTest::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void textsCountTheSameInAndOutOfJson() {
        assertThat(of("a\"b\\ \u2028 😀")).isEqualTo(of(json("\"a\\\"b\\\\ \\u2028 \\ud83d\\ude00\"")));
        assertThat(of("\ud83d")).isNotEqualTo(of("?"));
    }

    @Test
    void knowsDatesAndOptionals() {
        assertThat(of(LocalDate.of(2026, 11, 1))).isEqualTo(of("2026-11-01"));
        assertThat(of(Instant.EPOCH)).isEqualTo(of("1970-01-01T00:00:00Z"));
        assertThat(of(Duration.ofSeconds(90))).isEqualTo(of("PT1M30S"));
        assertThat(of(Map.of("a", Optional.of("b")))).isEqualTo(of(Map.of("a", "b")));
        assertThat(of(Map.of("a", Optional.empty()))).isEqualTo(of(json("{\"a\":null}")));
    }

    @Test
    void readsTheFieldsOfWhatShowsNothingElse() {
        assertThat(of(UserMessage.from("hi")))
                .isEqualTo(of(UserMessage.from("hi")))
                .isNotEqualTo(of(UserMessage.from("ho")))
                .isNotEqualTo(of(List.of(UserMessage.from("hi"))));
    }

    @Test
    void saysWhatItCannotWrite() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(new Object()))
                .withMessage("expected the input of example '1' to be something Jackson can write,"
                        + " for the fingerprint, found a java.lang.Object");
    }
}
