package io.llmops.core.model.decorate;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/** Hands the options of a call through as well. Older versions of LangChain4j have none and never load this class. */
final class DecoratedChatModelWithOptions extends DecoratedChatModel {

    DecoratedChatModelWithOptions(ChatModel model, Chain chain) {
        super(model, chain);
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatRequestOptions options) {
        return decorated(request, asked -> model().chat(asked, options));
    }
}
