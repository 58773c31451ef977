package io.llmops.preprocess.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Bulk;
import io.llmops.core.model.SparseVector;
import io.llmops.preprocess.RandomText;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashingVectorizerTest {

    @TempDir
    Path folder;

    private static HashingVectorizer ofParams(JsonNode params) {
        var vectorizer = HashingVectorizer.of(
                Tokenizers.scikitWords(), params.get("n_features").intValue());
        if (params.has("norm")) {
            var norm = params.get("norm");
            vectorizer = vectorizer.withNorm(
                    norm.isNull() ? Norm.NONE : Norm.valueOf(norm.textValue().toUpperCase(Locale.ROOT)));
        }
        if (params.has("ngram_range")) {
            var range = params.get("ngram_range");
            vectorizer =
                    vectorizer.withNgrams(range.get(0).intValue(), range.get(1).intValue());
        }
        vectorizer = params.has("alternate_sign") ? vectorizer.withoutSigns() : vectorizer;
        return params.has("binary") ? vectorizer.withBinaryCounts() : vectorizer;
    }

    @Test
    void givesTheVectorsOfScikitLearn() throws IOException {
        try (var file = getClass().getResourceAsStream("hashing.json")) {
            var reference = new ObjectMapper().readTree(file);
            assertThat(reference.get("cases")).hasSize(7);
            for (var one : reference.get("cases")) {
                var vectorizer = ofParams(one.get("params"));
                for (var i = 0; i < one.get("rows").size(); i++) {
                    var vector =
                            vectorizer.apply(reference.get("documents").get(i).textValue());
                    var row = one.get("rows").get(i);
                    assertThat(vector.size())
                            .as("%s, row %d", one.get("params"), i)
                            .isEqualTo(row.size());
                    for (var n = 0; n < row.size(); n++) {
                        assertThat(vector.index(n)).isEqualTo(row.get(n).get(0).intValue());
                        assertThat(vector.value(n)).isCloseTo(row.get(n).get(1).doubleValue(), within(1e-15));
                    }
                }
            }
        }
    }

    /** Published values of MurmurHash3_x86_32 with seed 0. */
    @Test
    void hashesByMurmur3() {
        var whole = HashingVectorizer.of(Tokenizers.pattern(Pattern.compile("(?s).+")), Integer.MAX_VALUE)
                .withNorm(Norm.NONE);
        assertThat(whole.apply("test")).isEqualTo(vector(0xba6bd213));
        assertThat(whole.apply("Hello, world!")).isEqualTo(vector(0xc0363e43));
        assertThat(whole.apply("The quick brown fox jumps over the lazy dog")).isEqualTo(vector(0x2e4ff723));
        assertThat(whole.withoutSigns().apply("test"))
                .isEqualTo(SparseVector.of(new int[] {1_167_338_989}, new double[] {1}));
    }

    private static SparseVector vector(int hash) {
        return SparseVector.of(new int[] {Math.abs(hash)}, new double[] {hash < 0 ? -1 : 1});
    }

    @Test
    void isWrittenAndReadAsJson() throws IOException {
        var terms = Tokenizers.words().then(TokenFilters.lowercase());
        var vectorizer = HashingVectorizer.of(terms, 1 << 10)
                .withNgrams(1, 2)
                .withBinaryCounts()
                .withNorm(Norm.L1)
                .withoutSigns();
        var file = folder.resolve("hashing.json");
        vectorizer.write(file);
        var read = HashingVectorizer.read(file, terms);
        assertThat(read.describe()).isPresent().isEqualTo(vectorizer.describe());
        assertThat(read.apply("A b C")).isEqualTo(vectorizer.apply("A b C"));
        assertThat(read).hasToString("hashing-vectorizer(1024 features, norm L1)");
        assertThatThrownBy(() -> HashingVectorizer.read(file, Tokenizers.words()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected the terms the vectorizer was made for");
        assertThatThrownBy(() -> FittedVectorizer.read(file, terms)).isInstanceOf(LlmopsException.class);
        Files.writeString(file, "{\"format\":\"llmops-hashing-vectorizer/1\",\"terms\":\"x\"}");
        assertThatThrownBy(() -> HashingVectorizer.read(file, terms)).hasMessageContaining("expected");
    }

    @Test
    void givesTheSameInBulk() {
        var vectorizer = HashingVectorizer.of(Tokenizers.words(), 1 << 12).withNgrams(1, 2);
        var texts = LongStream.range(0, 3_000)
                .mapToObj(seed -> RandomText.of(new Random(seed), 30))
                .toList();
        try (var vectors = Bulk.map(texts.stream(), vectorizer, 3)) {
            assertThat(vectors.toList())
                    .isEqualTo(texts.stream().map(vectorizer).toList());
        }
    }

    @Test
    void refusesVectorsOfNoSize() {
        assertThatThrownBy(() -> HashingVectorizer.of(Tokenizers.words(), 0))
                .hasMessage("expected 1 feature or more, found 0");
        assertThat(HashingVectorizer.of(Tokenizers.words(), 1).apply("").size()).isZero();
    }
}
