package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.preprocess.RandomText;
import io.llmops.preprocess.text.Cleaners;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

class AnalyzerTest {

    private static List<Token> reversed(List<Token> tokens) {
        return tokens.stream()
                .map(token ->
                        token.withText(new StringBuilder(token.text()).reverse().toString()))
                .toList();
    }

    @Test
    void yieldsTheStringsAndOffsetsOfTheSameLuceneChain() throws IOException {
        var words = new ArrayList<String>();
        EnglishAnalyzer.getDefaultStopSet().forEach(word -> words.add(new String((char[]) word)));
        var chain = Tokenizers.words()
                .then(TokenFilters.lowercase())
                .then(TokenFilters.stop(Stopwords.of("lucene", words)))
                .then(TokenFilters.porter());
        for (var seed = 0L; seed < 500; seed++) {
            var text = "The running of the bulls " + RandomText.of(new Random(seed), 60)
                    + "."; // Lucene alone forgets words before half a character at the end
            var expected = new ArrayList<String>();
            var source = new StandardTokenizer();
            source.setReader(new StringReader(text));
            try (var stream = new PorterStemFilter(
                    new StopFilter(new LowerCaseFilter(source), EnglishAnalyzer.getDefaultStopSet()))) {
                var term = stream.addAttribute(CharTermAttribute.class);
                var offset = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    expected.add(term + "@" + offset.startOffset() + ".." + offset.endOffset());
                }
                stream.end();
            }
            assertThat(chain.apply(text))
                    .as("seed %d", seed)
                    .extracting(token -> token.text() + "@" + token.start() + ".." + token.end())
                    .isEqualTo(expected);
        }
    }

    @Test
    void mixesLuceneFiltersWithOnesOwn() {
        var chain = Tokenizers.words()
                .then(TokenFilters.lowercase())
                .then(AnalyzerTest::reversed)
                .then(TokenFilters.stop(Stopwords.of("own", List.of("eht"))))
                .then(TokenFilters.length(4, 9));
        var tokens = chain.apply("The runner ran TODAY");
        assertThat(tokens)
                .containsExactly(
                        new Token("rennur", 4, 10, TokenType.WORD, 1), new Token("yadot", 15, 20, TokenType.WORD, 3));
        assertThat(chain.describe()).isEmpty();
        assertThat(chain.terms("The runner ran TODAY")).containsExactly("rennur", "yadot");
    }

    @Test
    void cleansBeforeItCuts() {
        var chain = Tokenizers.whitespace().after(Cleaners.lowercase()).after(Cleaners.zeroWidth());
        assertThat(chain).hasToString("zero-width ▸ lowercase ▸ whitespace");
        assertThat(chain.apply("A\u200bB C"))
                .containsExactly(new Token("ab", 0, 3, TokenType.WORD, 0), new Token("c", 4, 5, TokenType.WORD, 1));
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        var chain = Tokenizers.words().then(TokenFilters.lowercase()).then(TokenFilters.snowball("en"));
        var text = "Connected connections ".repeat(50);
        var expected = chain.terms(text);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 400; i++) {
                tasks.add(() -> chain.terms(text).equals(expected));
            }
            for (var same : threads.invokeAll(tasks)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void usesItselfWithinItself() {
        var inner = Tokenizers.words().then(TokenFilters.lowercase());
        TokenFilter nested = tokens -> tokens.stream()
                .map(token -> token.withText(String.join("+", inner.terms(token.text() + " X"))))
                .toList();
        assertThat(inner.then(nested).terms("A B")).containsExactly("a+x", "b+x");
    }

    @Test
    void losesNothingOfAWordWithoutEnd() {
        var text = "x".repeat(2_000_000);
        var tokens = Tokenizers.words().apply(text);
        assertThat(tokens.stream()
                        .mapToInt(token -> token.end() - token.start())
                        .sum())
                .isEqualTo(text.length());
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> Tokenizers.words().apply(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Tokenizers.words().then(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("filter");
        assertThatThrownBy(() -> Tokenizers.words().after(null)).isInstanceOf(NullPointerException.class);
    }
}
