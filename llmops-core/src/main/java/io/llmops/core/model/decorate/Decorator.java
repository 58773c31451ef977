package io.llmops.core.model.decorate;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;

/**
 * One thing done to each call of a chat model: trying again, waiting, remembering. It hands on the request and the answer
 * as they are, unless changing them is its purpose. Implementations are safe for use by many threads.
 */
public interface Decorator {

    /** {@return where in the stack it belongs} */
    Layer layer();

    /**
     * Answers a call, as a rule by handing it on.
     *
     * @param call what is asked
     * @param next the rest of the stack, down to the model; may be asked any number of times, on any thread
     * @return the answer
     */
    ChatResponse chat(ChatCall call, Next next);

    /**
     * Returns a model with this decorator alone around it.
     *
     * @param model the model
     * @return the decorated model
     */
    default ChatModel around(ChatModel model) {
        return Decorators.of(this).around(model);
    }

    /**
     * Returns a streaming model with this decorator alone around it.
     *
     * @param model the model
     * @return the decorated model
     */
    default StreamingChatModel around(StreamingChatModel model) {
        return Decorators.of(this).around(model);
    }
}
