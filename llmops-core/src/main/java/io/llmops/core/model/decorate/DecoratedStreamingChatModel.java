package io.llmops.core.model.decorate;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** A streaming model with a stack of decorators around it: each call runs on the executor until it is complete. */
class DecoratedStreamingChatModel implements StreamingChatModel {

    private final StreamingChatModel model;
    private final Chain chain;
    private final Executor executor;

    DecoratedStreamingChatModel(StreamingChatModel model, Chain chain, Executor executor) {
        this.model = model;
        this.chain = chain;
        this.executor = executor;
    }

    @Override
    public final void chat(ChatRequest request, StreamingChatResponseHandler handler) {
        decorated(request, handler, model::chat);
    }

    @Override
    public final void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        decorated(request, handler, model::doChat);
    }

    final void decorated(
            ChatRequest request,
            StreamingChatResponseHandler handler,
            BiConsumer<ChatRequest, StreamingChatResponseHandler> ask) {
        var call = new ChatCall(request, model.defaultRequestParameters(), model.provider(), chain.listener());
        var repeat = Repeat.index();
        executor.execute(() -> Repeat.of(repeat, () -> {
            new Stream(handler).run(chain, call, ask);
            return true;
        }));
    }

    final StreamingChatModel model() {
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
