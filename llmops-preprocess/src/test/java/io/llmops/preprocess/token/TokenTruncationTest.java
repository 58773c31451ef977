package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.preprocess.RandomText;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.text.Span;
import io.llmops.preprocess.text.Text;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TokenTruncationTest {

    @Test
    void cutsBehindTheLastTokenThatMayStay() {
        assertThat(Tokenizers.words().truncation(2).apply("One, two, three.")).isEqualTo("One, two");
        assertThat(Tokenizers.words().truncation(3).apply("One, two, three.")).isEqualTo("One, two, three.");
        assertThat(Tokenizers.sentences().truncation(2).apply("One. Two! Three?"))
                .isEqualTo("One. Two!");
        assertThat(Tokenizers.graphemes().truncation(1).apply("👨‍👩‍👧x")).isEqualTo("👨‍👩‍👧");
        assertThat(Tokenizers.words().truncation(0).apply("one")).isEmpty();
        assertThat(Tokenizers.words().truncation(0).apply(" .")).isEqualTo(" .");
        assertThat(Tokenizers.words()
                        .then(TokenFilters.stop("en"))
                        .truncation(1)
                        .apply("a cat and a dog"))
                .isEqualTo("a cat");
    }

    /** "tokenization" is two pieces of cl100k_base, "token" and "ization". */
    @Test
    void cutsByTheVocabularyOfAModel() {
        var pieces = Tokenizers.subwords("cl100k_base");
        assertThat(pieces.truncation(1).apply("tokenization")).isEqualTo("token");
        assertThat(pieces.truncation(1)).hasToString("truncate-to-tokens(1 subwords(cl100k_base))");
        assertThat(pieces.truncation(1).describe().orElseThrow())
                .hasToString("truncate-to-tokens(tokenizer=subwords, tokenizer.encoding=cl100k_base, tokens=1)");
        assertThatThrownBy(() -> pieces.truncation(-1)).hasMessage("expected 0 tokens or more, found -1");
    }

    @Test
    void whatIsLeftHasNoMoreTokensEndsWithAGraphemeAndKeepsItsPlace() {
        var tokenizers = List.of(
                Tokenizers.words(),
                Tokenizers.sentences(),
                Tokenizers.characterNgrams(1, 3),
                Tokenizers.characterNgramsInWords(2, 3),
                Tokenizers.wordsAndPunctuation(),
                Tokenizers.subwords("cl100k_base"),
                Tokenizers.subwords("o200k_base"),
                Tokenizers.words().then(TokenFilters.shingles(2, 2)));
        for (var seed = 0L; seed < 500; seed++) {
            var random = new Random(seed);
            var original = RandomText.of(random, 20);
            var most = random.nextInt(8);
            for (var tokenizer : tokenizers) {
                var cleaned = Cleaners.nfc().then(Cleaners.whitespace()).clean(Text.of(original));
                var cut = tokenizer.truncation(most).clean(cleaned);
                var what = "seed %d, %d of %s".formatted(seed, most, tokenizer);
                assertThat(cleaned.toString()).as(what).startsWith(cut.toString());
                assertThat(tokenizer.apply(cut.toString())).as(what).hasSizeLessThanOrEqualTo(most);
                assertThat(boundaries(cleaned.toString())).as(what).contains(cut.length());
                if (cut.length() > 0) {
                    assertThat(cut.originalSpan(0, cut.length())).isEqualTo(cleaned.originalSpan(0, cut.length()));
                }
            }
        }
    }

    private static List<Integer> boundaries(String text) {
        var ends = Segmenters.graphemes().spans(text).stream().map(Span::end).collect(Collectors.toList());
        ends.add(0);
        return ends;
    }
}
