package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.preprocess.RandomText;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Span;
import io.llmops.preprocess.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeyPhrasesTest {

    private static final KeyPhrases ENGLISH = KeyPhrases.forLanguage("en");

    /** The candidates of the paper's example (Rose et al. 2010, chapter 1), in their order there. */
    private static final String CANDIDATES = """
            Compatibility, systems, linear constraints, set, natural numbers, Criteria, compatibility, system, linear \
            Diophantine equations, strict inequations, nonstrict inequations, Upper bounds, components, minimal set, \
            solutions, algorithms, minimal generating sets, solutions, systems, criteria, corresponding algorithms, \
            constructing, minimal supporting set, solving, systems, systems""";

    /** The scores are the paper's, which has one decimal. */
    @Test
    void scoresThePapersExampleAsThePaperDoes() {
        var scores = ENGLISH.apply(CANDIDATES).stream().collect(Collectors.toMap(KeyPhrase::text, KeyPhrase::score));
        assertThat(scores.get("minimal generating sets")).isEqualTo(8.7, within(0.05));
        assertThat(scores.get("linear diophantine equations")).isEqualTo(8.5, within(1e-12));
        assertThat(scores.get("minimal supporting set")).isEqualTo(7.7, within(0.05));
        assertThat(scores.get("minimal set")).isEqualTo(4.7, within(0.05));
        assertThat(scores.get("linear constraints")).isEqualTo(4.5, within(1e-12));
        assertThat(scores.get("natural numbers")).isEqualTo(4.0, within(1e-12));
        assertThat(scores.get("strict inequations")).isEqualTo(4.0, within(1e-12));
        assertThat(scores.get("corresponding algorithms")).isEqualTo(3.5, within(1e-12));
        assertThat(scores.get("set")).isEqualTo(2.0, within(1e-12));
        assertThat(scores.get("systems")).isEqualTo(1.0, within(1e-12));
        assertThat(ENGLISH.apply(CANDIDATES).get(0).text()).isEqualTo("minimal generating sets");
    }

    @Test
    void phrasesEndAtStopwordsPunctuationAndEmptyLines() {
        assertThat(texts("The red car and the blue bike: state-of-the-art brakes\n\nNext page"))
                .containsExactlyInAnyOrder("red car", "blue bike", "state-of-the-art brakes", "next page");
        assertThat(texts("one\nlong line")).containsExactly("one long line");
        assertThat(texts("the of and")).isEmpty();
        assertThat(texts("")).isEmpty();
        assertThat(texts("dash - alone -x y-")).containsExactlyInAnyOrder("dash", "alone", "x y");
    }

    @Test
    void equalScoresComeInTheOrderOfTheText() {
        assertThat(texts("zebra, apple, mango")).containsExactly("zebra", "apple", "mango");
    }

    @Test
    void everyPlaceOfAPhraseIsThatOfTheOriginal() {
        var text = Cleaners.whitespace().clean(Text.of("Red   cars, the  red cars."));
        assertThat(ENGLISH.find(text))
                .containsExactly(new KeyPhrase("red cars", 4.0, List.of(new Span(0, 10), new Span(17, 25))));
    }

    @Test
    void anyTextHasItsPhrasesInIt() {
        for (var seed = 0L; seed < 300; seed++) {
            var text = RandomText.of(new Random(seed), 60);
            for (var phrase : ENGLISH.apply(text)) {
                assertThat(phrase.score()).as("seed %d", seed).isGreaterThanOrEqualTo(1);
                assertThat(phrase.spans()).as("seed %d", seed).allMatch(span -> span.end() <= text.length());
            }
        }
    }

    @Test
    void ownStopwordsCut() {
        var finder = KeyPhrases.of(Stopwords.of("mine", List.of("red")));
        assertThat(finder.apply("fast red car")).extracting(KeyPhrase::text).containsExactly("fast", "car");
        assertThat(finder).hasToString("key-phrases(mine)");
        assertThat(finder.describe()).isPresent().isNotEqualTo(ENGLISH.describe());
        assertThatThrownBy(() -> KeyPhrases.forLanguage("xx")).hasMessageContaining("there are");
    }

    private static List<String> texts(String text) {
        return Arrays.asList(ENGLISH.apply(text).stream().map(KeyPhrase::text).toArray(String[]::new));
    }
}
