package io.llmops.preprocess.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.preprocess.RandomText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void isItsOwnOriginalBeforeAnyChange() {
        var text = Text.of("abc");
        assertThat(text.isOriginal()).isTrue();
        assertThat(text.originalSpan(1, 3)).isEqualTo(new Span(1, 3));
        assertThat(text.edit().finish()).isSameAs(text);
    }

    @Test
    void pointsBehindWhatWasRemoved() {
        var text = Text.of("a--b").edit().remove(1, 3).finish();
        assertThat(text).hasToString("ab");
        assertThat(text.originalSpan(1, 2)).isEqualTo(new Span(3, 4));
        assertThat(text.originalSpan(0, 2)).isEqualTo(new Span(0, 4));
    }

    @Test
    void eachPartOfAnExpansionStandsForTheWholeOfIt() {
        var text = Text.of("oﬃce").edit().replace(1, 2, "ffi").finish();
        assertThat(text).hasToString("office");
        assertThat(text.originalSpan(2, 3)).isEqualTo(new Span(1, 2));
        assertThat(text.originalSpan(0, 3)).isEqualTo(new Span(0, 2));
        assertThat(text.originalSpan(4, 5)).isEqualTo(new Span(2, 3));
    }

    @Test
    void anInsertionStandsForNothing() {
        var text = Text.of("ab").edit().replace(1, 1, "+").finish();
        assertThat(text.originalSpan(1, 2)).isEqualTo(new Span(1, 1));
        assertThat(text.originalSpan(0, 3)).isEqualTo(new Span(0, 2));
    }

    @Test
    void aTextWithNothingLeftStandsForNothing() {
        var text = Text.of("abc").edit().remove(0, 3).finish();
        assertThat(text).isEmpty();
        assertThat(text.originalSpan(0, 0)).isEqualTo(new Span(0, 0));
        assertThat(text.isOriginal()).isFalse();
    }

    @Test
    void aSliceKeepsItsOffsets() {
        var text = Text.of("one  two").edit().replace(3, 5, " ").finish();
        var slice = text.slice(4, 7);
        assertThat(slice).hasToString("two");
        assertThat(slice.originalSpan(0, 3)).isEqualTo(new Span(5, 8));
        assertThat(slice.original()).isEqualTo("one  two");
    }

    @Test
    void refusesChangesOutOfOrder() {
        var editor = Text.of("abcdef").edit().remove(3, 4);
        assertThatThrownBy(() -> editor.remove(2, 3)).hasMessage("expected a change at 4 or behind it, found one at 2");
        assertThatThrownBy(() -> editor.remove(5, 9)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesOtherCharactersThanItHasPlacesFor() {
        assertThatThrownBy(() -> Text.of("ab").withCharacters("abc")).hasMessage("expected 2 characters, found 3");
        assertThatThrownBy(() -> Text.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("original");
    }

    /** Every edit is done twice: by the editor, and on a plain list that holds for each character its range. */
    @Test
    void agreesWithOffsetsKeptCharacterByCharacter() {
        for (var seed = 0L; seed < 3_000; seed++) {
            var random = new Random(seed);
            var text = Text.of(RandomText.of(random, 20));
            var model = new ArrayList<Span>();
            for (var i = 0; i < text.length(); i++) {
                model.add(new Span(i, i + 1));
            }
            for (var round = 0; round < 4; round++) {
                text = editAtRandom(random, text, model);
                assertThat(spans(text)).as("seed %d, round %d", seed, round).isEqualTo(model);
            }
            for (var i = 0; i < text.length(); i++) {
                var j = i + 1 + random.nextInt(text.length() - i);
                assertThat(text.originalSpan(i, j))
                        .as("seed %d", seed)
                        .isEqualTo(
                                new Span(model.get(i).start(), model.get(j - 1).end()));
            }
        }
    }

    private static Text editAtRandom(Random random, Text text, List<Span> model) {
        var editor = text.edit();
        var changed = new ArrayList<Span>();
        var done = 0;
        for (var at = random.nextInt(4); at < text.length(); at += 1 + random.nextInt(5)) {
            var end = Math.min(text.length(), at + random.nextInt(4));
            var replacement = "x\ud83d\ude00y".substring(0, random.nextInt(5));
            if (at < done || replacement.equals(text.toString().substring(at, end))) {
                continue;
            }
            changed.addAll(model.subList(done, at));
            editor.replace(at, end, replacement);
            var here = at == 0 ? 0 : model.get(at - 1).end();
            var span = at == end
                    ? new Span(here, here)
                    : new Span(model.get(at).start(), model.get(end - 1).end());
            for (var i = 0; i < replacement.length(); i++) {
                changed.add(span);
            }
            done = end;
        }
        changed.addAll(model.subList(done, model.size()));
        model.clear();
        model.addAll(changed);
        return editor.finish();
    }

    private static List<Span> spans(Text text) {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < text.length(); i++) {
            spans.add(text.originalSpan(i, i + 1));
        }
        return spans;
    }
}
