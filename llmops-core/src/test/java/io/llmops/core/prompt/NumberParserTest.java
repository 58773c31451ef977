package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.pipeline.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "5|5",
                "It costs 1,234.5 dollars.|1234.5",
                "$1,234,567|1234567",
                "-$5|-5",
                "$-5|-5",
                "**-7**|-7",
                "\u22127.25|-7.25",
                "+3|3",
                "about 45%|45",
                ".5|0.5",
                "0.50|0.5",
                "1.5e3|1500",
                "2e+2|200",
                "well...5|5",
                "5 e|5",
                "2E-3|0.002",
                "1\u00a0234\u202f567.5|1234567.5",
                "12 km, that is 12 km|12",
                "12km|12",
                "100\u5186|100",
                "_5_|5",
                "x = 5.|5",
                "Answer: 18. There were 16 ducks and 2 more.|18",
                "The answer is 72|72",
                "The 3rd plan of GPT4 on COVID-19 costs 10|10",
                "-0|0",
                "(8)|8",
                "007|7"
            })
    void readsTheOnlyNumber(String answer, double value) {
        assertThat(AnswerParsers.number().apply(answer)).isEqualTo(Outcome.answered(value));
        assertThat(AnswerParsers.number().apply("\n " + answer + " \n")).isEqualTo(Outcome.answered(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,5", "1.234.567", "1.234,5", "12,34", "1,2345", "0,123", "3/4", "1\u20442", "2\u00bd", "10\u00b2",
                        "10:30", "3-5",
                "3\u20135", "\u20135", "2024-05-01", "1'000", "1_000", "5k", "5M", "3 million", "3-dozen", "2^3",
                        "0x1F", "1e999",
                "5\u0664", "ab--5", "10^6"
            })
    void abstainsWhereOneCouldReadTwo(String answer) {
        assertThat(AnswerParsers.number().apply("It is " + answer)).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.lastNumber().apply("Of 7, it is " + answer)).isInstanceOf(Outcome.Abstained.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "five",
                "B2B",
                "NaN",
                "Infinity",
                "the 1st",
                "\u0663",
                "\u216b",
                "-",
                ".",
                ",",
                "%",
                "COVID-19",
                "_a_1"
            })
    void findsNoNumberWhereThereIsNone(String answer) {
        assertThat(AnswerParsers.number().apply(answer).toString()).contains("no number is in");
    }

    @Test
    void abstainsWhenThereAreSeveral() {
        assertThat(AnswerParsers.number().apply("between 3 and 4"))
                .isEqualTo(Outcome.abstained("more than one number is in 'between 3 and 4': '3', '4'"));
        assertThat(AnswerParsers.number().apply("Answer: 3 or 4")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.number().apply("1\u00a02345")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.number().apply("1\u00a023")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.number().apply("3, or 1,5")).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void readsTheLastNumber() {
        assertThat(AnswerParsers.lastNumber().apply("16 - 3 = 13, and 13 - 4 = 9.\n#### 9"))
                .isEqualTo(Outcome.answered(9.0));
        assertThat(AnswerParsers.lastNumber().apply("3*4=12")).isEqualTo(Outcome.answered(12.0));
        assertThat(AnswerParsers.lastNumber().apply("1/2 of 10 is 5")).isEqualTo(Outcome.answered(5.0));
        assertThat(AnswerParsers.lastNumber().apply("I don't know")).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void saysWhyItAbstains() {
        assertThat(AnswerParsers.number().apply("1,5"))
                .isEqualTo(Outcome.abstained("'1,5' can be read in more than one way in '1,5'"));
        assertThat(AnswerParsers.number().apply("many")).isEqualTo(Outcome.abstained("no number is in 'many'"));
    }
}
