package io.llmops.samples.quickstart;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.model.EmbeddingModelAdapter;
import io.llmops.core.model.NearestExamples;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.preprocess.TextCleaner;

/** A pipeline that compares meanings: sentence embeddings, computed in this process, and the nearest labelled examples. */
final class SemanticRouter {

    private SemanticRouter() {}

    /** {@return the pipeline, having embedded the labelled examples} */
    static Pipeline<String, String> of(Dataset<String, String> train) {
        // The tokenizer library under the model looks for a cloud's metadata address otherwise.
        System.setProperty("ai.djl.offline", "true");
        var clean = TextCleaner.standard();
        var embed = EmbeddingModelAdapter.of(new AllMiniLmL6V2QuantizedEmbeddingModel())
                .with("model", "all-minilm-l6-v2-q");
        var nearest =
                NearestExamples.dense(embed.embedAll(train.mapInputs(clean))).withK(7);
        return Pipeline.of("clean", clean).then("embed", embed).thenMaybe("intent", nearest);
    }
}
