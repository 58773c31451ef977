package io.llmops.samples.quickstart;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.EmbeddingModelAdapter;
import io.llmops.core.model.NearestExamples;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.Progress;
import io.llmops.eval.ProgressListener;
import io.llmops.preprocess.TextCleaner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalLong;

/** A pipeline that compares meanings: sentence embeddings, computed in this process, and the nearest labelled examples. */
final class SemanticRouter {

    private static final int BATCH = 128;

    private SemanticRouter() {}

    /**
     * Returns the pipeline, having embedded the labelled examples.
     *
     * @param train the labelled examples
     * @param progress is told how far the embedding is
     * @return the pipeline
     */
    static Pipeline<String, String> of(Dataset<String, String> train, ProgressListener progress) {
        // The tokenizer library under the model looks for a cloud's metadata address otherwise.
        System.setProperty("ai.djl.offline", "true");
        var clean = TextCleaner.standard();
        var embed = EmbeddingModelAdapter.of(new AllMiniLmL6V2QuantizedEmbeddingModel())
                .with("model", "all-minilm-l6-v2-q");
        var nearest = NearestExamples.dense(embedAll(train.mapInputs(clean), embed, progress))
                .withK(7);
        return Pipeline.of("clean", clean).then("embed", embed).thenMaybe("intent", nearest);
    }

    private static Dataset<Embedding, String> embedAll(
            Dataset<String, String> texts, EmbeddingModelAdapter embed, ProgressListener progress) {
        var start = System.nanoTime();
        var examples = texts.examples();
        var embedded = new ArrayList<Example<Embedding, String>>(examples.size());
        while (embedded.size() < examples.size()) {
            var from = embedded.size();
            var batch = examples.subList(from, Math.min(examples.size(), from + BATCH));
            embedded.addAll(embed.embedAll(Dataset.of(texts.name(), batch)).examples());
            progress.onProgress(new Progress(
                    embedded.size(),
                    OptionalLong.of(examples.size()),
                    0,
                    0,
                    0,
                    Usage.NONE,
                    Duration.ofNanos(System.nanoTime() - start)));
        }
        return Dataset.of(texts.name(), embedded);
    }
}
