package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.preprocess.RandomText;
import io.llmops.preprocess.TextCleaner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TaggersTest {

    private static final Tagger ENGLISH = Taggers.forLanguage("en");
    private static final Tagger GERMAN = Taggers.forLanguage("de");
    private static final Tokenizer WORDS = Tokenizers.learnedWords("en");

    @Test
    void aWordHasItsPartOfSpeechAndItsLemma() {
        assertThat(tagged(ENGLISH, "en", "The dogs were running quickly."))
                .containsExactly(
                        "The DET the",
                        "dogs NOUN dog",
                        "were AUX be",
                        "running VERB run",
                        "quickly ADV quickly",
                        ". PUNCT .");
        assertThat(tagged(GERMAN, "de", "Die Hunde liefen."))
                .containsExactly("Die DET der", "Hunde NOUN Hund", "liefen VERB laufen", ". PUNCT .");
    }

    @Test
    void aTokenOfSeveralWordsComesOnceForEach() {
        assertThat(tagged(ENGLISH, "en", "They weren’t here"))
                .contains("weren’t AUX be", "weren’t PART not")
                .hasSize(4);
        assertThat(tagged(GERMAN, "de", "Sie war im Haus.")).contains("im ADP in", "im DET der");
    }

    @Test
    void aNameKeepsItsCapitals() {
        assertThat(tagged(ENGLISH, "en", "I met Smith and It was NATO."))
                .contains("I PRON I", "Smith PROPN Smith", "It PRON it", "NATO PROPN NATO");
    }

    @Test
    void aPlusIsNoJoin() {
        assertThat(tagged(ENGLISH, "en", "C++ and + and 1+1"))
                .hasSizeGreaterThanOrEqualTo(5)
                .noneMatch(String::isBlank);
        for (var word : List.of("", "+", "++", "a+b", "+a", "a+", "\ud800", "_", " ")) {
            var token = new Token(word, 0, word.length(), TokenType.WORD, 0);
            assertThat(ENGLISH.apply(List.of(token)))
                    .isNotEmpty()
                    .allMatch(found -> found.token().equals(token));
        }
    }

    @Test
    void everyTokenIsTaggedInOrder() {
        for (var seed = 0L; seed < 200; seed++) {
            var tokens = WORDS.apply(RandomText.of(new Random(seed), 60));
            var seen = new ArrayList<Token>();
            for (var word : ENGLISH.apply(tokens)) {
                if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(word.token())) {
                    seen.add(word.token());
                }
            }
            assertThat(seen).as("seed %d", seed).isEqualTo(tokens);
        }
        assertThat(ENGLISH.apply(List.of())).isEmpty();
    }

    @Test
    void manyThreadsGetTheSame() throws Exception {
        var text = "The old shops weren't open. She'll see the dogs running in Rome. ".repeat(5);
        var expected = ENGLISH.apply(WORDS.apply(text));
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<TaggedToken>> work = () -> ENGLISH.apply(WORDS.apply(text));
            for (var found : threads.invokeAll(Collections.nCopies(100, work))) {
                assertThat(found.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aTaggerThatForgetsSaysTheSame() {
        var cache = new BoundedCache<Integer, String>(10);
        for (var i = 0; i < 1_000; i++) {
            var key = i % 37;
            assertThat(cache.get(key, String::valueOf)).isEqualTo(String.valueOf(key));
        }
        assertThat(cache.get(1, key -> "x")).isIn("1", "x");
    }

    @Test
    void lemmasStandForTheirWords() {
        var chain = Tokenizers.learnedWords("en").then(TokenFilters.lemmas(ENGLISH));
        assertThat(chain.terms("The dogs weren't barking")).containsExactly("the", "dog", "be", "not", "bark");
        assertThat(chain).hasToString("learned-words(en) ▸ lemmas(tagger(en))");
        assertThat(chain.apply("two dogs").get(1)).isEqualTo(new Token("dog", 4, 8, TokenType.WORD, 1));
        assertThat(chain.describe().orElseThrow().settings().keySet())
                .anyMatch(name -> name.endsWith("tagger.tags"))
                .anyMatch(name -> name.endsWith("tagger.lemmas"));
    }

    @Test
    void tokensOfSomePartsOfSpeechAreKept() {
        var nouns = TokenFilters.partsOfSpeech(ENGLISH, Set.of(PartOfSpeech.PROPN, PartOfSpeech.NOUN));
        assertThat(WORDS.then(nouns).terms("The dogs of Rome weren't barking.")).containsExactly("dogs", "Rome");
        assertThat(nouns).hasToString("parts-of-speech[NOUN, PROPN]");
    }

    @Test
    void sentencesEndWhereTheModelLearnedIt() {
        var sentences = Tokenizers.learnedSentences("en");
        var text = "Mr. Smith paid $3.50 for it. She didn't. \n\nHeading\n\nThe end";
        assertThat(sentences.apply(text))
                .extracting(Token::text)
                .containsExactly("Mr. Smith paid $3.50 for it.", "She didn't.", "Heading", "The end");
        var many = "This is a short sentence number one. ".repeat(1_000);
        assertThat(sentences.apply(many))
                .hasSize(1_000)
                .allMatch(token -> token.text().length() == 36);
        assertThat(sentences.apply("x".repeat(20_000))).hasSize(10);
    }

    @Test
    void wordsEndWhereTheModelLearnedIt() {
        assertThat(WORDS.apply("Well, it cost $3.50 (really)."))
                .extracting(Token::text)
                .containsExactly("Well", ",", "it", "cost", "$", "3.50", "(", "really", ")", ".");
        assertThat(WORDS.apply("Stop!")).extracting(Token::type).containsExactly(TokenType.WORD, TokenType.PUNCTUATION);
        assertThat(WORDS.apply("a".repeat(1_000) + ", b"))
                .extracting(Token::text)
                .endsWith(",", "b");
    }

    @Test
    void learnedPiecesPointAtTheOriginalOfACleanedText() {
        var text = "Dogs\u200b  bark.   They   weren't.";
        assertThat(WORDS.after(TextCleaner.standard()).apply(text))
                .extracting(token -> token.span().of(text))
                .containsExactly("Dogs", "bark", ".", "They", "weren't", ".");
        assertThat(Tokenizers.learnedSentences("en")
                        .after(TextCleaner.standard())
                        .apply(text))
                .extracting(token -> token.span().of(text))
                .containsExactly("Dogs\u200b  bark.", "They   weren't.");
    }

    @Test
    void aMissingModelIsNamed() {
        assertThatThrownBy(() -> Taggers.forLanguage("fr"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected the model org.apache.opennlp:opennlp-models-pos-fr on the class path, found tags"
                        + " of the languages [de, en]");
        assertThatThrownBy(() -> Tokenizers.learnedSentences("x".repeat(1_000)))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .hasSizeLessThan(200);
        assertThatThrownBy(() -> Tokenizers.learnedWords("fr")).hasMessageContaining("opennlp-models-tokenizer-fr");
    }

    private static List<String> tagged(Tagger tagger, String language, String text) {
        return tagger.apply(Tokenizers.learnedWords(language).apply(text)).stream()
                .map(word -> word.token().text() + " " + word.tag() + " " + word.lemma())
                .toList();
    }
}
