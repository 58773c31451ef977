package io.llmops.core.model.decorate;

import dev.langchain4j.exception.NonRetriableException;
import java.io.Serial;

/** The receiver of a stream does not want the rest of it. */
final class CancelledStreamException extends NonRetriableException {

    @Serial
    private static final long serialVersionUID = 1L;

    CancelledStreamException() {
        super("the stream was cancelled by its receiver");
    }
}
