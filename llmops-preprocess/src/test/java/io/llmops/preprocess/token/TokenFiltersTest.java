package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenFiltersTest {

    @Test
    void doWhatTheirNamesSay() {
        assertThat(after(TokenFilters.lowercase(), "ABC")).containsExactly("abc");
        assertThat(after(TokenFilters.lowercase("tr"), "KIŞ")).containsExactly("kış");
        assertThat(after(TokenFilters.stop("en"), "to be or not")).isEmpty();
        assertThat(after(TokenFilters.snowball("de"), "häuser")).containsExactly("haus");
        assertThat(after(TokenFilters.porter(), "relational")).containsExactly("relat");
        assertThat(after(TokenFilters.kstem(), "relational")).containsExactly("relational");
        assertThat(after(TokenFilters.stem("cs"), "pánové")).containsExactly("pán");
        assertThat(after(TokenFilters.lightStem("fr"), "chevaux")).containsExactly("cheval");
        assertThat(after(TokenFilters.minimalStem("en"), "queries")).containsExactly("query");
        assertThat(after(TokenFilters.normalize("de"), "weiß")).containsExactly("weiss");
        assertThat(after(TokenFilters.elision("fr"), "l'avion")).containsExactly("avion");
        assertThat(after(TokenFilters.apostrophe(), "Ankara'da")).containsExactly("Ankara");
        assertThat(after(TokenFilters.digits(), "٣٤")).containsExactly("34");
        assertThat(after(TokenFilters.foldToAscii(), "Øre")).containsExactly("Ore");
        assertThat(after(TokenFilters.length(2, 3), "a bb ccc dddd")).containsExactly("bb", "ccc");
        assertThat(after(TokenFilters.cjkPairs(), "北京市")).containsExactly("北京", "京市");
    }

    @Test
    void wordsAreProtectedFromStemming() {
        var filter = TokenFilters.protect(Set.of("news"), TokenFilters.snowball("en"));
        assertThat(after(filter, "news cats")).containsExactly("news", "cat");
        assertThat(filter).hasToString("protect(1 snowball(en))");
        assertThatThrownBy(() -> TokenFilters.protect(Set.of("a"), tokens -> tokens))
                .hasMessageStartingWith("expected a stemmer of this shelf");
    }

    @Test
    void phrasesAreDroppedTheLongestFirst() {
        var filter = TokenFilters.stopPhrases(List.of("thank you", "thank you very much"));
        assertThat(after(filter, "ok thank you very much thank you all thank")).containsExactly("ok", "all", "thank");
        assertThatThrownBy(() -> TokenFilters.stopPhrases(List.of(" "))).hasMessageContaining("expected a phrase");
    }

    @Test
    void synonymsShareThePositionOfTheirWord() {
        var filter = TokenFilters.synonyms(Map.of("new york", List.of("nyc"), "big", List.of("large", "huge")));
        assertThat(Tokenizers.words().then(filter).apply("big new york"))
                .containsExactly(
                        new Token("big", 0, 3, TokenType.WORD, 0),
                        new Token("large", 0, 3, TokenType.SYNONYM, 0),
                        new Token("huge", 0, 3, TokenType.SYNONYM, 0),
                        new Token("new", 4, 7, TokenType.WORD, 1),
                        new Token("nyc", 4, 12, TokenType.SYNONYM, 1),
                        new Token("york", 8, 12, TokenType.WORD, 2));
        assertThat(filter.describe())
                .isNotEqualTo(TokenFilters.synonyms(Map.of("a", List.of("b"))).describe());
    }

    @Test
    void neighboursAreJoined() {
        assertThat(after(TokenFilters.shingles(2, 3), "a b c")).containsExactly("a b", "a b c", "b c");
        assertThat(Tokenizers.wordsAndPunctuation()
                        .then(TokenFilters.dropPunctuation())
                        .terms("Hi, you 👍!"))
                .containsExactly("Hi", "you");
        assertThat(after(TokenFilters.phonetic(PhoneticCode.SOUNDEX), "Robert Rupert 123"))
                .containsExactly("R163", "R163");
        assertThat(TokenFilters.phonetic(PhoneticCode.COLOGNE)).hasToString("phonetic(cologne)");
    }

    @Test
    void aDroppedTokenLeavesAGapInThePositions() {
        var tokens = Tokenizers.words().then(TokenFilters.stop("en")).apply("made of wood");
        assertThat(tokens).extracting(Token::position).containsExactly(0, 2);
    }

    @Test
    void stopwordsAreThereForThirtyLanguagesAndMore() {
        assertThat(Stopwords.languages()).hasSizeGreaterThanOrEqualTo(30);
        for (var language : Stopwords.languages()) {
            assertThat(Stopwords.of(language).words()).as(language).hasSizeGreaterThan(15);
        }
        assertThat(Stopwords.of("en").words()).hasSizeGreaterThan(150).contains("i", "and", "don't");
    }

    @Test
    void stopwordsCanBeAddedAndTakenOut() {
        var words = Stopwords.of("en").plus("please", "thanks").minus("not");
        assertThat(words).hasToString("en+2-1");
        assertThat(words.contains("please")).isTrue();
        assertThat(words.contains("not")).isFalse();
        assertThat(TokenFilters.stop(words)).hasToString("stop(en+2-1)");
        assertThat(TokenFilters.stop(words).describe())
                .isNotEqualTo(TokenFilters.stop("en").describe());
    }

    @Test
    void anUnknownLanguageIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> TokenFilters.snowball("tlh"))
                .hasMessageStartingWith("no language 'tlh' with a Snowball stemmer; there are [ar, ca, da, de, el,");
        assertThatThrownBy(() -> TokenFilters.stop("klingon"))
                .hasMessageContaining("a stopword list; there are [ar, bg");
        assertThatThrownBy(() -> TokenFilters.lightStem("en")).hasMessageContaining("a light stemmer; there are [de,");
    }

    @Test
    void runByThemselvesOnAListOfTokens() {
        var tokens = List.of(new Token("Cats", 3, 7, TokenType.WORD, 1), new Token("x", 9, 10, TokenType.OTHER, 4));
        assertThat(TokenFilters.lowercase().apply(tokens))
                .containsExactly(new Token("cats", 3, 7, TokenType.WORD, 1), new Token("x", 9, 10, TokenType.OTHER, 4));
        assertThat(TokenFilters.lowercase().apply(List.of())).isEmpty();
    }

    private static List<String> after(TokenFilter filter, String text) {
        return Tokenizers.words().then(filter).terms(text);
    }
}
