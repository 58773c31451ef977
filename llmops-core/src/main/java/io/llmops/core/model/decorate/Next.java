package io.llmops.core.model.decorate;

import dev.langchain4j.model.chat.response.ChatResponse;

/** The rest of the stack below a decorator, down to the model. Safe for use by many threads. */
@FunctionalInterface
public interface Next {

    /**
     * Asks what is below.
     *
     * @param call what is asked
     * @return the answer
     */
    ChatResponse chat(ChatCall call);
}
