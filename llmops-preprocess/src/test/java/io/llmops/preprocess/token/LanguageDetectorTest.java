package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.preprocess.RandomText;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LanguageDetectorTest {

    private static final LanguageDetector DETECTOR = LanguageDetector.standard();

    @Test
    void aSentenceIsInItsLanguage() {
        assertThat(DETECTOR.apply("Where is the nearest railway station, please?"))
                .contains("en");
        assertThat(DETECTOR.apply("Wo ist der nächste Bahnhof, bitte?")).contains("de");
        assertThat(DETECTOR.apply("Où est la gare la plus proche, s’il vous plaît ?"))
                .contains("fr");
        assertThat(DETECTOR.apply("¿Dónde está la estación de tren más cercana, por favor?"))
                .contains("es");
        assertThat(DETECTOR.apply("最近的火车站在哪里？请告诉我。")).contains("zh");
        assertThat(DETECTOR.apply("Где находится ближайший железнодорожный вокзал?"))
                .contains("ru");
        assertThat(DETECTOR.apply("En kort norsk setning om været i dag")).contains("no");
    }

    @Test
    void whatIsUnsureIsNotAnswered() {
        assertThat(DETECTOR.apply("ok")).isEmpty();
        assertThat(DETECTOR.apply("")).isEmpty();
        assertThat(DETECTOR.apply("12345 67,8 -- !!")).isEmpty();
        assertThat(DETECTOR.withMargin(1).apply("ok")).isPresent();
        assertThat(DETECTOR.withMargin(1).apply("12345")).isEmpty();
        assertThatThrownBy(() -> DETECTOR.withMargin(0.9)).hasMessage("expected a margin of 1 or more, found 0.9");
        assertThatThrownBy(() -> DETECTOR.withMargin(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void languagesComeByTheirLikelihood() {
        var ranked = DETECTOR.rank("The quick brown fox jumps over the lazy dog");
        assertThat(ranked.get(0)).isEqualTo(new RankedLanguage("en", 1));
        assertThat(ranked)
                .extracting(RankedLanguage::code)
                .doesNotHaveDuplicates()
                .contains("no", "zh", "fa", "ceb");
        assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b.ratio(), a.ratio()));
        assertThat(DETECTOR.rank("123")).isEmpty();
        assertThatThrownBy(() -> new RankedLanguage("en", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyTextIsTaken() {
        for (var seed = 0L; seed < 200; seed++) {
            assertThat(DETECTOR.rank(RandomText.of(new Random(seed), 30)).size())
                    .as("seed %d", seed)
                    .isNotEqualTo(1);
        }
        assertThat(DETECTOR.apply("The same sentence again and again. ".repeat(100_000)))
                .contains("en");
        assertThat(DETECTOR).hasToString("language-detector(1.1)");
        assertThat(DETECTOR.describe().orElseThrow().settings())
                .containsEntry("margin", "1.1")
                .containsKey("sha256");
    }
}
