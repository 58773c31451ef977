package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.preprocess.RandomText;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TokenizersTest {

    private static final List<Tokenizer> ALL = List.of(
            Tokenizers.words(),
            Tokenizers.wordsAndLinks(),
            Tokenizers.whitespace(),
            Tokenizers.thaiWords(),
            Tokenizers.scikitWords(),
            Tokenizers.pattern(Pattern.compile("\\p{L}+")),
            Tokenizers.graphemes(),
            Tokenizers.sentences(),
            Tokenizers.sentences("en"),
            Tokenizers.wordsAndPunctuation(),
            Tokenizers.dictionaryWords(),
            Tokenizers.learnedWords("en"),
            Tokenizers.learnedSentences("en"),
            Tokenizers.subwords("cl100k_base"),
            Tokenizers.characterNgrams(2, 3));

    @Test
    void cutWhereTheirNamesSay() {
        assertThat(terms(Tokenizers.words(), "Can't pay £3.50, 👍🏽 我"))
                .containsExactly("Can't", "pay", "3.50", "👍🏽", "我");
        assertThat(terms(Tokenizers.wordsAndLinks(), "see https://x.org/a?b=1 or me@x.org"))
                .containsExactly("see", "https://x.org/a?b=1", "or", "me@x.org");
        assertThat(terms(Tokenizers.whitespace(), "a,b\u00a0c  d")).containsExactly("a,b", "c", "d");
        assertThat(terms(Tokenizers.thaiWords(), "การทดสอบ")).hasSizeGreaterThan(1);
        assertThat(terms(Tokenizers.scikitWords(), "I'm a C_3 plan")).containsExactly("C_3", "plan");
        assertThat(terms(Tokenizers.pattern(Pattern.compile("\\d+")), "7 or 42"))
                .containsExactly("7", "42");
        assertThat(terms(Tokenizers.characterNgrams(2, 3), "a𝒳b")).containsExactly("a𝒳", "a𝒳b", "𝒳b");
        assertThat(terms(Tokenizers.characterNgramsInWords(3, 4), "ab c")).containsExactly(" ab", " ab ", "ab ", " c ");
    }

    @Test
    void cutByTheRulesOfUnicode() {
        assertThat(terms(Tokenizers.graphemes(), "e\u0301👨‍👩‍👧🇩🇪 x"))
                .containsExactly("e\u0301", "👨‍👩‍👧", "🇩🇪", " ", "x");
        assertThat(terms(Tokenizers.sentences(), "It was. 3.5 was it! (No.) Yes"))
                .containsExactly("It was.", "3.5 was it!", "(No.)", "Yes");
        assertThat(terms(Tokenizers.sentences("en"), "Dr. No met Mr. Bond, e.g. Sean. They left."))
                .containsExactly("Dr. No met Mr. Bond, e.g. Sean.", "They left.");
        assertThat(Tokenizers.wordsAndPunctuation().apply("Stop, now!"))
                .extracting(token -> token.type() + " " + token.text())
                .containsExactly("WORD Stop", "PUNCTUATION ,", "WORD now", "PUNCTUATION !");
        assertThat(terms(Tokenizers.dictionaryWords(), "我们去北京")).containsExactly("我们", "去", "北京");
        assertThatThrownBy(() -> Tokenizers.sentences("xx")).hasMessageContaining("there are [de, en, es, fr, it, pt]");
    }

    /** The numbers are those of OpenAI's tiktoken for cl100k_base. */
    @Test
    void cutIntoThePiecesOfAModel() {
        var subwords = Tokenizers.subwords("cl100k_base");
        assertThat(subwords.encode("hello world")).containsExactly(15339, 1917);
        assertThat(subwords.decode(new int[] {15339, 1917})).isEqualTo("hello world");
        assertThat(subwords.count("hello world")).isEqualTo(2);
        assertThat(subwords.truncate("hello world", 1)).isEqualTo("hello");
        assertThat(subwords.truncate("👍🏽👍🏽", 5)).isIn("", "👍🏽");
        assertThat(subwords.truncate("short", 100)).isEqualTo("short");
        assertThat(subwords).hasToString("subwords(cl100k_base)");
        assertThatThrownBy(() -> Tokenizers.subwords("gpt"))
                .hasMessageStartingWith("no vocabulary 'gpt'; there are [r50k_base,");
    }

    @Test
    void aMissingLibraryIsNamed() {
        assertThatThrownBy(() -> OptionalLibrary.JTOKKIT.use(() -> {
                    throw new NoClassDefFoundError("com/knuddels/jtokkit/Encodings");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected the library com.knuddels:jtokkit on the class path, found none");
    }

    @Test
    void nameWhatTheyFound() {
        var types = Tokenizers.wordsAndLinks().apply("one 2 我 カ 한 👍 x.org a@b.org ไทย").stream()
                .map(Token::type)
                .toList();
        assertThat(types)
                .containsExactly(
                        TokenType.WORD,
                        TokenType.NUMBER,
                        TokenType.IDEOGRAPHIC,
                        TokenType.KATAKANA,
                        TokenType.HANGUL,
                        TokenType.EMOJI,
                        TokenType.URL,
                        TokenType.EMAIL,
                        TokenType.SOUTHEAST_ASIAN);
    }

    @Test
    void aTokenIsWhatTheTextHasAtItsPlace() {
        for (var tokenizer : ALL) {
            for (var seed = 0L; seed < 500; seed++) {
                var text = RandomText.of(new Random(seed), 40);
                var last = new Token("", 0, 0, TokenType.OTHER, 0);
                for (var token : tokenizer.apply(text)) {
                    assertThat(token.text())
                            .as("%s, seed %d", tokenizer, seed)
                            .isEqualTo(token.span().of(text));
                    assertThat(token.start()).isGreaterThanOrEqualTo(last.start());
                    assertThat(token.position()).isGreaterThanOrEqualTo(last.position());
                    last = token;
                }
            }
        }
    }

    @Test
    void ngramsInWordsPointIntoTheWord() {
        var text = "x wörd";
        var tokens = Tokenizers.characterNgramsInWords(3, 3).apply(text);
        assertThat(tokens).extracting(Token::text).containsExactly(" x ", " wö", "wör", "örd", "rd ");
        assertThat(tokens).extracting(token -> token.span().of(text)).containsExactly("x", "wö", "wör", "örd", "rd");
    }

    @Test
    void aPatternThatRunsAwayIsStopped() {
        var hostile = Tokenizers.pattern(Pattern.compile("(a+)+b"));
        assertThatThrownBy(() -> hostile.apply("a".repeat(5_000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("pattern '(a+)+b' took more than 100 looks a character over 5000 characters");
    }

    @Test
    void describeThemselvesAndRefuseImpossibleSettings() {
        for (var tokenizer : ALL) {
            assertThat(tokenizer.describe()).as("%s", tokenizer).isPresent();
            assertThat(tokenizer.apply("")).isEmpty();
        }
        assertThat(Tokenizers.characterNgrams(2, 3)).hasToString("character-ngrams(2..3)");
        assertThatThrownBy(() -> Tokenizers.characterNgrams(0, 3))
                .hasMessage("expected 1 <= min <= max, found 0 and 3");
        assertThatThrownBy(() -> Tokenizers.characterNgramsInWords(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> terms(Tokenizer tokenizer, String text) {
        return tokenizer.apply(text).stream().map(Token::text).toList();
    }
}
