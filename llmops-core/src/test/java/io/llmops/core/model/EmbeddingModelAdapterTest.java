package io.llmops.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingModelAdapterTest {

    /** Embeds a text as its length. */
    private static final class Lengths implements EmbeddingModel {

        private final List<Integer> batches = new ArrayList<>();
        private final String name;

        private Lengths(String name) {
            this.name = name;
        }

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            batches.add(segments.size());
            var embeddings = segments.stream()
                    .map(segment -> Embedding.from(new float[] {segment.text().length()}))
                    .toList();
            return Response.from(embeddings, new TokenUsage(segments.size()));
        }

        @Override
        public String modelName() {
            return name;
        }
    }

    @Test
    void embedsAText() {
        assertThat(EmbeddingModelAdapter.of(new Lengths("lengths"))
                        .apply("four")
                        .vector())
                .containsExactly(4);
    }

    @Test
    void embedsADatasetInBatchesAndKeepsTheRest() {
        var model = new Lengths("lengths");
        var texts = Dataset.of(
                "texts",
                IntStream.range(0, 600)
                        .mapToObj(i -> Example.of("id" + i, "x".repeat(i + 1), i)
                                .withTags(Map.of("parity", i % 2 == 0 ? "even" : "odd")))
                        .toList());

        var embedded = EmbeddingModelAdapter.of(model).embedAll(texts).stream().toList();

        assertThat(model.batches).containsExactly(256, 256, 88);
        assertThat(embedded).hasSize(600);
        assertThat(embedded.get(256)).satisfies(example -> {
            assertThat(example.id()).isEqualTo("id256");
            assertThat(example.input().vector()).containsExactly(257);
            assertThat(example.reference()).isEqualTo(256);
            assertThat(example.tags()).containsEntry("parity", "even");
        });
    }

    @Test
    void saysWhichTextIsBlank() {
        var texts = Dataset.of("texts", List.of(Example.of("a", "text", 1), Example.of("b", " ", 2)));

        assertThatExceptionOfType(LlmopsException.class)
                .isThrownBy(
                        () -> EmbeddingModelAdapter.of(new Lengths("lengths")).embedAll(texts))
                .withMessage("expected a text to embed, found a blank one: example 'b'");
    }

    @Test
    void refusesAModelThatReturnsTooFew() {
        var forgetful = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(List.of(Embedding.from(new float[] {1})));
            }
        };
        var texts = Dataset.of("texts", List.of(Example.of("a", "one", 1), Example.of("b", "two", 2)));

        assertThatExceptionOfType(LlmopsException.class)
                .isThrownBy(() -> EmbeddingModelAdapter.of(forgetful).embedAll(texts))
                .withMessage("expected 2 embeddings from the model, found 1");
        assertThatExceptionOfType(LlmopsException.class)
                .isThrownBy(() ->
                        EmbeddingModelAdapter.of(mock(EmbeddingModel.class)).embedAll(texts))
                .withMessage("expected 2 embeddings from the model, found 0");
        assertThatExceptionOfType(LlmopsException.class)
                .isThrownBy(() ->
                        EmbeddingModelAdapter.of(mock(EmbeddingModel.class)).apply("one"))
                .withMessage("expected an embedding from the model, found none");
    }

    @Test
    void recordsTheTokensRead() {
        var pipeline = Pipeline.of("embed", EmbeddingModelAdapter.of(new Lengths("lengths")));

        assertThat(pipeline.trace("text").usage()).isEqualTo(new Usage(1, 1, 0, 0));
    }

    @Test
    void isOpaqueWhileNobodyNamesTheModel() {
        assertThat(EmbeddingModelAdapter.of(new Lengths("lengths")).describe().orElseThrow())
                .hasToString("embedding-model(model=lengths)");
        assertThat(EmbeddingModelAdapter.of(new Lengths("unknown")).describe()).isEmpty();
        assertThat(EmbeddingModelAdapter.of(new Lengths(null)).describe()).isEmpty();
        assertThat(EmbeddingModelAdapter.of(new Lengths("unknown"))
                        .with("model", "lengths")
                        .describe()
                        .orElseThrow())
                .hasToString("embedding-model(model=lengths)");
    }
}
