package io.llmops.core.model.decorate;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A model with a stack of decorators around it. The overloads of chat all come to the ones here. */
class DecoratedChatModel implements ChatModel {

    private final ChatModel model;
    private final Chain chain;

    DecoratedChatModel(ChatModel model, Chain chain) {
        this.model = model;
        this.chain = chain;
    }

    @Override
    public final ChatResponse chat(ChatRequest request) {
        return decorated(request, model::chat);
    }

    @Override
    public final ChatResponse doChat(ChatRequest request) {
        return decorated(request, model::doChat);
    }

    final ChatResponse decorated(ChatRequest request, Function<ChatRequest, ChatResponse> ask) {
        var call = new ChatCall(request, model.defaultRequestParameters(), model.provider(), chain.listener());
        return chain.run(call, asked -> ask.apply(asked.request()));
    }

    final ChatModel model() {
        return model;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public List<ChatModelListener> listeners() {
        return model.listeners();
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
