package io.llmops.eval.metric.text;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.llmops.core.model.EmbeddingModelAdapter;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cosine of the embeddings of an answer and the nearest reference. A blank answer, and an outcome that is none, is
 * like nothing: 0. References are embedded once. Safe for use by many threads if the model is.
 */
final class EmbeddingCosine implements Scorer<Object, Object> {

    static final MetricDescription DESCRIPTION = new MetricDescription(
            "embedding_cosine",
            Direction.HIGHER_IS_BETTER,
            Range.SIGNED_UNIT,
            "mean of the cosine of the embeddings of answer and nearest reference");

    private static final int MOST_REMEMBERED = 100_000;

    private final EmbeddingModelAdapter model;
    private final Map<String, Embedding> known = new ConcurrentHashMap<>();

    EmbeddingCosine(EmbeddingModelAdapter model) {
        this.model = model;
    }

    @Override
    public String name() {
        return DESCRIPTION.name();
    }

    @Override
    public Range range() {
        return DESCRIPTION.range();
    }

    @Override
    public String definition() {
        return DESCRIPTION.definition() + ", "
                + model.describe().map(Object::toString).orElse("unnamed model");
    }

    @Override
    public Score score(Object answer, Object reference) {
        List<String> references;
        try {
            references = References.of(reference);
        } catch (IllegalArgumentException problem) {
            return new Score.Failed(String.valueOf(problem.getMessage()));
        }
        if (references.stream().allMatch(String::isBlank)) {
            return new Score.Failed("expected a reference to embed, found a blank one");
        }
        var text = answer.toString();
        if (text.isBlank()) {
            return Score.of(0);
        }
        var embedding = model.apply(text);
        return Score.of(range().clamp(references.stream()
                .filter(one -> !one.isBlank())
                .mapToDouble(one -> CosineSimilarity.between(embedding, embedded(one)))
                .max()
                .orElseThrow()));
    }

    private Embedding embedded(String reference) {
        var remembered = known.get(reference);
        if (remembered != null) {
            return remembered;
        }
        var embedding = model.apply(reference);
        if (known.size() < MOST_REMEMBERED) {
            known.put(reference, embedding);
        }
        return embedding;
    }

    @Override
    public Score judge(Observation<?, ?, ?> observation) {
        return observation.outcome() instanceof Outcome.Answered<?> ? Scorer.super.judge(observation) : Score.of(0);
    }
}
