package io.llmops.core.model.decorate;

import dev.langchain4j.exception.NonRetriableException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A stream broke off after its first piece was handed on, which can't be taken back. */
final class BrokenStreamException extends NonRetriableException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenStreamException(@Nullable Throwable cause) {
        super("expected a whole answer, found one that broke off after its first piece was streamed", cause);
    }
}
