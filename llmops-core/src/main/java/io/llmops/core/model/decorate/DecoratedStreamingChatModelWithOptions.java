package io.llmops.core.model.decorate;

import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.Executor;

/** Hands the options of a call through as well. Older versions of LangChain4j have none and never load this class. */
final class DecoratedStreamingChatModelWithOptions extends DecoratedStreamingChatModel {

    DecoratedStreamingChatModelWithOptions(StreamingChatModel model, Chain chain, Executor executor) {
        super(model, chain, executor);
    }

    @Override
    public void chat(ChatRequest request, ChatRequestOptions options, StreamingChatResponseHandler handler) {
        decorated(request, handler, (asked, relay) -> model().chat(asked, options, relay));
    }
}
