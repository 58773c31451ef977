package io.llmops.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.pipeline.Pipeline;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Span;
import io.llmops.preprocess.text.Text;
import org.junit.jupiter.api.Test;

class TextCleanerTest {

    @Test
    void standardMakesTextPlainWithoutTouchingLetters() {
        assertThat(TextCleaner.standard().apply("\ufeff “Cafe\u0301”\u00a0–\u200b  It’s\u0000 Łate… "))
                .isEqualTo("\"Café\" - It's Łate...");
    }

    @Test
    void keepsItsPlaceThroughAllSteps() {
        var original = "  \u200b“Cafe\u0301” open…";
        var cleaned = TextCleaner.standard().clean(Text.of(original));
        var at = cleaned.toString().indexOf("Café");
        var span = cleaned.originalSpan(at, at + 4);
        assertThat(span.of(original)).isEqualTo("Cafe\u0301");
        assertThat(cleaned.originalSpan(at + 3, at + 4)).isEqualTo(new Span(7, 9));
    }

    @Test
    void isAStageWithAFingerprintThatNoticesEachStep() {
        var standard = Pipeline.of("clean", TextCleaner.standard());
        var more = Pipeline.of("clean", TextCleaner.standard().then(Cleaners.lowercase()));
        assertThat(standard.opaqueStages()).isEmpty();
        assertThat(standard.fingerprint())
                .isEqualTo(Pipeline.of("clean", TextCleaner.standard()).fingerprint());
        assertThat(standard.fingerprint()).isNotEqualTo(more.fingerprint());
        assertThat(more.apply("A  B")).isEqualTo("a b");
        assertThat(TextCleaner.standard()).hasToString("clean");
    }
}
