package io.llmops.core.model;

import dev.langchain4j.model.output.FinishReason;
import io.llmops.core.LlmopsException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chat model replied, but not with a whole text: nothing, a filtered or cut-off text, a request for tools. The message
 * says which and names the finish reason, never the text. Immutable.
 */
public final class UnusableAnswerException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable FinishReason finishReason;

    UnusableAnswerException(String problem, @Nullable FinishReason finishReason) {
        super("expected a text from the model, found " + problem + " (finish reason "
                + (finishReason == null ? "not given" : finishReason) + ")");
        this.finishReason = finishReason;
    }

    /** {@return why the model stopped, or empty if it did not say} */
    public Optional<FinishReason> finishReason() {
        return Optional.ofNullable(finishReason);
    }
}
