package io.llmops.preprocess.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.LlmopsException;
import io.llmops.core.model.SparseVector;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorizerTest {

    private static final List<String> DOCUMENTS = List.of("red red blue", "blue green", "blue");

    @TempDir
    Path folder;

    @Test
    void countsTermsInTheOrderOfTheVocabulary() {
        var counts = Vectorizer.counts(Tokenizers.words()).fit(DOCUMENTS);
        assertThat(counts.vocabulary().terms()).containsExactly("blue", "green", "red");
        assertThat(counts.apply("red blue red violet"))
                .isEqualTo(SparseVector.of(new int[] {0, 2}, new double[] {1, 2}));
        assertThat(Vectorizer.binary(Tokenizers.words()).fit(DOCUMENTS).apply("red red"))
                .isEqualTo(SparseVector.of(new int[] {2}, new double[] {1}));
    }

    /** By hand: idf(blue) = ln(4/4)+1 = 1, idf(red) = ln(4/2)+1. */
    @Test
    void weighsByHandWorkedTfIdf() {
        var red = Math.log(2) + 1;
        var tfidf = Vectorizer.tfidf(Tokenizers.words()).fit(DOCUMENTS);
        var length = Math.sqrt(1 + 4 * red * red);
        var vector = tfidf.apply("red red blue");
        assertThat(vector.value(0)).isCloseTo(1 / length, within(1e-15));
        assertThat(vector.value(1)).isCloseTo(2 * red / length, within(1e-15));
        var sublinear = Vectorizer.tfidf(Tokenizers.words())
                .withSublinearCounts()
                .withNorm(Norm.NONE)
                .fit(DOCUMENTS);
        assertThat(sublinear.apply("red red").value(0)).isCloseTo((1 + Math.log(2)) * red, within(1e-15));
        var plain = Vectorizer.tfidf(Tokenizers.words())
                .withIdf(Idf.PLAIN)
                .withNorm(Norm.L1)
                .fit(DOCUMENTS);
        assertThat(plain.idf()[2]).isCloseTo(Math.log(3) + 1, within(1e-15));
        assertThat(plain.apply("green red").value(0)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void keepsTheTermsThatWereAskedFor() {
        var words = Vectorizer.counts(Tokenizers.words());
        assertThat(words.withMinDocuments(2).fit(DOCUMENTS).vocabulary().terms())
                .containsExactly("blue");
        assertThat(words.withMinShare(0.5).fit(DOCUMENTS).vocabulary().terms()).containsExactly("blue");
        assertThat(words.withMaxDocuments(2).fit(DOCUMENTS).vocabulary().terms())
                .containsExactly("green", "red");
        assertThat(words.withMaxShare(0.9).fit(DOCUMENTS).vocabulary().terms()).containsExactly("green", "red");
        assertThat(words.withMaxFeatures(2).fit(DOCUMENTS).vocabulary().terms()).containsExactly("blue", "red");
        assertThat(words.withNgrams(1, 2).fit(DOCUMENTS).vocabulary().terms())
                .containsExactly("blue", "blue green", "green", "red", "red blue", "red red");
    }

    @Test
    void textsWithNothingKnownAreZero() {
        var tfidf = Vectorizer.tfidf(Tokenizers.words()).fit(DOCUMENTS);
        assertThat(tfidf.apply("").size()).isZero();
        assertThat(tfidf.apply("violet").cosine(tfidf.apply("blue"))).isZero();
    }

    @Test
    void refusesToLearnNothing() {
        var words = Vectorizer.tfidf(Tokenizers.words());
        assertThatThrownBy(() -> words.fit(List.of()))
                .hasMessage("expected documents with terms to keep, found 0 documents with 0 terms, none of them kept");
        assertThatThrownBy(() -> words.withMinDocuments(4).withMaxDocuments(3).fit(DOCUMENTS))
                .hasMessageContaining("which no term can be");
        assertThatThrownBy(() -> words.withMinShare(Double.NaN)).hasMessageContaining("share");
        assertThatThrownBy(() -> words.withMaxFeatures(0)).hasMessage("expected 1 feature or more, found 0");
    }

    @Test
    void ordersTermsByCodePointAsScikitLearnDoes() {
        var terms = Vectorizer.counts(Tokenizers.whitespace()).fit(List.of("\ufb01 𝒳 a"));
        assertThat(terms.vocabulary().terms()).containsExactly("a", "\ufb01", "𝒳");
    }

    @Test
    void isWrittenAndReadAsJson() {
        var terms = Tokenizers.words().then(TokenFilters.lowercase());
        var fitted =
                Vectorizer.tfidf(terms).withNgrams(1, 2).withSublinearCounts().fit(DOCUMENTS);
        var file = folder.resolve("vectors.json");
        fitted.write(file);
        var read = FittedVectorizer.read(file, terms);
        assertThat(read.vocabulary()).isEqualTo(fitted.vocabulary());
        assertThat(read.apply("Red blue blue")).isEqualTo(fitted.apply("Red blue blue"));
        assertThat(read.describe()).isEqualTo(fitted.describe());
        assertThatThrownBy(() -> FittedVectorizer.read(file, Tokenizers.words()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected the terms the vectorizer was made for");
    }

    @Test
    void refusesFilesThatAreNotItsOwn() throws IOException {
        var file = folder.resolve("other.json");
        for (var content :
                List.of("", "{", "[]", "{\"format\":\"x\"}", "{\"a\":1}", "{\"format\":\"llmops-vectorizer/1\"}")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> FittedVectorizer.read(file, Tokenizers.words()))
                    .as(content)
                    .isInstanceOfAny(LlmopsException.class, IllegalArgumentException.class)
                    .hasMessageContaining("expected");
        }
        assertThatThrownBy(() -> FittedVectorizer.read(folder.resolve("absent.json"), Tokenizers.words()))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("absent.json");
    }

    @Test
    void describesTheVocabularyAndItsWeightsByTheirHash() {
        var words = Vectorizer.tfidf(Tokenizers.words());
        var fitted = words.fit(DOCUMENTS);
        assertThat(fitted.describe()).isEqualTo(words.fit(DOCUMENTS).describe());
        assertThat(fitted.describe())
                .isNotEqualTo(words.fit(List.of("red blue", "green")).describe());
        assertThat(fitted).hasToString("vectorizer(3 terms, idf SMOOTH, norm L2)");
    }
}
