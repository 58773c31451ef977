package io.llmops.core.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A LangChain4j embedding model as a stage: takes a text, returns its embedding. {@link #embedAll} does many at once, for
 * fitting a classifier. What the calls used is recorded with {@link io.llmops.core.pipeline.UsageMeter}.
 *
 * <p>The description carries the model's name, as the model tells it. A model that does not (those that run in the
 * process don't) is opaque until named: {@code EmbeddingModelAdapter.of(model).with("model", "all-minilm-l6-v2-q")}.
 *
 * <p>Immutable; safe for use by many threads if the model is.
 */
public final class EmbeddingModelAdapter implements Stage<String, Embedding> {

    /** Enough to keep a model busy, few enough to bound what is in flight. */
    private static final int BATCH = 256;

    /** What LangChain4j answers for a model that has no name to tell. */
    private static final String UNNAMED = "unknown";

    private final EmbeddingModel model;
    private final ModelDescription description;

    private EmbeddingModelAdapter(EmbeddingModel model, ModelDescription description) {
        this.model = Objects.requireNonNull(model, "model");
        this.description = description;
    }

    /**
     * Returns a model as a stage.
     *
     * @param model the model
     * @return the stage
     */
    public static EmbeddingModelAdapter of(EmbeddingModel model) {
        return new EmbeddingModelAdapter(model, ModelDescription.of("embedding-model"));
    }

    /**
     * Returns this stage with one more setting in its description: what changes the embeddings and the model does not
     * tell, such as its name. Secrets have no place here.
     *
     * @param setting the name, e.g. {@code model}
     * @param value its value, as {@link String#valueOf(Object)} writes it
     * @return the changed copy
     */
    public EmbeddingModelAdapter with(String setting, Object value) {
        return new EmbeddingModelAdapter(model, description.with(setting, value));
    }

    /**
     * Embeds a text.
     *
     * @param text the text, not blank (LangChain4j refuses one)
     * @return its embedding
     * @throws LlmopsException if the model returns none
     */
    @Override
    public Embedding apply(String text) {
        var response = model.embed(text);
        if (response == null || response.content() == null) {
            throw new LlmopsException("expected an embedding from the model, found none");
        }
        CallUsage.recordEmbedding(response.tokenUsage());
        return response.content();
    }

    /**
     * Embeds the inputs of a dataset, in batches of 256.
     *
     * @param texts the examples; their inputs are not blank
     * @param <R> the type of the references
     * @return the same examples in the same order, each with its embedding as input
     * @throws LlmopsException if an input is blank, or the model returns another number of embeddings than there are texts
     */
    public <R> Dataset<Embedding, R> embedAll(Dataset<String, R> texts) {
        List<Example<String, R>> examples;
        try (var stream = texts.stream()) {
            examples = stream.toList();
        }
        var embedded = new ArrayList<Example<Embedding, R>>(examples.size());
        for (var from = 0; from < examples.size(); from += BATCH) {
            var batch = examples.subList(from, Math.min(examples.size(), from + BATCH));
            var embeddings = embedBatch(batch);
            for (var i = 0; i < batch.size(); i++) {
                var example = batch.get(i);
                embedded.add(new Example<>(example.id(), embeddings.get(i), example.reference(), example.tags()));
            }
        }
        return Dataset.of(texts.name(), embedded);
    }

    private <R> List<Embedding> embedBatch(List<Example<String, R>> batch) {
        var segments = new ArrayList<TextSegment>(batch.size());
        for (var example : batch) {
            if (example.input().isBlank()) {
                throw new LlmopsException(
                        "expected a text to embed, found a blank one: example '" + example.id() + "'");
            }
            segments.add(TextSegment.from(example.input()));
        }
        var response = model.embedAll(segments);
        var embeddings = response == null ? null : response.content();
        if (embeddings == null || embeddings.size() != batch.size()) {
            throw new LlmopsException("expected " + batch.size() + " embeddings from the model, found "
                    + (embeddings == null ? 0 : embeddings.size()));
        }
        CallUsage.recordEmbedding(response.tokenUsage());
        return embeddings;
    }

    /** Describes the model; empty if it does not tell its name and none was given. */
    @Override
    public Optional<Description> describe() {
        var name = model.modelName();
        var told = Description.of(description.kind());
        return description.complete(name == null || name.equals(UNNAMED) ? told : told.with("model", name));
    }
}
