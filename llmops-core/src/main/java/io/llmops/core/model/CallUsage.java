package io.llmops.core.model;

import dev.langchain4j.model.output.TokenUsage;
import io.llmops.core.pipeline.Usage;
import io.llmops.core.pipeline.UsageMeter;
import org.jspecify.annotations.Nullable;

/** Records what one call used, from what a provider reports: counts may be absent or nonsense. */
final class CallUsage {

    private CallUsage() {}

    /** Records a chat. No counts also stand for a call that threw, which may have been paid for all the same. */
    static void recordChat(@Nullable TokenUsage tokens) {
        var input = tokens == null ? null : tokens.inputTokenCount();
        var output = tokens == null ? null : tokens.outputTokenCount();
        UsageMeter.record(new Usage(1, known(input), known(output), isKnown(input) && isKnown(output) ? 0 : 1));
    }

    /** Records an embedding: nothing is written, so the tokens read are all there is to know. */
    static void recordEmbedding(@Nullable TokenUsage tokens) {
        var input = tokens == null ? null : tokens.inputTokenCount();
        UsageMeter.record(new Usage(1, known(input), 0, isKnown(input) ? 0 : 1));
    }

    private static boolean isKnown(@Nullable Integer count) {
        return count != null && count >= 0;
    }

    private static int known(@Nullable Integer count) {
        return count != null && count >= 0 ? count : 0;
    }
}
